import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { archivePosition } from "@/lib/position/archive-position";
import { updatePosition } from "@/lib/position/save-position";
import { makePosition, makeRecruiter, makeResume, makeViewer, positionContent, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { findBoard } from "./find-board";
import { listBatches } from "./list-batches";
import { failScreenings, listPendingRuns, runScreenings } from "./run-screenings";
import { startScreening } from "./start-screening";

useWorkspace();

test("unread resumes are left out, and a candidate with two files is screened once", async () => {
  const viewer = await makeRecruiter();
  const { id: positionId } = await makePosition({ owner: viewer });
  const bytes = Buffer.from("Jane Miller\nJava developer");
  const [first, second, unread, other] = [
    await makeResume({ owner: viewer, bytes }),
    await makeResume({ owner: viewer, bytes: Buffer.concat([bytes, Buffer.from("\n")]) }),
    await makeResume({ owner: viewer, isRead: false }),
    await makeResume({ owner: viewer }),
  ];
  const resumeIds = [second.id, first.id, unread.id, other.id, randomUUID()];
  expect(await startScreening({ positionId, resumeIds, viewer })).toMatchObject({ total: 2, skipped: 3 });
  const runs = await scopedDb(viewer.organisationId).screeningRun.findMany({ select: { resumeId: true } });
  expect(runs.map(({ resumeId }) => resumeId).sort()).toEqual([first.id, other.id].sort());
});

test("two people who start at once make two batches over one application each", async () => {
  const viewer = await makeRecruiter();
  const { id: positionId } = await makePosition({ owner: viewer });
  const { id } = await makeResume({ owner: viewer });
  const colleague = await makeRecruiter({ colleague: viewer });
  const start = (by: typeof viewer) => startScreening({ positionId, resumeIds: [id], viewer: by });
  const batches = await Promise.all([start(viewer), start(colleague), start(viewer)]);
  expect(new Set(batches.map(({ batchId }) => batchId)).size).toBe(3);
  expect(await scopedDb(viewer.organisationId).application.count({ where: { positionId } })).toBe(1);
});

test("a run can be repeated: the result is the same to the byte, and stands once", async () => {
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  const { id: positionId } = await makePosition({ owner: viewer });
  const { id } = await makeResume({ owner: viewer });
  const results: string[] = [];
  for (let round = 0; round < 2; round += 1) {
    const { batchId } = await startScreening({ positionId, resumeIds: [id], viewer });
    const [runId = ""] = await listPendingRuns({ organisationId, batchId });
    const outcomes = await Promise.all([
      runScreenings({ organisationId, runIds: [runId] }),
      runScreenings({ organisationId, runIds: [runId] }),
    ]);
    expect(outcomes.map(({ screened }) => screened)).toContain(1);
    expect(await runScreenings({ organisationId, runIds: [runId] })).toMatchObject({ screened: 0, failed: 0 });
    const run = await scopedDb(organisationId).screeningRun.findFirstOrThrow({ where: { id: runId } });
    expect(run.state).toBe("completed");
    results.push(JSON.stringify(run.result));
    expect(await listBatches({ viewer, batchId })).toMatchObject([{ state: "completed", completed: 1, failed: 0 }]);
  }
  expect(results[1]).toBe(results[0]);
});

test("every quote of a result stands in the resume's text where it says", async () => {
  const viewer = await makeRecruiter();
  const { id: positionId } = await makePosition({ owner: viewer });
  const { id } = await makeResume({ owner: viewer });
  await screen({ positionId, resumeIds: [id], viewer });
  const db = scopedDb(viewer.organisationId);
  const { text } = await db.resumeContent.findFirstOrThrow();
  const { result } = await db.screeningRun.findFirstOrThrow();
  let count = 0;
  JSON.stringify(result, (_, value) => {
    if (value && typeof value === "object" && "start" in value && "text" in value) {
      expect(text.slice(value.start, value.end)).toBe(value.text);
      count += 1;
    }
    return value;
  });
  expect(count).toBeGreaterThan(0);
});

test("the board ranks by score and shows the newest result", async () => {
  const viewer = await makeRecruiter();
  const { id: positionId } = await makePosition({ owner: viewer });
  const fits = await makeResume({ owner: viewer, bytes: Buffer.from("Jane Miller\nSkills\nJava, Java EE") });
  const not = await makeResume({ owner: viewer, bytes: Buffer.from("Peter Jensen\nSkills\nPainting") });
  await screen({ positionId, resumeIds: [not.id, fits.id], viewer });
  const board = await findBoard({ positionId, viewer });
  expect(board?.rows.map(({ resumeId }) => resumeId)).toEqual([fits.id, not.id]);
  await updatePosition({ viewer, positionId, baseVersion: 1, ...positionContent() });
  await screen({ positionId, resumeIds: [fits.id], viewer });
  const rows = (await findBoard({ positionId, viewer }))?.rows ?? [];
  expect(Object.fromEntries(rows.map(({ resumeId, run }) => [resumeId, run?.version]))).toEqual({
    [fits.id]: 2,
    [not.id]: 1,
  });
});

test("a batch ends as failed only when every run did", async () => {
  const viewer = await makeRecruiter();
  const { organisationId } = viewer;
  const { id: positionId } = await makePosition({ owner: viewer });
  const ids = [await makeResume({ owner: viewer }), await makeResume({ owner: viewer })].map(({ id }) => id);
  const { batchId } = await startScreening({ positionId, resumeIds: ids, viewer });
  const [one = "", two = ""] = await listPendingRuns({ organisationId, batchId });
  await failScreenings({ organisationId, runIds: [one], error: "internal" });
  expect(await listBatches({ viewer, batchId })).toMatchObject([{ state: "running", failed: 1 }]);
  await runScreenings({ organisationId, runIds: [two] });
  expect(await listBatches({ viewer, batchId })).toMatchObject([{ state: "completed", failed: 1, completed: 1 }]);

  const again = await startScreening({ positionId, resumeIds: ids, viewer });
  const runIds = await listPendingRuns({ organisationId, batchId: again.batchId });
  await failScreenings({ organisationId, runIds, error: "internal" });
  expect(await listBatches({ viewer, batchId: again.batchId })).toMatchObject([{ state: "failed", failed: 2 }]);
});

test("a resume that cannot be screened fails alone", async () => {
  const viewer = await makeRecruiter();
  const { id: positionId } = await makePosition({ owner: viewer });
  const [good, bad, unread] = [
    await makeResume({ owner: viewer }),
    await makeResume({ owner: viewer }),
    await makeResume({ owner: viewer }),
  ];
  const db = scopedDb(viewer.organisationId);
  await db.resumeContent.updateMany({ where: { resumeId: bad.id }, data: { profile: { not: "a profile" } } });
  await db.resumeContent.deleteMany({ where: { resumeId: unread.id } });
  const { batchId } = await screen({ positionId, resumeIds: [bad.id, good.id, unread.id], viewer });
  const runs = await db.screeningRun.findMany({ select: { resumeId: true, state: true, error: true } });
  expect(new Map(runs.map(({ resumeId, ...run }) => [resumeId, run]))).toEqual(
    new Map([
      [good.id, { state: "completed", error: null }],
      [bad.id, { state: "failed", error: "internal" }],
      [unread.id, { state: "failed", error: "resume_not_read" }],
    ]),
  );
  expect(await listBatches({ viewer, batchId })).toMatchObject([{ state: "completed", completed: 1, failed: 2 }]);
});

test("a position without requirements, or of others, cannot be screened for", async () => {
  const viewer = await makeRecruiter();
  const { id } = await makeResume({ owner: viewer });
  const { id: bare } = await makePosition({ owner: viewer, requirements: [] });
  const start = (positionId: string, resumeIds = [id]) => startScreening({ positionId, resumeIds, viewer });
  await expect(start(bare)).rejects.toMatchObject({ code: "bad_request", message: "position_without_requirements" });
  const { id: foreign } = await makePosition({ owner: await makeRecruiter() });
  await expect(start(foreign)).rejects.toMatchObject({ code: "not_found" });
  const { id: own } = await makePosition({ owner: viewer });
  const theirs = await makeResume({ owner: await makeRecruiter() });
  await expect(start(own, [theirs.id])).rejects.toMatchObject({ code: "conflict", message: "nothing_to_screen" });
  const { id: archived } = await makePosition({ owner: viewer });
  await archivePosition({ positionId: archived, isArchived: true, viewer });
  await expect(start(archived)).rejects.toMatchObject({ code: "conflict", message: "position_archived" });
  const manager = await makeViewer("hiring_manager", { colleague: viewer });
  const starting = startScreening({ positionId: own, resumeIds: [id], viewer: manager });
  await expect(starting).rejects.toMatchObject({ code: "forbidden" });
});
