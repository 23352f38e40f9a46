import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { storage } from "@/lib/storage/storage";
import { eicar } from "@/lib/testing/clamd-server";
import { makeRecruiter } from "@/lib/testing/factories";
import { useClamd } from "@/lib/testing/use-clamd";
import { useWorkspace } from "@/lib/testing/workspace";
import { receiveVideo } from "./store-video";
import { partBytes } from "./uploads/parts";
import { beginUpload, completeUpload, findUpload, receivePart, senderOf } from "./uploads/receive-parts";

useWorkspace();
const clamd = useClamd();

const description = {
  ...{ fileName: "a.wav", declaredType: "audio/wav", candidateName: "Jane", positionApplied: "Engineer" },
  hasAgreed: false,
};
const wav = (end: Buffer) =>
  Buffer.concat([Buffer.from("RIFF\x24\0\0\0WAVEfmt ", "latin1"), randomBytes(partBytes), end]);
async function* inChunks(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

async function sent(file: Buffer) {
  const viewer = await makeRecruiter();
  const sender = senderOf(viewer);
  const { id: uploadId } = await beginUpload({ sender, description, fileSize: file.length });
  for (const part of [0, 1]) {
    const chunks = inChunks(file.subarray(part * partBytes, (part + 1) * partBytes));
    await receivePart({ sender, uploadId, part, chunks });
  }
  return { viewer, of: { sender, uploadId }, videos: () => scopedDb(viewer.organisationId).video.count() };
}

async function filesOf(organisationId: string, uploadId: string) {
  const keys: string[] = [];
  for (const folder of ["videos", "uploads"]) for await (const { key } of storage().list(folder)) keys.push(key);
  return keys.filter((key) => key.includes(organisationId) || key.includes(uploadId));
}

test("a recording with a virus at its end is refused once it is whole, and nothing of it is kept", async () => {
  clamd.scan();
  const { viewer, of, videos } = await sent(wav(Buffer.from(eicar)));
  await expect(completeUpload(of)).rejects.toMatchObject({ code: "unsupported_type", message: "video_infected" });
  expect(await videos()).toBe(0);
  expect(await filesOf(viewer.organisationId, of.uploadId)).toEqual([]);
  await expect(findUpload(of)).rejects.toMatchObject({ code: "not_found" });

  const atOnce = receiveVideo(viewer, inChunks(wav(Buffer.from(eicar))));
  await expect(atOnce).rejects.toMatchObject({ message: "video_infected" });
  expect(await filesOf(viewer.organisationId, of.uploadId)).toEqual([]);
});

test("while the scanner is away a recording waits with its parts, and is taken once it is back", async () => {
  clamd.scan("tcp://127.0.0.1:1");
  const { of, videos } = await sent(wav(Buffer.from("clean")));
  await expect(completeUpload(of)).rejects.toMatchObject({ code: "unavailable", message: "scanner_away" });
  expect(await videos()).toBe(0);
  expect((await findUpload(of)).parts).toEqual([0, 1]);
  clamd.scan();
  expect(await completeUpload(of)).toEqual({ id: of.uploadId });
  expect(await videos()).toBe(1);
});

test("a recording longer than the scanner takes is refused for that reason", async () => {
  clamd.scan();
  clamd.state().mode = "too long";
  const { viewer, of, videos } = await sent(wav(Buffer.from("clean")));
  await expect(completeUpload(of)).rejects.toMatchObject({ code: "too_large", message: "scanner_too_small" });
  expect(await videos()).toBe(0);
  expect(await filesOf(viewer.organisationId, of.uploadId)).toEqual([]);
});
