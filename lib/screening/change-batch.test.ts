import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { archivePosition } from "@/lib/position/archive-position";
import { makePosition, makeRecruiter, makeResume, makeViewer } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { changeBatch } from "./change-batch";
import { findBatch } from "./find-batch";
import { findBoard } from "./find-board";
import { failScreenings, listPendingRuns, runScreenings } from "./run-screenings";
import { startScreening } from "./start-screening";

useWorkspace();

/** A started screening of some resumes, none of them made yet. */
async function start(resumes = 3) {
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  const { id: positionId } = await makePosition({ owner: viewer });
  const resumeIds: string[] = [];
  for (let index = 0; index < resumes; index += 1) resumeIds.push((await makeResume({ owner: viewer })).id);
  const { batchId } = await startScreening({ positionId, resumeIds, viewer });
  const runIds = await listPendingRuns({ organisationId, batchId });
  const change = (action: Parameters<typeof changeBatch>[0]["action"]) => changeBatch({ batchId, action, viewer });
  const states = async () => (await findBatch({ batchId, viewer }))?.runs.map(({ state }) => state);
  const find = async () => (await findBatch({ batchId, viewer }))?.batch;
  const events = () => scopedDb(organisationId).jobEvent.count({ where: { name: "screening/requested" } });
  const audited = async () =>
    (await scopedDb(organisationId).auditEvent.findMany({ orderBy: { createdAt: "asc" } }))
      .map(({ action }) => action)
      .filter((action) => action.startsWith("screening."));
  return { viewer, organisationId, positionId, batchId, runIds, change, states, find, events, audited };
}

test("while paused, runs that have not begun wait, also in jobs that were asked for already; resumed, they are made", async () => {
  const { organisationId, batchId, runIds, change, states, find, events, audited } = await start();
  const [first = "", ...others] = runIds;
  await runScreenings({ organisationId, runIds: [first] });
  expect(await change("pause")).toEqual({ isChanged: true });
  expect(await find()).toMatchObject({ state: "running", isPaused: true, completed: 1, total: 3 });
  expect(await listPendingRuns({ organisationId, batchId })).toEqual([]);
  expect(await runScreenings({ organisationId, runIds: others })).toMatchObject({ screened: 0, failed: 0 });
  expect(await states()).toEqual(["completed", "pending", "pending"]);
  expect(await change("pause")).toEqual({ isChanged: false });

  const before = await events();
  const clicks = await Promise.all([change("resume"), change("resume"), change("resume")]);
  expect(clicks.filter(({ isChanged }) => isChanged)).toHaveLength(1);
  expect(await events()).toBe(before + 1);
  expect(await listPendingRuns({ organisationId, batchId })).toEqual(others);
  await runScreenings({ organisationId, runIds: others });
  expect(await find()).toMatchObject({ state: "completed", isPaused: false, completed: 3 });
  for (const action of ["pause", "resume", "cancel", "retry"] as const)
    expect(await change(action)).toEqual({ isChanged: false });
  expect(await audited()).toEqual(["screening.started", "screening.paused", "screening.resumed"]);
});

test("cancelled: what is there stays, the rest is not made, and the batch has ended", async () => {
  const { viewer, organisationId, positionId, runIds, change, states, find, audited } = await start();
  await runScreenings({ organisationId, runIds: runIds.slice(0, 1) });
  await change("pause");
  const clicks = await Promise.all([change("cancel"), change("cancel")]);
  expect(clicks.filter(({ isChanged }) => isChanged)).toHaveLength(1);
  expect(await runScreenings({ organisationId, runIds })).toMatchObject({ screened: 0 });
  expect(await states()).toEqual(["completed", "cancelled", "cancelled"]);
  expect(await find()).toMatchObject({ state: "cancelled", isPaused: false, completed: 1, cancelled: 2 });
  expect((await find())?.finishedAt).not.toBeNull();
  expect((await findBoard({ positionId, viewer }))?.rows.filter(({ run }) => run)).toHaveLength(1);
  expect((await audited()).filter((action) => action === "screening.cancelled")).toHaveLength(1);
});

