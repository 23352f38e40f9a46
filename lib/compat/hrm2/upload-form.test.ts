import { expect, test } from "vitest";
import { readUploadForm } from "./upload-form";

const boundary = "made-up";
const part = (name: string, value: string, more = "") =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;

function request(pieces: string[], { breaksOff = false } = {}) {
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      for (const piece of pieces) {
        controller.enqueue(new TextEncoder().encode(piece));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      if (breaksOff) controller.error(new Error("gone"));
      else controller.close();
    },
  });
  const headers = { "content-type": `multipart/form-data; boundary=${boundary}` };
  return new Request("http://localhost", { method: "POST", body, headers, duplex: "half" } as RequestInit);
}

async function gather(chunks: AsyncIterable<Uint8Array>) {
  let text = "";
  for await (const chunk of chunks) text += new TextDecoder().decode(chunk);
  return text;
}

test("the file is taken while it comes, and fields before and after it are known", async () => {
  const file = part("video_file", "0123456789".repeat(100), '; filename="面试.mp4"');
  const pieces = [
    part("candidate_name", "周一"),
    ...(file.match(/[\s\S]{1,200}/g) ?? []),
    part("position", "后端"),
    `--${boundary}--\r\n`,
  ];
  const form = await readUploadForm(request(pieces), "video_file", gather);
  expect(form).toMatchObject({ fileName: "面试.mp4", fields: { candidate_name: "周一", position: "后端" } });
  expect(form.received).toHaveLength(1000);
});

test("who takes the file hears when it breaks off, and the sender a clear refusal", async () => {
  let end: unknown = "waits";
  const receive = (chunks: AsyncIterable<Uint8Array>) =>
    gather(chunks).catch((error: unknown) => {
      end = error;
      throw error;
    });
  const pieces = [part("video_file", "0123456789", '; filename="a.mp4"').slice(0, -4)];
  const reading = readUploadForm(request(pieces, { breaksOff: true }), "video_file", receive);
  await expect(reading).rejects.toMatchObject({ status: 400 });
  await expect.poll(() => end).toBeInstanceOf(Error);
});

test("what refuses the file is heard, after the rest was read", async () => {
  const receive = async () => {
    throw new Error("not wanted");
  };
  const pieces = [part("video_file", "x".repeat(500_000), '; filename="a.mp4"'), `--${boundary}--\r\n`];
  await expect(readUploadForm(request(pieces), "video_file", receive)).rejects.toThrow("not wanted");
});
