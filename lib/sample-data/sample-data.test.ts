import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { tracks } from "@/lib/demo/content/content";
import { demoFileCount } from "@/lib/demo/kinds";
import { makeDemo } from "@/lib/demo/make-demo";
import { decide } from "@/lib/screening/decide";
import { listPendingRuns, runScreenings } from "@/lib/screening/run-screenings";
import { removeAbandonedFiles } from "@/lib/testing/abandoned-files";
import { makePosition, makeRecruiter, makeResume, makeViewer, screen } from "@/lib/testing/factories";
import { readFile } from "@/lib/testing/read-file";
import { useWorkspace } from "@/lib/testing/workspace";
import { addSamplePositions } from "./add-sample-positions";
import { addSampleResumes } from "./add-sample-resumes";
import { countUnreadSamples, countUnscreenedSamples } from "./count-open-samples";
import { decideOnSamples } from "./decide-on-samples";
import { endSampleData } from "./end-sample-data";
import { findSampleData } from "./find-sample-data";
import { removeSampleData } from "./remove-sample-data";
import { requestSampleData } from "./request-sample-data";
import { screenSamples } from "./screen-samples";

const workspace = useWorkspace();
let viewer: Viewer;

/** What the job does, each step twice: a crash may repeat any of them. */
async function addSamples(owner: Viewer) {
  const { organisationId } = owner;
  const db = scopedDb(organisationId);
  const { batchId } = await requestSampleData({ viewer: owner });
  const sample = { organisationId, batchId };
  for (const _ of [1, 2]) await addSamplePositions(sample);
  for (const _ of [1, 2]) await addSampleResumes({ ...sample, from: 0, count: demoFileCount });
  expect(await countUnreadSamples(sample)).toBe(demoFileCount - 1);
  for (const { id: resumeId } of await db.resume.findMany({ where: { isSample: true } })) {
    await readFile({ organisationId, resumeId });
  }
  for (const _ of [1, 2]) for (const track of tracks) await screenSamples({ ...sample, track });
  expect(await countUnscreenedSamples(sample)).toBe(tracks.length);
  for (const { id } of await db.screeningBatch.findMany({ where: { state: "pending" } })) {
    await runScreenings({ organisationId, runIds: await listPendingRuns({ organisationId, batchId: id }) });
  }
  for (const _ of [1, 2]) await decideOnSamples(sample);
  await endSampleData({ ...sample, state: "completed" });
  return sample;
}

beforeAll(async () => {
  viewer = await makeRecruiter();
});

