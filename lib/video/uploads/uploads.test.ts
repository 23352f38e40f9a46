import { createHash, randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { storage } from "@/lib/storage/storage";
import { makeRecruiter, makeResume, makeViewer } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { partBytes } from "./parts";
import { beginUpload, completeUpload, findUpload, receivePart, senderOf } from "./receive-parts";

useWorkspace();

const description = {
  ...{ fileName: "a.wav", declaredType: "audio/wav", candidateName: "Jane", positionApplied: "Engineer" },
  hasAgreed: false,
};
const wav = (size: number) => Buffer.concat([Buffer.from("RIFF\x24\0\0\0WAVEfmt ", "latin1"), randomBytes(size - 16)]);

async function* inChunks(bytes: Buffer, breaksOff = false) {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
  if (breaksOff) throw new Error("The connection was lost");
}

function send(viewer: Viewer, uploadId: string, file: Buffer, part: number) {
  const bytes = file.subarray(part * partBytes, (part + 1) * partBytes);
  return receivePart({ sender: senderOf(viewer), uploadId, part, chunks: inChunks(bytes) });
}

async function partsLeft(uploadId: string) {
  const keys: string[] = [];
  for await (const { key } of storage().list("uploads")) if (key.includes(uploadId)) keys.push(key);
  return keys;
}

test("a recording comes in parts, in any order, is cut and goes on, and is whole at the end, once", async () => {
  const viewer = await makeRecruiter();
  const sender = senderOf(viewer);
  const file = wav(2 * partBytes + 1234);
  const { id: uploadId } = await beginUpload({ sender, description, fileSize: file.length });
  await send(viewer, uploadId, file, 2);
  const cut = inChunks(file.subarray(0, 1_000_000), true);
  await expect(receivePart({ sender, uploadId, part: 0, chunks: cut })).rejects.toThrow();
  expect((await findUpload({ sender, uploadId })).parts).toEqual([2]);
  await expect(completeUpload({ sender, uploadId })).rejects.toMatchObject({ message: "upload_incomplete" });
  await Promise.all([
    send(viewer, uploadId, file, 0),
    send(viewer, uploadId, file, 1),
    send(viewer, uploadId, file, 0),
  ]);
  expect((await findUpload({ sender, uploadId })).parts).toEqual([0, 1, 2]);
  const done = await Promise.all(Array.from({ length: 6 }, () => completeUpload({ sender, uploadId })));
  expect(done).toEqual(done.map(() => ({ id: uploadId })));
  expect(await completeUpload({ sender, uploadId })).toEqual({ id: uploadId });
  const [video, ...others] = await scopedDb(viewer.organisationId).video.findMany();
  expect(others).toEqual([]);
  expect(video).toMatchObject({ kind: "wav", candidateName: "Jane", recorded: {} });
  expect(Buffer.from((await storage().get(video?.storageKey ?? "")) ?? []).equals(file)).toBe(true);
  expect(await partsLeft(uploadId)).toEqual([]);
});

test("two uploads at once do not mix, and nobody sends into somebody else's", async () => {
  const [viewer, stranger] = await Promise.all([makeRecruiter(), makeRecruiter()]);
  const colleague = await makeRecruiter({ colleague: viewer });
  const files = [wav(partBytes + 10), wav(partBytes + 10)];
  const uploads = await Promise.all(
    files.map(({ length }) => beginUpload({ sender: senderOf(viewer), description, fileSize: length })),
  );
  await Promise.all(
    [0, 1].flatMap((part) => uploads.map(({ id }, index) => send(viewer, id, files[index] ?? Buffer.alloc(0), part))),
  );
  for (const [index, { id }] of uploads.entries()) {
    for (const other of [stranger, colleague])
      await expect(send(other, id, files[index] ?? Buffer.alloc(0), 0)).rejects.toMatchObject({ code: "not_found" });
    await completeUpload({ sender: senderOf(viewer), uploadId: id });
    const { storageKey } = await scopedDb(viewer.organisationId).video.findUniqueOrThrow({ where: { id } });
    expect(Buffer.from((await storage().get(storageKey)) ?? []).equals(files[index] ?? Buffer.alloc(0))).toBe(true);
  }
  const manager = await makeViewer("hiring_manager", { colleague: viewer });
  expect(() => senderOf(manager)).toThrow("forbidden");
});

test("two recordings of one resume at once: both are kept, the resume has one of them", async () => {
  const viewer = await makeRecruiter();
  const { id: resumeId } = await makeResume({ owner: viewer });
  const sender = senderOf(viewer);
  const ids = await Promise.all(
    [0, 1, 2, 3].map(async () => {
      const file = wav(5000);
      const { id } = await beginUpload({ sender, description: { ...description, resumeId }, fileSize: file.length });
      await send(viewer, id, file, 0);
      return id;
    }),
  );
  await Promise.all(ids.map((uploadId) => completeUpload({ sender, uploadId })));
  const videos = await scopedDb(viewer.organisationId).video.findMany({ select: { id: true, resumeId: true } });
  expect(videos.map(({ id }) => id).sort()).toEqual(ids.toSorted());
  expect(videos.filter((video) => video.resumeId === resumeId)).toHaveLength(1);
});

test("what is no recording is refused with its first part, and parts of another length are", async () => {
  const viewer = await makeRecruiter();
  const sender = senderOf(viewer);
  const page = Buffer.from("<html>".repeat(1000));
  const { id: uploadId } = await beginUpload({ sender, description, fileSize: page.length });
  await expect(send(viewer, uploadId, page, 0)).rejects.toMatchObject({ code: "unsupported_type" });
  await expect(findUpload({ sender, uploadId })).rejects.toMatchObject({ code: "not_found" });
  expect(await partsLeft(uploadId)).toEqual([]);
  const { id } = await beginUpload({ sender, description, fileSize: 5000 });
  for (const length of [4999, 5001])
    await expect(receivePart({ sender, uploadId: id, part: 0, chunks: inChunks(wav(length)) })).rejects.toMatchObject({
      message: "upload_cut_off",
    });
  await expect(receivePart({ sender, uploadId: id, part: 1, chunks: inChunks(wav(100)) })).rejects.toMatchObject({
    code: "bad_request",
  });
});

test("200 MB in parts are their sender's byte for byte, and never in memory as a whole", async () => {
  const viewer = await makeRecruiter();
  const sender = senderOf(viewer);
  const fileSize = 200_000_000;
  const { id: uploadId } = await beginUpload({ sender, description, fileSize });
  const chunk = wav(65_536);
  const sent = createHash("sha256");
  const before = process.memoryUsage.rss();
  let most = before;
  const chunks = async function* (length: number) {
    for (let left = length; left > 0; left -= chunk.length) {
      most = Math.max(most, process.memoryUsage.rss());
      // As a socket gives it: new memory for each.
      const bytes = Buffer.from(chunk.subarray(0, Math.min(left, chunk.length)));
      sent.update(bytes);
      yield bytes;
    }
  };
  for (let part = 0; part * partBytes < fileSize; part += 1)
    await receivePart({ sender, uploadId, part, chunks: chunks(Math.min(partBytes, fileSize - part * partBytes)) });
  await completeUpload({ sender, uploadId });
  most = Math.max(most, process.memoryUsage.rss());
  expect((most - before) / 1e6).toBeLessThan(100);
  const video = await scopedDb(viewer.organisationId).video.findUniqueOrThrow({ where: { id: uploadId } });
  const stored = createHash("sha256");
  for await (const bytes of (await storage().getRange(video.storageKey, 0, fileSize)) ?? []) stored.update(bytes);
  expect(stored.digest("hex")).toBe(sent.digest("hex"));
  expect(await partsLeft(uploadId)).toEqual([]);
});
