import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, systemDb } from "@/lib/db";
import { deleteResumes, purgeResumes } from "@/lib/resume/delete-resumes";
import { failReading } from "@/lib/resume/read-resume";
import { makeRecruiter, makeResume, makeViewer } from "@/lib/testing/factories";
import { readFile } from "@/lib/testing/read-file";
import { useWorkspace } from "@/lib/testing/workspace";
import { middleZh, strongZh } from "./fixtures/resumes";
import { failReview, makeReview } from "./make-review";
import { requestReview } from "./request-review";
import { review } from "./schema";

useWorkspace();

let viewer: Viewer;
beforeEach(async () => {
  viewer = await makeRecruiter();
});

const make = (text: string, isRead = true) => makeResume({ owner: viewer, bytes: Buffer.from(text), isRead });
const reviews = () => scopedDb(viewer.organisationId).resumeReview.findMany({ orderBy: { number: "asc" } });
const ordered = async () => {
  const where = { organisationId: viewer.organisationId, name: "resume/review.requested" };
  return (await systemDb().jobEvent.findMany({ where })).length;
};

/** What the job does with every review that waits. */
async function makeAll() {
  const { organisationId } = viewer;
  for (const { id: reviewId } of await reviews()) await makeReview({ organisationId, reviewId });
}

test("a resume that was read is reviewed, with a total for the list and the whole beside it", async () => {
  const { id: resumeId } = await make(strongZh);
  await requestReview({ resumeId, viewer });
  expect(await reviews()).toMatchObject([{ state: "pending", score: null, result: null }]);
  expect(await ordered()).toBe(1);
  await makeAll();
  const [made] = await reviews();
  const result = review.parse(made?.result);
  expect(made).toMatchObject({ state: "completed", engine: "built-in", score: result.overall, failureReason: null });
  // The job runs again after a crash: nothing changes.
  await makeAll();
  expect(await reviews()).toEqual([made]);
});

test("one that is still being read is reviewed when it has been", async () => {
  const { id: resumeId } = await make(strongZh, false);
  await requestReview({ resumeId, viewer });
  expect(await ordered()).toBe(0);
  await readFile({ organisationId: viewer.organisationId, resumeId });
  expect(await ordered()).toBe(1);
  await makeAll();
  expect(await reviews()).toMatchObject([{ state: "completed" }]);
});

test("asked for while it is being read, many times over: each review is ordered once", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { id: resumeId } = await make(`${middleZh}\n${randomUUID()}`, false);
    await Promise.all([
      readFile({ organisationId: viewer.organisationId, resumeId }),
      requestReview({ resumeId, viewer }),
    ]);
  }
  expect(await reviews()).toHaveLength(5);
  expect(await ordered()).toBe(5);
});

test("one that cannot be read fails with the reason, before and after it is known", async () => {
  const { organisationId } = viewer;
  const { id: resumeId } = await make(strongZh, false);
  await requestReview({ resumeId, viewer });
  await failReading({ organisationId, resumeId, reason: "unreadable_scan" });
  await requestReview({ resumeId, viewer });
  const failed = { state: "failed", failureReason: "unreadable_scan", result: null };
  expect(await reviews()).toMatchObject([failed, failed]);
  expect(await ordered()).toBe(0);
});

test("a first review is asked for once, however many ask at once", async () => {
  const { id: resumeId } = await make(strongZh);
  await Promise.all(Array.from({ length: 6 }, () => requestReview({ resumeId, viewer, isFirst: true })));
  expect(await reviews()).toHaveLength(1);
});

test("a text that is hardly a resume gets a reason and no score", async () => {
  const { id: resumeId } = await make("你好，世界");
  await requestReview({ resumeId, viewer });
  await makeAll();
  expect(await reviews()).toMatchObject([{ state: "failed", failureReason: "too_little", score: null, result: null }]);
});

test("work that failed too often is marked as such; what was completed stays", async () => {
  const { organisationId } = viewer;
  const { id: resumeId } = await make(strongZh);
  await requestReview({ resumeId, viewer });
  const [asked] = await reviews();
  const reviewId = asked?.id ?? "";
  await failReview({ organisationId, reviewId, reason: "internal" });
  expect(await reviews()).toMatchObject([{ state: "failed", failureReason: "internal" }]);
  expect(await makeReview({ organisationId, reviewId })).toEqual({ outcome: "gone" });
});

test("with the resume its reviews are deleted, and a review under way ends silently", async () => {
  const { organisationId } = viewer;
  const { id: resumeId } = await make(strongZh);
  await requestReview({ resumeId, viewer });
  const [asked] = await reviews();
  await deleteResumes({ resumeIds: [resumeId], viewer });
  await expect(requestReview({ resumeId, viewer })).rejects.toMatchObject({ code: "not_found" });
  await purgeResumes({ organisationId, asOf: new Date(Date.now() + 3_600_000) });
  expect(await reviews()).toEqual([]);
  expect(await makeReview({ organisationId, reviewId: asked?.id ?? "" })).toEqual({ outcome: "gone" });
});

test("nobody asks for another organisation's, and only who may change resumes asks at all", async () => {
  const { id: resumeId } = await make(strongZh);
  const stranger = await makeRecruiter();
  await expect(requestReview({ resumeId, viewer: stranger })).rejects.toMatchObject({ code: "not_found" });
  const manager = await makeViewer("hiring_manager", { colleague: viewer });
  await expect(requestReview({ resumeId, viewer: manager })).rejects.toMatchObject({ code: "forbidden" });
  expect(await reviews()).toEqual([]);
});
