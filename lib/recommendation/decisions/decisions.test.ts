import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { listBehind } from "@/lib/figures/list-behind";
import { readFigures } from "@/lib/figures/read-figures";
import { setBlind } from "@/lib/position/set-blind";
import { makeRecommendation } from "@/lib/recommendation/make-recommendation";
import { undoDecisions } from "@/lib/screening/undo-decisions";
import { makeApplication, makeRecruiter, makeViewer } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { decideOnApplication } from "./decide";
import { findDecision } from "./find-decision";

useWorkspace();

async function recommended() {
  const viewer = await makeRecruiter();
  const { id: applicationId, runId, positionId } = await makeApplication({ owner: viewer });
  const { id: recommendationId, result } = await makeRecommendation({ applicationId, viewer });
  return { viewer, applicationId, runId, positionId, recommendationId, result };
}

test("a decision freezes the recommendation that was on the screen, with its engine, and shows when it was touched", async () => {
  const { viewer, applicationId, runId, recommendationId, result } = await recommended();
  const input = { applicationId, runId, viewer, recommendationId, reason: "别人更合适" };
  await decideOnApplication({ ...input, outcome: "reject", reasonCode: "other_candidate" });
  const db = scopedDb(viewer.organisationId);
  const { id: decisionId } = await db.decision.findFirstOrThrow();
  await makeRecommendation({ applicationId, viewer });
  const found = await findDecision({ decisionId, viewer });
  expect(found).toMatchObject({
    ...{ outcome: "reject", reason: input.reason, reasonCode: "other_candidate", decidedBy: viewer.name },
    ...{ stageBefore: "screened", stageAfter: "rejected", isIntact: true },
    snapshot: {
      run: { id: runId, version: 1 },
      recommendation: { id: recommendationId, result: { score: result.score } },
    },
  });
  expect(found?.snapshot.recommendation?.result.engine).toEqual({ name: "built-in", version: "2" });

  await db.decision.updateMany({ data: { reason: "another reason" } });
  expect(await findDecision({ decisionId, viewer })).toMatchObject({ isIntact: false });
  const { snapshot } = await db.decision.findFirstOrThrow();
  const changed = JSON.parse(JSON.stringify(snapshot).replace('"outcome":"reject"', '"outcome":"hire"'));
  await db.decision.updateMany({ data: { snapshot: changed, reason: input.reason } });
  expect(await findDecision({ decisionId, viewer })).toMatchObject({ isIntact: false });
});

test("who saw an older recommendation is told of the newer one", async () => {
  const { viewer, applicationId, runId, recommendationId } = await recommended();
  await makeRecommendation({ applicationId, viewer });
  const old = decideOnApplication({ applicationId, runId, viewer, recommendationId, outcome: "hire", reason: "good" });
  await expect(old).rejects.toMatchObject({ code: "conflict", message: "result_changed" });
});

test("hiring ends the way, and a decision taken back is kept and counted nowhere", async () => {
  const { viewer, applicationId, runId, positionId, recommendationId } = await recommended();
  const input = { applicationId, runId, viewer, recommendationId };
  expect(await decideOnApplication({ ...input, outcome: "hire", reason: "convincing" })).toEqual({ stage: "hired" });
  const db = scopedDb(viewer.organisationId);
  // A recommendation after it would keep it from being undone; the decision's own came before.
  const { id } = await db.decision.findFirstOrThrow();
  expect((await undoDecisions({ positionId, decisionIds: [id], viewer })).undone).toEqual([
    { applicationId, stage: "screened" },
  ]);
  const found = await findDecision({ decisionId: id, viewer });
  expect(found?.revokedAt).toEqual(expect.any(String));
  expect((await readFigures({ viewer, months: 1 })).recommendation).toMatchObject({ agreed: 0, differed: 0 });
});

test("agreement is told by month: the newest decision on a recommendation, and none on hold", async () => {
  const { viewer, applicationId, runId, recommendationId, result } = await recommended();
  const decide = (outcome: "hire" | "advance" | "hold" | "reject") =>
    decideOnApplication({ applicationId, runId, viewer, recommendationId, outcome, reason: outcome });
  const level = result.level ?? "cautious";
  const read = async () => (await readFigures({ viewer, months: 1 })).recommendation;
  await decide("hold");
  expect(await read()).toMatchObject({ agreed: 0, differed: 0, months: [] });
  await decide("reject");
  await decide("advance");
  const month = new Date().toISOString().slice(0, 7);
  const isAgreed = level !== "not_recommend";
  const line = { agreed: isAgreed ? 1 : 0, differed: isAgreed ? 0 : 1 };
  const found = await read();
  expect(found).toMatchObject({ ...line, months: [{ month, ...line }] });
  expect(found.rows.find((one) => one.level === level)).toEqual({ level, ...line });
  const behind = { viewer, months: 1, page: 1, figure: "recommendation" as const };
  expect(await listBehind({ ...behind, of: isAgreed ? "agreed" : "differed", part: level })).toMatchObject({
    total: 1,
  });
  expect(await listBehind({ ...behind, of: isAgreed ? "differed" : "agreed", part: "" })).toMatchObject({ total: 0 });

  const newest = await scopedDb(viewer.organisationId).decision.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
  const expected: [string, string, boolean | null][] = [
    ["cautious", "hire", false],
    ["cautious", "advance", true],
    ["not_recommend", "reject", true],
    ["not_recommend", "hire", false],
    ["strong_recommend", "reject", false],
    ["recommend", "hire", true],
    ["recommend", "move", null],
  ];
  for (const [recommendationLevel, outcome, agrees] of expected) {
    const data = { recommendationLevel, outcome };
    await scopedDb(viewer.organisationId).decision.update({ where: { id: newest.id }, data });
    const line = { agreed: agrees === true ? 1 : 0, differed: agrees === false ? 1 : 0 };
    expect(await read(), `${outcome} after ${recommendationLevel}`).toMatchObject(line);
  }
});

test("a decision is for who sees the position, and names nobody who is hidden", async () => {
  const { viewer, applicationId, runId, positionId, recommendationId } = await recommended();
  const db = scopedDb(viewer.organisationId);
  const { resumeId } = await db.application.findFirstOrThrow();
  const { candidateName } = await db.resume.findFirstOrThrow({ where: { id: resumeId } });
  const reason = `${candidateName} is too far away`;
  await decideOnApplication({ applicationId, runId, viewer, recommendationId, outcome: "hold", reason });
  const { id: decisionId } = await db.decision.findFirstOrThrow();
  for (const other of [await makeRecruiter(), await makeViewer("hiring_manager", { colleague: viewer })])
    expect(await findDecision({ decisionId, viewer: other })).toBeNull();
  await setBlind({ positionId, blind: "person", viewer });
  const found = await findDecision({ decisionId, viewer });
  expect(JSON.stringify(found)).not.toContain(candidateName);
});
