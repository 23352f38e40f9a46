import { randomUUID } from "node:crypto";
import { utimes } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { resetEnv } from "@/lib/env";
import { storage } from "@/lib/storage/storage";
import { startBlobServer } from "@/lib/testing/blob-server";
import { makeRecruiter, makeResume } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { removeUnfinishedUploads } from "./remove-unfinished-uploads";
import { uploadKey } from "./upload-key";

const workspace = useWorkspace();
const hour = 3_600_000;

afterEach(() => {
  delete process.env.BLOB_READ_WRITE_TOKEN;
  delete process.env.VERCEL_BLOB_API_URL;
  resetEnv();
});

const keyOf = (viewer: Viewer) => uploadKey({ userId: viewer.userId, fileId: randomUUID() });

/** A resume's row that points at an upload. */
async function use(viewer: Viewer, storageKey: string) {
  const { id } = await makeResume({ owner: viewer });
  await scopedDb(viewer.organisationId).resume.update({ where: { id }, data: { storageKey } });
}

test("on disk: what lies under uploads for more than a day goes, but for what a row points at", async () => {
  expect(await removeUnfinishedUploads()).toEqual({ removed: 0, isMore: false });
  const viewer = await makeRecruiter();
  const [old, fresh, used] = [keyOf(viewer), keyOf(viewer), keyOf(viewer)];
  const resumes = `resumes/${viewer.organisationId}/${randomUUID()}`;
  for (const key of [old, fresh, used, resumes]) await storage().put(key, Buffer.from("x"), "text/plain");
  for (const [key, hours] of [
    [old, 25],
    [fresh, 23],
    [used, 25],
    [resumes, 25],
  ] as const) {
    const at = new Date(Date.now() - hours * hour);
    await utimes(join(workspace.dataDir, "files", key), at, at);
  }
  await use(viewer, used);
  expect(await removeUnfinishedUploads()).toEqual({ removed: 1, isMore: false });
  expect(await storage().get(old)).toBeNull();
  for (const key of [fresh, used, resumes]) expect(await storage().get(key), key).not.toBeNull();
});

test("in Vercel Blob: over all pages of the list, and more than a step's worth in several", async () => {
  const viewer = await makeRecruiter();
  const used = keyOf(viewer);
  await use(viewer, used);
  const blob = await startBlobServer(150);
  process.env.BLOB_READ_WRITE_TOKEN = "vercel_blob_rw_store123_secret456";
  process.env.VERCEL_BLOB_API_URL = blob.url;
  resetEnv();
  try {
    const fresh = keyOf(viewer);
    blob.files.set(fresh, new Date(Date.now() - 23 * hour));
    blob.files.set(used, new Date(Date.now() - 25 * hour));
    blob.files.set("resumes/a/b", new Date(0));
    for (let count = 0; count < 700; count += 1) blob.files.set(keyOf(viewer), new Date(Date.now() - 25 * hour));
    const removed: number[] = [];
    for (let isMore = true; isMore; ) {
      const outcome = await removeUnfinishedUploads();
      removed.push(outcome.removed);
      isMore = outcome.isMore;
    }
    expect(removed.length).toBeGreaterThan(2);
    expect(removed.reduce((sum, count) => sum + count)).toBe(700);
    expect([...blob.files.keys()].sort()).toEqual([fresh, used, "resumes/a/b"].sort());
    expect([...blob.authorizations]).toEqual(["Bearer vercel_blob_rw_store123_secret456"]);
  } finally {
    await blob.close();
  }
});
