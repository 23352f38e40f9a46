import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { makePosition, makeRecruiter, makeResume, makeViewer, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { assignResumes } from "./assign-resumes";
import { listApplications } from "./list-applications";
import { undoAssignment } from "./undo-assignment";

useWorkspace();

async function makeAssigned({ screenFirst = false } = {}) {
  const viewer = await makeRecruiter();
  const { id: positionId } = await makePosition({ owner: viewer });
  const { id: resumeId } = await makeResume({ owner: viewer });
  if (screenFirst) await screen({ positionId, resumeIds: [resumeId], viewer });
  const before = await listApplications({ positionId, viewer });
  const { assignedIds } = await assignResumes({ positionId, resumeIds: [resumeId], viewer });
  return { viewer, positionId, resumeId, before, applicationIds: assignedIds };
}

test("who was put on a position a moment ago is taken off again, once", async () => {
  const { viewer, positionId, resumeId, applicationIds } = await makeAssigned();
  const { id: other } = await makeResume({ owner: viewer });
  await assignResumes({ positionId, resumeIds: [other], viewer });
  // Assigning the same one again is no new assignment.
  expect((await assignResumes({ positionId, resumeIds: [resumeId], viewer })).assignedIds).toEqual([]);
  expect(await undoAssignment({ positionId, applicationIds, viewer })).toEqual({ undone: 1, kept: 0 });
  expect((await listApplications({ positionId, viewer })).map((row) => row.resumeId)).toEqual([other]);
  expect(await undoAssignment({ positionId, applicationIds, viewer })).toEqual({ undone: 0, kept: 1 });
  const audit = await scopedDb(viewer.organisationId).auditEvent.findMany({
    where: { action: "application.unassigned" },
  });
  expect(audit).toMatchObject([{ subjectId: positionId, details: { candidates: 1 } }]);
});

test("whom a screening brought stays as the screening left them", async () => {
  const { viewer, positionId, before, applicationIds } = await makeAssigned({ screenFirst: true });
  expect(await undoAssignment({ positionId, applicationIds, viewer })).toEqual({ undone: 1, kept: 0 });
  expect(await listApplications({ positionId, viewer })).toEqual(before);
});

test("with whom something has happened since stays assigned", async () => {
  const screened = await makeAssigned();
  await screen({ ...screened, resumeIds: [screened.resumeId] });
  const noted = await makeAssigned();
  await scopedDb(noted.viewer.organisationId).application.updateMany({ data: { notes: "called" } });
  const old = await makeAssigned();
  await scopedDb(old.viewer.organisationId).application.updateMany({
    data: { assignedAt: new Date(Date.now() - 3_600_000) },
  });
  for (const assigned of [screened, noted, old]) {
    expect(await undoAssignment(assigned)).toEqual({ undone: 0, kept: 1 });
    expect(await listApplications(assigned)).toMatchObject([{ assignedAt: expect.any(String) }]);
  }
});

test("another organisation's or position's candidates stay, and a hiring manager undoes nothing", async () => {
  const { viewer, positionId, applicationIds } = await makeAssigned();
  const stranger = await makeAssigned();
  const theirs = undoAssignment({ positionId, applicationIds, viewer: stranger.viewer });
  await expect(theirs).rejects.toMatchObject({ code: "not_found" });
  expect(await undoAssignment({ ...stranger, applicationIds })).toEqual({ undone: 0, kept: 1 });
  const manager = await makeViewer("hiring_manager", { colleague: viewer });
  await expect(undoAssignment({ positionId, applicationIds, viewer: manager })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await listApplications({ positionId, viewer })).toHaveLength(1);
});
