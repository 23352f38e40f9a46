import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { setPositionMembers } from "@/lib/position/set-members";
import { makePosition, makeRecruiter, makeResume, makeViewer, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { decide } from "./decide";
import { decideOnMany } from "./decide-on-many";
import { findBoard } from "./find-board";
import { listRecentReasons } from "./list-recent-reasons";
import { overrideVerdict } from "./override-verdict";
import { undoDecisions } from "./undo-decisions";

useWorkspace();

async function makeBoard(count: number) {
  const viewer = await makeRecruiter();
  const { id: positionId } = await makePosition({ owner: viewer });
  const resumeIds: string[] = [];
  for (let made = 0; made < count; made += 1) resumeIds.push((await makeResume({ owner: viewer })).id);
  await screen({ positionId, resumeIds, viewer });
  const rows = (await findBoard({ positionId, viewer }))?.rows ?? [];
  const applications = rows.map(({ applicationId: id, run }) => ({ id, runId: run?.id ?? null }));
  return { viewer, positionId, resumeIds, applications, reason: "not this time" };
}

async function stages({ positionId, viewer }: Pick<Awaited<ReturnType<typeof makeBoard>>, "positionId" | "viewer">) {
  return ((await findBoard({ positionId, viewer }))?.rows ?? []).map(({ stage }) => stage);
}

test("of a rejection the reason from the list is kept beside the words, of nothing else", async () => {
  const board = await makeBoard(2);
  const [first, second] = board.applications;
  if (!first || !second) throw new Error("Two were made");
  const reasonCode = "less_experience" as const;
  await decideOnMany({ ...board, reasonCode, choice: "rejected", applications: [first] });
  await decideOnMany({ ...board, reasonCode, choice: "offer", applications: [second] });
  const decisions = await scopedDb(board.viewer.organisationId).decision.findMany({ orderBy: { createdAt: "asc" } });
  expect(decisions.map((decision) => decision.reasonCode)).toEqual([reasonCode, null]);
});

test("many are moved with one reason, each with a decision of their own, and moved back again once", async () => {
  const board = await makeBoard(3);
  const { viewer, positionId, applications } = board;
  const db = scopedDb(viewer.organisationId);
  const moved = applications.slice(0, 2);
  const done = await decideOnMany({ ...board, applications: moved, choice: "offer" });
  expect(done).toMatchObject({ decisions: moved.map(({ id }) => ({ applicationId: id, stage: "offer" })), skipped: 0 });
  expect((await stages(board)).toSorted()).toEqual(["offer", "offer", "screened"]);
  const decisions = await db.decision.findMany();
  expect(decisions).toHaveLength(2);
  for (const { reason, outcome, snapshot, applicationId, stageBefore } of decisions) {
    expect({ reason, outcome, stageBefore }).toEqual({
      reason: board.reason,
      outcome: "advance",
      stageBefore: "screened",
    });
    const runId = moved.find(({ id }) => id === applicationId)?.runId;
    expect(snapshot).toMatchObject({ applicationId, run: { id: runId } });
  }

  // Whoever is there already stays without another decision.
  expect(await decideOnMany({ ...board, choice: "offer" })).toMatchObject({ decisions: [{}], skipped: 2 });

  const decisionIds = done.decisions.map(({ id }) => id);
  const undone = await undoDecisions({ positionId, decisionIds, viewer });
  expect(undone.kept).toBe(0);
  expect(undone.undone.map(({ stage }) => stage)).toEqual(["screened", "screened"]);
  expect((await stages(board)).toSorted()).toEqual(["offer", "screened", "screened"]);
  expect(await undoDecisions({ positionId, decisionIds, viewer })).toEqual({ undone: [], kept: 2 });
  const audit = await db.auditEvent.findMany({ where: { action: "application.decision_undone" } });
  expect(audit.map(({ details }) => details)).toEqual(
    Array(2).fill({ outcome: "advance", stageBefore: "screened", stageAfter: "offer" }),
  );
});

test("what a choice means depends on where the candidate stands", async () => {
  const board = await makeBoard(1);
  const db = scopedDb(board.viewer.organisationId);
  for (const [choice, outcome, stage] of [
    ["advance", "advance", "interview"],
    ["hired", "hire", "hired"],
    ["interview", "move", "interview"],
    ["withdrawn", "move", "withdrawn"],
    ["rejected", "reject", "rejected"],
    ["hold", "hold", "rejected"],
    ["screened", "move", "screened"],
  ] as const) {
    expect(await decideOnMany({ ...board, choice })).toMatchObject({ decisions: [{ stage }], skipped: 0 });
    expect(await db.decision.findFirst({ orderBy: { createdAt: "desc" } })).toMatchObject({
      outcome,
      stageAfter: stage,
    });
  }
});

test("a result that came since the page was opened is looked at before it is decided on", async () => {
  const board = await makeBoard(2);
  const [first] = board.resumeIds;
  await screen({ ...board, resumeIds: [first ?? ""] });
  expect(await decideOnMany({ ...board, choice: "reject" })).toMatchObject({ decisions: [{}], skipped: 1 });
});

test("with whom something has happened since, that stays", async () => {
  const decided = async () => {
    const board = await makeBoard(1);
    const { decisions } = await decideOnMany({ ...board, choice: "reject" });
    return { ...board, decisionIds: decisions.map(({ id }) => id), applicationId: board.applications[0]?.id ?? "" };
  };
  const again = await decided();
  await decide({ ...again, outcome: "hold", runId: again.applications[0]?.runId ?? null });
  const screened = await decided();
  await screen(screened);
  const noted = await decided();
  await scopedDb(noted.viewer.organisationId).application.updateMany({ data: { notes: "called" } });
  const old = await decided();
  await scopedDb(old.viewer.organisationId).decision.updateMany({
    data: { createdAt: new Date(Date.now() - 3_600_000) },
  });
  for (const board of [again, screened, noted, old]) {
    expect(await undoDecisions(board)).toEqual({ undone: [], kept: 1 });
    expect(await stages(board)).toEqual(["rejected"]);
  }
});

test("others' candidates are not moved, others' decisions not undone, and an interviewer decides nothing", async () => {
  const board = await makeBoard(1);
  const stranger = await makeBoard(1);
  const theirs = decideOnMany({ ...board, choice: "reject", viewer: stranger.viewer });
  await expect(theirs).rejects.toMatchObject({ code: "not_found" });
  const smuggled = { ...board, choice: "reject" as const, applications: stranger.applications };
  expect(await decideOnMany(smuggled)).toEqual({ decisions: [], skipped: 1 });

  const { decisions } = await decideOnMany({ ...board, choice: "reject" });
  const decisionIds = decisions.map(({ id }) => id);
  const colleague = await makeRecruiter({ colleague: board.viewer });
  expect(await undoDecisions({ ...board, decisionIds, viewer: colleague })).toEqual({ undone: [], kept: 1 });
  expect(await undoDecisions({ ...stranger, decisionIds })).toEqual({ undone: [], kept: 1 });
  const manager = await makeViewer("hiring_manager", { colleague: board.viewer });
  await expect(decideOnMany({ ...board, choice: "hold", viewer: manager })).rejects.toMatchObject({
    code: "not_found",
  });
  await setPositionMembers({ ...board, userIds: [manager.userId] });
  expect(await decideOnMany({ ...board, choice: "hold", viewer: manager })).toMatchObject({ skipped: 0 });
  const interviewer = await makeViewer("interviewer", { colleague: board.viewer });
  for (const act of [
    decideOnMany({ ...board, choice: "hold", viewer: interviewer }),
    undoDecisions({ ...board, decisionIds, viewer: interviewer }),
  ])
    await expect(act).rejects.toMatchObject({ code: "forbidden" });
});

test("one's own latest short reasons are offered, each once", async () => {
  const board = await makeBoard(1);
  for (const reason of ["too far away", "x".repeat(200), "no reply", "too far away"])
    await decideOnMany({ ...board, choice: "hold", reason });
  expect(await listRecentReasons(board)).toEqual([
    { outcome: "hold", reason: "too far away" },
    { outcome: "hold", reason: "no reply" },
  ]);
  expect(await listRecentReasons({ viewer: await makeRecruiter({ colleague: board.viewer }) })).toEqual([]);
});

test("a score that has changed since it was seen is decided on by nobody", async () => {
  const board = await makeBoard(2);
  const { viewer, positionId } = board;
  const rows = (await findBoard({ positionId, viewer }))?.rows ?? [];
  const seen = rows.map(({ applicationId: id, run }) => ({
    ...{ id, runId: run?.id ?? null, score: run?.comprehensive.value ?? null },
  }));
  const [changed, same] = rows;
  const key = (await findBoard({ positionId, viewer }))?.requirements[0]?.key ?? "";
  await overrideVerdict({
    ...{ applicationId: changed?.applicationId ?? "", requirementKey: key, runId: changed?.run?.id ?? "", viewer },
    ...{ verdict: "not_met", reason: "said so on the telephone" },
  });
  const done = await decideOnMany({ ...board, applications: seen, choice: "hold" });
  expect(done).toMatchObject({ decisions: [{ applicationId: same?.applicationId }], skipped: 1 });
});
