import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { makeRecruiter, makeResume } from "@/lib/testing/factories";
import { pdfFile, txtFile } from "@/lib/testing/resume-files";
import { useWorkspace } from "@/lib/testing/workspace";
import { findResume } from "./find-resume";
import { failReading, readResume } from "./read-resume";
import { retryResumes } from "./retry-resumes";

const workspace = useWorkspace();

test("a file is read into text, profile and what lists show", async () => {
  const viewer = await makeRecruiter();
  const { bytes, name } = pdfFile(5);
  const { id: resumeId } = await makeResume({ owner: viewer, bytes, fileName: name });
  const resume = await findResume({ resumeId, viewer });
  expect(resume).toMatchObject({
    state: "COMPLETED",
    fileKind: "pdf",
    candidateName: "Hugo Miller",
    failureReason: null,
  });
  expect(resume?.document?.text).toContain("Northwind Systems 5");
  expect(resume?.skills).toEqual(expect.arrayContaining(["Java", "PostgreSQL"]));
});

test("reading twice, also at once, leaves one text and one candidate", async () => {
  const owner = await makeRecruiter();
  const { organisationId } = owner;
  const { id: resumeId } = await makeResume({ owner, isRead: false });
  await Promise.all([readResume({ organisationId, resumeId }), readResume({ organisationId, resumeId })]);
  await readResume({ organisationId, resumeId });
  const db = scopedDb(organisationId);
  expect(await db.resumeContent.count()).toBe(1);
  const candidates = await db.candidate.findMany({ select: { id: true } });
  const resume = await db.resume.findFirstOrThrow();
  expect(resume).toMatchObject({ state: "COMPLETED", candidateId: candidates[0]?.id });
  expect(candidates).toHaveLength(1);
});

test("a second file with the same text is a duplicate of the first, without a candidate of its own", async () => {
  const owner = await makeRecruiter();
  const { bytes } = txtFile(31);
  const first = await makeResume({ owner, bytes });
  const second = await makeResume({ owner, bytes: Buffer.concat([bytes, Buffer.from("\n \n")]) });
  const db = scopedDb(owner.organisationId);
  expect(await db.resume.findUnique({ where: { id: second.id } })).toMatchObject({
    ...{ state: "COMPLETED", duplicateOfId: first.id, candidateId: null },
  });
  expect(await db.candidate.count()).toBe(1);
});

test("two files with one text read at once: one of them is the duplicate", async () => {
  const owner = await makeRecruiter();
  const { organisationId } = owner;
  const { bytes } = txtFile(32);
  const files = [bytes, Buffer.concat([bytes, Buffer.from("\n")]), Buffer.concat([bytes, Buffer.from("\n\n")])];
  const resumes = await Promise.all(files.map((file) => makeResume({ owner, bytes: file, isRead: false })));
  await Promise.all(resumes.map(({ id: resumeId }) => readResume({ organisationId, resumeId })));
  const db = scopedDb(organisationId);
  expect(await db.resume.count({ where: { duplicateOfId: null } })).toBe(1);
  expect(await db.candidate.count()).toBe(1);
});

test("a file that is gone from the store fails with that reason, and can be tried again", async () => {
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  const { id: resumeId } = await makeResume({ owner: viewer, isRead: false });
  await rm(join(workspace.dataDir, "files", "resumes", organisationId, resumeId));
  expect(await readResume({ organisationId, resumeId })).toEqual({ outcome: "failed" });
  expect(await findResume({ resumeId, viewer })).toMatchObject({ state: "FAILED", failureReason: "file_missing" });
  expect(await retryResumes({ resumeIds: [resumeId], viewer })).toEqual({ retried: 1 });
  expect(await retryResumes({ resumeIds: [resumeId], viewer })).toEqual({ retried: 0 });
  expect(await findResume({ resumeId, viewer })).toMatchObject({ state: "PENDING", failureReason: null });
});

test("a resume that was read is not marked as failed afterwards", async () => {
  const viewer = await makeRecruiter();
  const { id: resumeId } = await makeResume({ owner: viewer });
  await failReading({ organisationId: viewer.organisationId, resumeId, reason: "internal" });
  expect(await findResume({ resumeId, viewer })).toMatchObject({ state: "COMPLETED", failureReason: null });
});

test("another organisation's job cannot read it", async () => {
  const owner = await makeRecruiter();
  const other = await makeRecruiter();
  const { id: resumeId } = await makeResume({ owner, isRead: false });
  expect(await readResume({ organisationId: other.organisationId, resumeId })).toEqual({ outcome: "gone" });
  expect(await findResume({ resumeId, viewer: owner })).toMatchObject({ state: "PENDING" });
});
