import { expect, test } from "vitest";
import { assignResumes } from "@/lib/application/assign-resumes";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { makePosition, makeRecruiter, makeResume, makeViewer, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { deleteResumes, purgeResumes } from "./delete-resumes";
import { findRelated } from "./find-related";
import { joinCandidates } from "./join-candidates";
import { splitCandidate } from "./split-candidate";

useWorkspace();

/** Two candidates: both on one position, the second alone on another, where it was screened. */
async function twoCandidates() {
  const viewer = await makeRecruiter();
  const [a, b] = [await makeResume({ owner: viewer }), await makeResume({ owner: viewer })];
  const [both, second] = [await makePosition({ owner: viewer }), await makePosition({ owner: viewer })];
  await assignResumes({ positionId: both.id, resumeIds: [a.id, b.id], viewer });
  await screen({ positionId: second.id, resumeIds: [b.id], viewer });
  return { viewer, a: a.id, b: b.id, both: both.id, second: second.id };
}

async function state({ organisationId }: Viewer) {
  const db = scopedDb(organisationId);
  const order = { orderBy: { number: "asc" } } as const;
  return {
    resumes: await db.resume.findMany({ ...order, select: { id: true, candidateId: true, joinedFromId: true } }),
    candidates: await db.candidate.findMany({ ...order, select: { id: true, name: true, mergedIntoId: true } }),
    applications: await db.application.findMany({
      ...order,
      select: { id: true, candidateId: true, resumeId: true, currentRunId: true, stage: true },
    }),
  };
}

test("joining brings resumes and applications under the earlier candidate; both stay where both applied", async () => {
  const { viewer, a, b } = await twoCandidates();
  const before = await state(viewer);
  const joined = await joinCandidates({ resumeId: b, otherResumeId: a, viewer });
  expect(joined).toEqual({ splitId: b, movedResumes: 1, movedApplications: 1, keptApplications: 1 });

  const after = await state(viewer);
  const [into, from] = before.candidates.map(({ id }) => id);
  expect(after.resumes.map(({ candidateId }) => candidateId)).toEqual([into, into]);
  expect(after.candidates[1]).toEqual({ id: from, name: null, mergedIntoId: into });
  expect(after.applications.map(({ id }) => id)).toEqual(before.applications.map(({ id }) => id));
  expect(after.applications.map(({ candidateId }) => candidateId).toSorted()).toEqual([into, into, from].toSorted());
  expect(after.applications.filter(({ currentRunId }) => currentRunId)).toHaveLength(1);
  expect((await findRelated({ resumeId: a, viewer })).versions).toMatchObject([{ id: b, splitId: b }]);
  const audit = { where: { action: "resume.joined" }, select: { subjectId: true, actorId: true } };
  const events = await scopedDb(viewer.organisationId).auditEvent.findMany(audit);
  expect(events.map(({ subjectId }) => subjectId).toSorted()).toEqual([a, b].toSorted());
});

test("splitting puts everything back as it was", async () => {
  const { viewer, a, b } = await twoCandidates();
  const before = await state(viewer);
  await joinCandidates({ resumeId: a, otherResumeId: b, viewer });
  await splitCandidate({ resumeId: b, viewer });
  expect(await state(viewer)).toEqual(before);
  await splitCandidate({ resumeId: b, viewer });
  expect(await state(viewer)).toEqual(before);
});

test("after thirty days two that were joined stay joined", async () => {
  const { viewer, a, b } = await twoCandidates();
  await joinCandidates({ resumeId: a, otherResumeId: b, viewer });
  const db = scopedDb(viewer.organisationId);
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  const version = async () => (await findRelated({ resumeId: a, viewer })).versions[0];
  await db.resume.update({ where: { id: b }, data: { joinedAt: daysAgo(29) } });
  expect(await version()).toMatchObject({ isJoined: true, splitId: b, splitUntil: expect.any(String) });
  await db.resume.update({ where: { id: b }, data: { joinedAt: daysAgo(31) } });
  expect(await version()).toMatchObject({ isJoined: true, splitId: null, splitUntil: null });
  const joined = await state(viewer);
  await expect(splitCandidate({ resumeId: b, viewer })).rejects.toMatchObject({ code: "conflict" });
  expect(await state(viewer)).toEqual(joined);
});

test("an application made after joining goes along with its resume when it is split off", async () => {
  const { viewer, a, b } = await twoCandidates();
  await joinCandidates({ resumeId: a, otherResumeId: b, viewer });
  const { id: positionId } = await makePosition({ owner: viewer });
  await assignResumes({ positionId, resumeIds: [b], viewer });
  await splitCandidate({ resumeId: b, viewer });
  const db = scopedDb(viewer.organisationId);
  const { candidateId } = await db.resume.findUniqueOrThrow({ where: { id: b } });
  expect(await db.application.findMany({ where: { positionId } })).toMatchObject([{ candidateId, resumeId: b }]);
});

test("of three joined one after the other each can be split off alone", async () => {
  const { viewer, a, b } = await twoCandidates();
  const { id: c } = await makeResume({ owner: viewer });
  const before = await state(viewer);
  await joinCandidates({ resumeId: b, otherResumeId: c, viewer });
  await joinCandidates({ resumeId: a, otherResumeId: b, viewer });
  expect(new Set((await state(viewer)).resumes.map(({ candidateId }) => candidateId)).size).toBe(1);
  await splitCandidate({ resumeId: c, viewer });
  await splitCandidate({ resumeId: b, viewer });
  expect(await state(viewer)).toEqual(before);
});

test("a double click, or both ways at once, joins once", async () => {
  const { viewer, a, b } = await twoCandidates();
  const joins = await Promise.all([
    joinCandidates({ resumeId: a, otherResumeId: b, viewer }),
    joinCandidates({ resumeId: b, otherResumeId: a, viewer }),
    joinCandidates({ resumeId: a, otherResumeId: b, viewer }),
  ]);
  expect(joins.filter(({ splitId }) => splitId)).toHaveLength(1);
  expect((await state(viewer)).resumes.filter(({ joinedFromId }) => joinedFromId)).toHaveLength(1);
});

test("when a joined resume is deleted nothing of its former candidate stays", async () => {
  const { viewer, a, b } = await twoCandidates();
  const remove = async (resumeId: string) => {
    await deleteResumes({ resumeIds: [resumeId], viewer });
    await purgeResumes({ organisationId: viewer.organisationId, asOf: new Date(Date.now() + 3_600_000) });
  };
  await joinCandidates({ resumeId: a, otherResumeId: b, viewer });
  await remove(b);
  expect((await state(viewer)).candidates).toMatchObject([{ mergedIntoId: null }]);
  await remove(a);
  expect(await state(viewer)).toEqual({ resumes: [], candidates: [], applications: [] });
});

test("nobody joins or splits what is not theirs", async () => {
  const { viewer, a, b } = await twoCandidates();
  const stranger = await makeRecruiter();
  const own = await makeResume({ owner: stranger });
  const before = await state(viewer);
  for (const ids of [
    { resumeId: a, otherResumeId: b },
    { resumeId: own.id, otherResumeId: b },
  ]) {
    await expect(joinCandidates({ ...ids, viewer: stranger })).rejects.toMatchObject({ code: "not_found" });
  }
  await expect(splitCandidate({ resumeId: a, viewer: stranger })).rejects.toMatchObject({ code: "not_found" });
  const manager = await makeViewer("hiring_manager", { colleague: viewer });
  const joining = joinCandidates({ resumeId: a, otherResumeId: b, viewer: manager });
  await expect(joining).rejects.toMatchObject({ code: "forbidden" });
  expect(await state(viewer)).toEqual(before);
});
