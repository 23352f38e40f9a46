import { createHash, randomUUID } from "node:crypto";
import { getPayloadFromClientToken } from "@vercel/blob/client";
import { afterEach, expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { resetEnv } from "@/lib/env";
import { largestFileBytes } from "@/lib/resume/schema";
import { storage } from "@/lib/storage/storage";
import { makeRecruiter, makeViewer } from "@/lib/testing/factories";
import { txtFile } from "@/lib/testing/resume-files";
import { useWorkspace } from "@/lib/testing/workspace";
import { allowUpload, tokenRequest } from "./allow-upload";
import { completeUpload } from "./complete-upload";
import { uploadKey } from "./upload-key";

useWorkspace();

afterEach(() => {
  delete process.env.BLOB_READ_WRITE_TOKEN;
  resetEnv();
});

function useBlob() {
  process.env.BLOB_READ_WRITE_TOKEN = "vercel_blob_rw_store123_secret456";
  resetEnv();
}

/** As `retrieveClientToken` of @vercel/blob/client asks. */
function ask(viewer: Viewer, { fileId = randomUUID(), userId = viewer.userId, clientPayload = "" } = {}) {
  const payload = { pathname: uploadKey({ userId, fileId }), multipart: false };
  const sent = clientPayload || JSON.stringify({ fileId, isArchive: false });
  const body = tokenRequest.parse({
    type: "blob.generate-client-token",
    payload: { ...payload, clientPayload: sent },
  });
  return allowUpload({ viewer, body, request: new Request("https://app.example/api/v1/resumes/uploads") });
}

test("a token is for one address, one size and ten minutes", async () => {
  useBlob();
  const viewer = await makeRecruiter();
  const fileId = randomUUID();
  const answer = await ask(viewer, { fileId });
  if (answer.type !== "blob.generate-client-token") throw new Error(answer.type);
  const token = getPayloadFromClientToken(answer.clientToken);
  expect(token).toMatchObject({
    pathname: `uploads/${viewer.userId}/${fileId}`,
    maximumSizeInBytes: largestFileBytes,
    addRandomSuffix: false,
  });
  expect(token.validUntil - Date.now()).toBeLessThanOrEqual(600_000);
  expect(token.onUploadCompleted).toBeUndefined();
});

test("nobody gets a token for another's corner, without the permission, or where files lie on disk", async () => {
  const viewer = await makeRecruiter();
  await expect(ask(viewer)).rejects.toMatchObject({ message: "no_direct_upload" });
  useBlob();
  await expect(ask(viewer, { userId: randomUUID() })).rejects.toMatchObject({ code: "forbidden" });
  await expect(ask(viewer, { clientPayload: "{}" })).rejects.toMatchObject({ code: "bad_request" });
  await expect(ask(await makeViewer("interviewer"))).rejects.toMatchObject({ code: "forbidden" });
});

/** As if the browser had put the file into storage. */
async function putFile(viewer: Viewer, bytes: Buffer) {
  const fileId = randomUUID();
  await storage().put(uploadKey({ userId: viewer.userId, fileId }), bytes, "application/octet-stream");
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { batchId: randomUUID(), fileId, fileName: "Jane.txt", declaredType: "text/plain", size: bytes.length, hash };
}

test("a file that is there whole is taken over, once", async () => {
  const viewer = await makeRecruiter();
  const sent = await putFile(viewer, txtFile(1).bytes);
  const item = await completeUpload({ ...sent, viewer });
  expect(item).toMatchObject({ outcome: "accepted", fileName: "Jane.txt", clientFileId: sent.fileId });
  expect(await storage().get(uploadKey({ ...sent, userId: viewer.userId }))).toBeNull();
  expect(await completeUpload({ ...sent, viewer })).toEqual(item);
  const stored = await scopedDb(viewer.organisationId).resume.findFirstOrThrow();
  expect(await storage().get(stored.storageKey)).toEqual(txtFile(1).bytes);
});

test("a file of another size or hash, or of another person, is not", async () => {
  const viewer = await makeRecruiter();
  const sent = await putFile(viewer, txtFile(2).bytes);
  for (const wrong of [{ size: sent.size + 1 }, { hash: "0".repeat(64) }, { fileId: randomUUID() }]) {
    await expect(completeUpload({ ...sent, ...wrong, viewer })).rejects.toMatchObject({ message: "upload_cut_off" });
  }
  const colleague = await makeRecruiter({ colleague: viewer });
  await expect(completeUpload({ ...sent, viewer: colleague })).rejects.toMatchObject({ message: "upload_cut_off" });
  expect(await scopedDb(viewer.organisationId).importItem.count()).toBe(0);
});
