import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { archivePosition } from "@/lib/position/archive-position";
import { setPositionMembers } from "@/lib/position/set-members";
import { findResume } from "@/lib/resume/find-resume";
import { makePosition, makeRecruiter, makeResume, makeViewer, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { assignResumes } from "./assign-resumes";
import { listApplications } from "./list-applications";

useWorkspace();

test("assigning twice, also at once, gives back the first application", async () => {
  const viewer = await makeRecruiter();
  const { id: positionId } = await makePosition({ owner: viewer });
  const { id } = await makeResume({ owner: viewer });
  const assign = () => assignResumes({ positionId, resumeIds: [id], viewer });
  const results = await Promise.all([assign(), assign(), assign()]);
  expect(results.map(({ assigned }) => assigned).sort()).toEqual([0, 0, 1]);
  expect(new Set(results.flatMap(({ applicationIds }) => applicationIds)).size).toBe(1);
  const [listed] = await listApplications({ positionId, viewer });
  expect(listed).toMatchObject({ resumeId: id, stage: "applied" });
  expect(await assign()).toMatchObject({ assigned: 0, already: 1 });
  expect(await listApplications({ positionId, viewer })).toEqual([listed]);
  expect((await findResume({ resumeId: id, viewer }))?.applications).toMatchObject([{ positionId, stage: "applied" }]);
});

test("a candidate whom a screening brought is assigned from then on, and keeps the result", async () => {
  const viewer = await makeRecruiter();
  const { id: positionId } = await makePosition({ owner: viewer });
  const { id } = await makeResume({ owner: viewer });
  await screen({ positionId, resumeIds: [id], viewer });
  const [before] = await listApplications({ positionId, viewer });
  expect(before?.assignedAt).toBeNull();
  expect(await assignResumes({ positionId, resumeIds: [id], viewer })).toMatchObject({ assigned: 1, already: 0 });
  const [after] = await listApplications({ positionId, viewer });
  expect(after).toMatchObject({ id: before?.id, score: before?.score, assignedAt: expect.any(String) });
});

test("what is not read, removed or of others is left out and counted", async () => {
  const viewer = await makeRecruiter();
  const { id: positionId } = await makePosition({ owner: viewer });
  const [read, unread, theirs] = [
    await makeResume({ owner: viewer }),
    await makeResume({ owner: viewer, isRead: false }),
    await makeResume({ owner: await makeRecruiter() }),
  ];
  const resumeIds = [read.id, unread.id, theirs.id, randomUUID()];
  expect(await assignResumes({ positionId, resumeIds, viewer })).toMatchObject({ assigned: 1, skipped: 3 });
  const nothing = assignResumes({ positionId, resumeIds: [theirs.id], viewer });
  await expect(nothing).rejects.toMatchObject({ code: "conflict", message: "nothing_to_assign" });
});

test("nobody is assigned to an archived position, or to one of others", async () => {
  const viewer = await makeRecruiter();
  const { id } = await makeResume({ owner: viewer });
  const { id: positionId } = await makePosition({ owner: viewer });
  await archivePosition({ positionId, isArchived: true, viewer });
  const assign = (to: string, by = viewer) => assignResumes({ positionId: to, resumeIds: [id], viewer: by });
  await expect(assign(positionId)).rejects.toMatchObject({ code: "conflict", message: "position_archived" });
  const { id: foreign } = await makePosition({ owner: await makeRecruiter() });
  await expect(assign(foreign)).rejects.toMatchObject({ code: "not_found" });
  const manager = await makeViewer("hiring_manager", { colleague: viewer });
  await expect(assign(positionId, manager)).rejects.toMatchObject({ code: "forbidden" });
  expect(await scopedDb(viewer.organisationId).application.count()).toBe(0);
});

test("members see the candidates of their position only", async () => {
  const viewer = await makeRecruiter();
  const manager = await makeViewer("hiring_manager", { colleague: viewer });
  const { id: positionId } = await makePosition({ owner: viewer });
  await assignResumes({ positionId, resumeIds: [(await makeResume({ owner: viewer })).id], viewer });
  const listing = () => listApplications({ positionId, viewer: manager });
  await expect(listing()).rejects.toMatchObject({ code: "not_found" });
  await setPositionMembers({ positionId, userIds: [manager.userId], viewer });
  expect(await listing()).toHaveLength(1);
});
