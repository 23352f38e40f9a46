import "server-only";
import { Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { Busboy } from "@fastify/busboy";
import { Hrm2Error } from "./answer";

type UploadForm<Received> = {
  /** Null when the form has no such file. */
  received: Received | null;
  fileName: string;
  declaredType: string;
  fields: Record<string, string>;
};

const limits = { files: 1, fields: 50, fieldSize: 100_000, fileSize: Number.POSITIVE_INFINITY };

/**
 * A form with one large file, which `receive` takes while it comes; nothing of it is gathered in memory.
 *
 * @throws Hrm2Error for another media type or a broken form, and whatever `receive` throws
 */
export async function readUploadForm<Received>(
  request: Request,
  fileField: string,
  receive: (chunks: AsyncIterable<Uint8Array>) => Promise<Received>,
): Promise<UploadForm<Received>> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.toLowerCase().startsWith("multipart/form-data") || !request.body)
    throw new Hrm2Error(415, "请以 multipart/form-data 上传。");
  const headers = { ...Object.fromEntries(request.headers), "content-type": type };
  const form: UploadForm<Received> = { received: null, fileName: "", declaredType: "", fields: {} };
  let receiving: Promise<void> = Promise.resolve();
  let failure: unknown = null;
  let open: Readable | null = null;
  const body = Readable.fromWeb(request.body as NodeStream<Uint8Array>);
  await new Promise<void>((resolve, reject) => {
    const parser = new Busboy({ headers, limits, defCharset: "utf8" });
    parser.on("field", (name, value) => {
      form.fields[name] = value;
    });
    parser.on("file", (name, file, fileName, _encoding, declaredType) => {
      if (name !== fileField) return void file.resume();
      open = file;
      Object.assign(form, { fileName: fileName ?? "", declaredType });
      receiving = receive(file).then(
        (received) => {
          form.received = received;
        },
        (error: unknown) => {
          failure = error;
          // The rest is read away, so that the sender hears the answer.
          file.resume();
        },
      );
    });
    parser.on("finish", resolve);
    parser.on("error", () => reject(new Hrm2Error(400, "表单内容无法读取。")));
    body.on("error", () => {
      const cutOff = new Hrm2Error(400, "上传中断，请重新上传。");
      // Whoever takes the file waits for its end: it has to hear that there is none.
      open?.destroy(cutOff);
      reject(cutOff);
    });
    body.pipe(parser);
  });
  await receiving;
  if (failure) throw failure;
  return form;
}