test("asking twice starts one import, and asking when all is there is refused", async () => {
  const owner = await makeRecruiter();
  const asked = await Promise.all([1, 2, 3].map(() => requestSampleData({ viewer: owner })));
  const [{ batchId } = { batchId: "" }] = asked;
  expect(new Set(asked.map((answer) => answer.batchId)).size).toBe(1);
  expect(await scopedDb(owner.organisationId).jobEvent.count({ where: { name: "sample-data/requested" } })).toBe(1);
  expect(await findSampleData({ viewer: owner })).toMatchObject({ state: "running", resumes: 0 });
  await expect(removeSampleData({ viewer: owner })).rejects.toMatchObject({ message: "sample_data_running" });

  await endSampleData({ organisationId: owner.organisationId, batchId, state: "failed" });
  expect((await requestSampleData({ viewer: owner })).batchId).toBe(batchId);
  await endSampleData({ organisationId: owner.organisationId, batchId, state: "completed" });
  await expect(requestSampleData({ viewer: owner })).rejects.toMatchObject({ message: "sample_data_present" });
  const manager = await makeViewer("hiring_manager", { colleague: owner });
  for (const verb of [requestSampleData, removeSampleData, findSampleData]) {
    await expect(verb({ viewer: manager })).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("every file is accounted for, every board has results, and some candidates have a decision", async () => {
  await addSamples(viewer);
  const db = scopedDb(viewer.organisationId);
  const states = await db.resume.groupBy({ by: ["state"], _count: true, orderBy: { state: "asc" } });
  expect(states.map(({ state, _count }) => [state, _count])).toEqual([
    ["COMPLETED", demoFileCount - 2],
    ["FAILED", 1],
  ]);
  expect(await db.resume.findMany({ where: { state: "FAILED" } })).toMatchObject([
    { failureReason: "unreadable_scan" },
  ]);
  expect(await db.importItem.count({ where: { outcome: "duplicate_file" } })).toBe(1);
  for (const position of await db.position.findMany({ include: { applications: { include: { currentRun: true } } } })) {
    expect(position.isSample).toBe(true);
    expect(position.applications.length, position.title).toBeGreaterThanOrEqual(9);
    const advice = position.applications.map(({ currentRun }) => currentRun?.advice);
    expect(advice).not.toContain(undefined);
    // Nobody needs a board that says the same of everyone.
    expect(new Set(advice).size, position.title).toBeGreaterThan(1);
  }
  expect(await findSampleData({ viewer })).toMatchObject({ state: "completed", positions: 6, decisions: 6 });
  // The scan among them goes through OCR.
}, 120_000);

test("removal takes every sample away with its file, and nothing of anybody's own", async () => {
  const { organisationId } = viewer;
  const db = scopedDb(organisationId);
  const files = (await db.resume.findMany({ where: { isSample: true } })).map(({ storageKey }) => storageKey);
  const [samplePosition, sampleResume] = [
    await db.position.findFirstOrThrow({ where: { isSample: true } }),
    await db.resume.findFirstOrThrow({ where: { isSample: true, state: "COMPLETED", fileKind: "txt" } }),
  ];

  // Their own resumes and positions, entangled with the samples.
  const [own, other] = [await makeResume({ owner: viewer }), await makeResume({ owner: viewer })];
  const { id: ownPosition } = await makePosition({ owner: viewer });
  await screen({ positionId: samplePosition.id, resumeIds: [own.id], viewer });
  await screen({ positionId: ownPosition, resumeIds: [own.id, other.id, sampleResume.id], viewer });
  const bytes = Buffer.from(`${await textOf(sampleResume.fileName)}\n\n`);
  const copy = await makeResume({ owner: viewer, bytes, fileName: "my copy.txt" });
  expect(await db.resume.findFirst({ where: { id: copy.id } })).toMatchObject({ duplicateOfId: sampleResume.id });
  const decided = await db.application.findFirstOrThrow({ where: { positionId: ownPosition, resumeId: own.id } });
  await decide({ viewer, applicationId: decided.id, runId: decided.currentRunId, outcome: "hold", reason: "ours" });
  const stranger = await makeResume({ owner: await makeRecruiter() });

  expect(await removeSampleData({ viewer })).toEqual({ resumes: demoFileCount - 1, positions: 6 });

  expect((await db.resume.findMany({ select: { id: true } })).map(({ id }) => id).sort()).toEqual(
    [own.id, other.id, copy.id].sort(),
  );
  expect(await db.position.findMany({ select: { id: true } })).toEqual([{ id: ownPosition }]);
  const left = await db.application.findMany({ select: { resumeId: true, positionId: true } });
  expect(left.map(({ resumeId }) => resumeId).sort()).toEqual([own.id, other.id].sort());
  expect(await db.decision.findMany({ select: { reason: true } })).toEqual([{ reason: "ours" }]);
  expect(await db.screeningRun.count()).toBe(2);
  expect(await db.screeningBatch.count()).toBe(1);
  await removeAbandonedFiles();
  for (const key of files) expect(existsSync(join(workspace.dataDir, "files", key)), key).toBe(false);
  // The copy is read again and stands for itself.
  await readFile({ organisationId, resumeId: copy.id });
  expect(await db.resume.findFirst({ where: { id: copy.id } })).toMatchObject({
    state: "COMPLETED",
    duplicateOfId: null,
  });
  expect(await db.candidate.count()).toBe(3);
  expect(await findSampleData({ viewer })).toMatchObject({ state: "none", resumes: 0 });
  expect(stranger.id).toBeTruthy();
  // And it may all begin again.
  expect(await requestSampleData({ viewer })).toMatchObject({ total: demoFileCount });
});

async function textOf(fileName: string) {
  const file = makeDemo().find(({ name }) => name === fileName);
  const bytes = (await file?.make()) ?? Buffer.alloc(0);
  const utf8 = bytes.toString("utf8");
  return utf8.includes("\ufffd") ? new TextDecoder("gb18030").decode(bytes) : utf8;
}
