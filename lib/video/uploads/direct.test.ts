import { randomBytes } from "node:crypto";
import { getPayloadFromClientToken } from "@vercel/blob/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ApiError } from "@/lib/api/call-api";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { resetEnv } from "@/lib/env";
import { startBlobServer } from "@/lib/testing/blob-server";
import { makeRecruiter } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { allowDirect } from "./allow-direct";
import { directPartBytes } from "./parts";
import { beginUpload, completeUpload, forgetOldUploads, senderOf } from "./receive-parts";
import { type DirectMemory, sendDirect } from "./send-direct";

useWorkspace();

let blob: Awaited<ReturnType<typeof startBlobServer>>;
beforeEach(async () => {
  blob = await startBlobServer();
  process.env.BLOB_READ_WRITE_TOKEN = "vercel_blob_rw_store123_secret456";
  Object.assign(process.env, { VERCEL_BLOB_API_URL: blob.url, VERCEL_BLOB_RETRIES: "0" });
  resetEnv();
});
afterEach(async () => {
  await blob.close();
  for (const name of ["BLOB_READ_WRITE_TOKEN", "VERCEL_BLOB_API_URL", "VERCEL_BLOB_RETRIES"]) delete process.env[name];
  resetEnv();
});

const description = {
  ...{ fileName: "a.wav", declaredType: "audio/wav", candidateName: "Jane", positionApplied: "Engineer" },
  hasAgreed: false,
};
const wav = (size: number) => Buffer.concat([Buffer.from("RIFF\x24\0\0\0WAVEfmt ", "latin1"), randomBytes(size - 16)]);
const head = (file: Buffer) => file.subarray(0, 64).toString("base64");

/** As the browser does it, with a page that may be closed in between. */
async function sender(viewer: Viewer, file: Buffer) {
  const upload = await beginUpload({ sender: senderOf(viewer), description, fileSize: file.length });
  const shares: number[] = [];
  let memory: DirectMemory | null = null;
  return {
    upload,
    shares,
    memory: () => memory,
    send: () =>
      sendDirect({
        ...{ file: new Blob([Uint8Array.from(file)]), upload, onProgress: (share: number) => shares.push(share) },
        askAccess: () => allowDirect({ sender: senderOf(viewer), uploadId: upload.id, head: head(file) }),
        recall: () => memory && structuredClone(memory),
        remember: (known) => {
          memory = structuredClone(known);
        },
        patiently: (work) => work(),
      }),
  };
}

test("a recording goes straight into Blob in parts, breaks off, goes on with what is missing, and is one", async () => {
  const viewer = await makeRecruiter();
  const file = wav(2 * directPartBytes + 1234);
  const { upload, send, shares, memory } = await sender(viewer, file);
  expect(upload).toMatchObject({ isDirect: true, partSize: directPartBytes });
  const of = { sender: senderOf(viewer), uploadId: upload.id };
  const asked: string[] = [];
  blob.script((action, part) => {
    asked.push(`${action} ${part}`);
    return action === "upload" && part === 2 ? null : undefined;
  });
  await expect(send()).rejects.toMatchObject({ code: "offline" });
  expect(memory()?.parts).toEqual([{ etag: "etag-1", partNumber: 1 }]);
  await expect(completeUpload(of)).rejects.toMatchObject({ message: "upload_incomplete" });
  asked.length = 0;
  blob.script((action, part) => void asked.push(`${action} ${part}`));
  await send();
  expect(asked.map((one) => one.replace(" NaN", ""))).toEqual(["upload 2", "upload 3", "complete 0"]);
  expect(shares.at(-1)).toBe(1);
  expect(await completeUpload(of)).toEqual({ id: upload.id });
  expect(await completeUpload(of)).toEqual({ id: upload.id });
  const video = await scopedDb(viewer.organisationId).video.findUniqueOrThrow({ where: { id: upload.id } });
  expect(video).toMatchObject({ kind: "wav", candidateName: "Jane", fileSize: BigInt(file.length) });
  expect(blob.bytes.get(video.storageKey)?.equals(file)).toBe(true);
  // The server's own token never went to the browser.
  expect([...blob.authorizations].filter((one) => one?.includes("vercel_blob_client_")).length).toBeGreaterThan(0);
});

test("a token is for one address and one length, of one's own upload, and of a recording", async () => {
  const [viewer, stranger] = await Promise.all([makeRecruiter(), makeRecruiter()]);
  const file = wav(5000);
  const { upload } = await sender(viewer, file);
  const of = { sender: senderOf(viewer), uploadId: upload.id };
  const first = await allowDirect({ ...of, head: head(file) });
  const again = await allowDirect({ ...of, head: head(file) });
  expect(again.pathname).toBe(first.pathname);
  expect(first.pathname.startsWith(`videos/${viewer.organisationId}/${upload.id}-`)).toBe(true);
  const payload = getPayloadFromClientToken(first.token);
  expect(payload).toMatchObject({
    ...{ pathname: first.pathname, maximumSizeInBytes: 5000, addRandomSuffix: false, allowOverwrite: false },
  });
  expect(payload.validUntil - Date.now()).toBeLessThanOrEqual(3_600_000);
  const theirs = allowDirect({ ...of, sender: senderOf(stranger), head: head(file) });
  await expect(theirs).rejects.toMatchObject({ code: "not_found" });
  const page = Buffer.from("<html>".repeat(20)).toString("base64");
  await expect(allowDirect({ ...of, head: page })).rejects.toMatchObject({ code: "unsupported_type" });
  await expect(allowDirect({ ...of, head: head(file) })).rejects.toMatchObject({ code: "not_found" });
});

test("a refusal is told apart from a lost connection, and what nobody took over goes after a day", async () => {
  const viewer = await makeRecruiter();
  const file = wav(9000);
  const { upload, send } = await sender(viewer, file);
  await send();
  expect(blob.files.size).toBe(1);
  const short = await sender(viewer, wav(8000));
  await allowDirect({ sender: senderOf(viewer), uploadId: short.upload.id, head: head(file) });
  blob.script((action) => (action === "create" ? 403 : undefined));
  const refused = await short.send().catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ApiError);
  await forgetOldUploads(new Date(Date.now() + 25 * 3_600_000));
  expect(blob.files.size).toBe(0);
  const gone = completeUpload({ sender: senderOf(viewer), uploadId: upload.id });
  await expect(gone).rejects.toMatchObject({ code: "not_found" });
});

test("where recordings lie on disk they come through the server, and nobody gets a token", async () => {
  delete process.env.BLOB_READ_WRITE_TOKEN;
  resetEnv();
  const viewer = await makeRecruiter();
  const { upload } = await sender(viewer, wav(5000));
  expect(upload.isDirect).toBe(false);
  const asked = allowDirect({ sender: senderOf(viewer), uploadId: upload.id, head: head(wav(64)) });
  await expect(asked).rejects.toMatchObject({ message: "no_direct_upload" });
});
