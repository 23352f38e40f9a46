import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { makePosition, makeRecruiter, makeRequirement, makeViewer, positionContent } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { archivePosition } from "./archive-position";
import { findPosition, listPositionVersions } from "./find-position";
import { listPositions } from "./list-positions";
import { updatePosition } from "./save-position";
import { savePositionInput } from "./schema";
import { setPositionMembers } from "./set-members";

useWorkspace();

test("every save is a version, and the earlier ones stay as they were", async () => {
  const viewer = await makeRecruiter();
  const { id: positionId } = await makePosition({ owner: viewer, title: "First" });
  const change = { ...positionContent({ title: "Second" }), salaryMax: 50_000 };
  expect(await updatePosition({ viewer, positionId, baseVersion: 1, ...change })).toEqual({
    id: positionId,
    version: 2,
  });
  expect(await findPosition({ positionId, viewer })).toMatchObject({ version: 2, title: "Second", salaryMax: 50_000 });
  expect(await findPosition({ positionId, viewer, version: 1 })).toMatchObject({ title: "First", salaryMax: 30_000 });
  const versions = await listPositionVersions({ positionId, viewer });
  expect(versions).toMatchObject([
    { version: 2, createdBy: viewer.name },
    { version: 1, requirementCount: 1 },
  ]);
});

test("whoever saves from an old version is told, and overwrites nothing", async () => {
  const viewer = await makeRecruiter();
  const { id: positionId } = await makePosition({ owner: viewer });
  const save = (title: string) => updatePosition({ viewer, positionId, baseVersion: 1, ...positionContent({ title }) });
  const results = await Promise.allSettled([save("One"), save("Two"), save("Three")]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results) {
    if (result.status === "rejected") {
      expect(result.reason).toMatchObject({ code: "conflict", message: "position_changed" });
    }
  }
  expect(await scopedDb(viewer.organisationId).positionVersion.count({ where: { positionId } })).toBe(2);
});

test("another recruiter's organisation has no such position", async () => {
  const owner = await makeRecruiter();
  const viewer = await makeRecruiter();
  const { id: positionId } = await makePosition({ owner });
  const notFound = { code: "not_found" };
  expect(await findPosition({ positionId, viewer })).toBeNull();
  const content = positionContent();
  await expect(updatePosition({ viewer, positionId, baseVersion: 1, ...content })).rejects.toMatchObject(notFound);
  await expect(archivePosition({ positionId, isArchived: true, viewer })).rejects.toMatchObject(notFound);
  await expect(setPositionMembers({ positionId, userIds: [], viewer })).rejects.toMatchObject(notFound);
  await expect(listPositionVersions({ positionId, viewer })).rejects.toMatchObject(notFound);
});

test("hiring managers and interviewers see the positions they are members of", async () => {
  const owner = await makeRecruiter();
  const manager = await makeViewer("hiring_manager", { colleague: owner });
  const stranger = await makeViewer("hiring_manager");
  const { id: positionId } = await makePosition({ owner, title: "Theirs" });
  await makePosition({ owner, title: "Not theirs" });
  expect(await listPositions({ viewer: manager })).toEqual([]);
  await setPositionMembers({ positionId, userIds: [manager.userId, stranger.userId], viewer: owner });
  expect(await listPositions({ viewer: manager })).toMatchObject([{ title: "Theirs" }]);
  expect(await listPositions({ viewer: stranger })).toEqual([]);
  await setPositionMembers({ positionId, userIds: [], viewer: owner });
  expect(await findPosition({ positionId, viewer: manager })).toBeNull();
});

test("an archived position leaves the lists and comes back", async () => {
  const viewer = await makeRecruiter();
  const { id: positionId } = await makePosition({ owner: viewer });
  await archivePosition({ positionId, isArchived: true, viewer });
  expect(await listPositions({ viewer })).toEqual([]);
  expect(await listPositions({ viewer, state: "archived" })).toMatchObject([{ id: positionId }]);
  expect(await findPosition({ positionId, viewer })).toMatchObject({ isArchived: true });
  const saving = updatePosition({ viewer, positionId, baseVersion: 1, ...positionContent() });
  await expect(saving).rejects.toMatchObject({ code: "not_found" });
  await archivePosition({ positionId, isArchived: false, viewer });
  expect(await listPositions({ viewer })).toHaveLength(1);
});

test("a salary range is in order, and a requirement's key stands once", () => {
  expect(savePositionInput.safeParse({ title: "x", salaryMin: 5, salaryMax: 4 }).success).toBe(false);
  const row = makeRequirement();
  expect(savePositionInput.safeParse({ title: "x", requirements: [row, row] }).success).toBe(false);
  expect(savePositionInput.safeParse({ title: "x", requirements: [row, makeRequirement()] }).success).toBe(true);
});