test("cancelling while results are being saved leaves each run with one end", async () => {
  const { organisationId, runIds, change, states, find } = await start(6);
  await Promise.all([
    runScreenings({ organisationId, runIds: runIds.slice(0, 3) }),
    change("cancel"),
    runScreenings({ organisationId, runIds: runIds.slice(3) }),
  ]);
  expect((await states())?.every((state) => state === "completed" || state === "cancelled")).toBe(true);
  const batch = await find();
  expect((batch?.completed ?? 0) + (batch?.cancelled ?? 0)).toBe(6);
  expect(batch?.finishedAt).not.toBeNull();
});

test("only what failed is tried again, in the same batch", async () => {
  const { organisationId, batchId, runIds, change, states, find } = await start();
  const [first = "", ...others] = runIds;
  await runScreenings({ organisationId, runIds: [first] });
  await failScreenings({ organisationId, runIds: others, error: "internal" });
  expect(await find()).toMatchObject({ state: "completed", completed: 1, failed: 2 });
  const where = { id: first };
  const kept = await scopedDb(organisationId).screeningRun.findFirstOrThrow({ where });

  const clicks = await Promise.all([change("retry"), change("retry")]);
  expect(clicks.filter(({ isChanged }) => isChanged)).toHaveLength(1);
  expect(await find()).toMatchObject({ state: "pending", failed: 0, finishedAt: null });
  expect(await states()).toEqual(["completed", "pending", "pending"]);
  expect(await listPendingRuns({ organisationId, batchId })).toEqual(others);
  await runScreenings({ organisationId, runIds });
  expect(await find()).toMatchObject({ state: "completed", completed: 3, failed: 0 });
  expect(await scopedDb(organisationId).screeningRun.findFirstOrThrow({ where })).toEqual(kept);
});

test("what failed in a paused batch waits with the others until it is resumed", async () => {
  const { organisationId, batchId, runIds, change, find } = await start(2);
  await failScreenings({ organisationId, runIds: runIds.slice(0, 1), error: "internal" });
  await change("pause");
  expect(await change("retry")).toEqual({ isChanged: true });
  expect(await find()).toMatchObject({ isPaused: true, failed: 0 });
  await change("resume");
  expect(await listPendingRuns({ organisationId, batchId })).toEqual(runIds);
});

test("a batch whose last result was saved just before the process ended is ended by the repeated job", async () => {
  const { organisationId, runIds, batchId, find } = await start(1);
  await runScreenings({ organisationId, runIds });
  const db = scopedDb(organisationId);
  await db.screeningBatch.updateMany({ where: { id: batchId }, data: { state: "running", finishedAt: null } });
  await runScreenings({ organisationId, runIds });
  expect(await find()).toMatchObject({ state: "completed" });
});

test("who may start a screening may steer it, and only those of the own organisation", async () => {
  const { viewer, batchId, positionId, change } = await start(1);
  const manager = await makeViewer("hiring_manager", { colleague: viewer });
  const stranger = await makeRecruiter();
  await expect(changeBatch({ batchId, action: "pause", viewer: manager })).rejects.toMatchObject({ code: "forbidden" });
  const stealing = changeBatch({ batchId, action: "pause", viewer: stranger });
  await expect(stealing).rejects.toMatchObject({ code: "not_found" });
  expect(await findBatch({ batchId, viewer: stranger })).toBeNull();
  expect(await findBatch({ batchId, viewer: manager })).toBeNull();
  await change("pause");
  await archivePosition({ positionId, isArchived: true, viewer });
  await expect(change("resume")).rejects.toMatchObject({ code: "conflict", message: "position_archived" });
  expect(await change("cancel")).toEqual({ isChanged: true });
});
