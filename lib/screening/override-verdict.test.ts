import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { updatePosition } from "@/lib/position/save-position";
import { setPositionMembers } from "@/lib/position/set-members";
import { getCandidateReport } from "@/lib/report/candidate-report";
import { getShortlistReport } from "@/lib/report/shortlist-report";
import {
  makePosition,
  makeRecruiter,
  makeRequirement,
  makeResume,
  makeViewer,
  positionContent,
  screen,
} from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { decide } from "./decide";
import { findApplication } from "./find-application";
import { findBoard } from "./find-board";
import { overrideVerdict, withdrawOverride } from "./override-verdict";
import type { Verdict } from "./schema";

useWorkspace();

/** Somebody who shows Java, screened for Java, for Terraform, and for a gate that the resume does not speak of. */
async function screened() {
  const viewer = await makeRecruiter();
  const requirements = [
    makeRequirement({ text: "Java", weight: 5 }),
    makeRequirement({ text: "Terraform" }),
    makeRequirement({ kind: "certificate", text: "PMP", necessity: "gate" }),
  ];
  const [java, terraform, pmp] = requirements.map(({ key }) => key) as [string, string, string];
  const { id: positionId } = await makePosition({ owner: viewer, requirements });
  const bytes = Buffer.from("Jane Miller\nSkills\nJava, Spring Boot\nWork\n2018.01-2024.01 Acme Ltd, Java developer");
  const { id: resumeId } = await makeResume({ owner: viewer, bytes });
  await screen({ positionId, resumeIds: [resumeId], viewer });
  const db = scopedDb(viewer.organisationId);
  const { id: applicationId } = await db.application.findFirstOrThrow({ where: { positionId } });
  const detail = async () => {
    const found = await findApplication({ applicationId, viewer });
    if (!found?.run) throw new Error("There is no result");
    return { ...found, run: found.run };
  };
  /** With its marks by their requirements. */
  const row = async () => {
    const board = await findBoard({ positionId, viewer });
    const run = board?.rows[0]?.run;
    if (!board || !run) return null;
    const marks = Object.fromEntries(board.requirements.map(({ key }, place) => [key, run.marks[place]]));
    return { ...run, marks };
  };
  const say = async (requirementKey: string, verdict: Verdict, reason = "Said so on the phone") => {
    const { run } = await detail();
    return overrideVerdict({ applicationId, requirementKey, verdict, reason, runId: run.id, viewer });
  };
  const ids = { positionId, resumeId, applicationId };
  return { viewer, db, requirements, java, terraform, pmp, ...ids, detail, row, say };
}

test("an override changes the board's row at once and says who made it; what the engine said is kept", async () => {
  const { viewer, db, terraform, pmp, detail, row, say } = await screened();
  const before = await row();
  const { result: stored } = await db.screeningRun.findFirstOrThrow();
  expect(before).toMatchObject({ marks: { [terraform]: "unknown" }, overridden: [] });

  await say(terraform, "met");
  const after = await row();
  expect(after).toMatchObject({ marks: { [terraform]: "met", [pmp]: "unknown" }, overridden: [terraform] });
  expect(after?.comprehensive.value).toBeGreaterThan(before?.comprehensive.value ?? 100);
  const { run, overrides } = await detail();
  expect(run.result.comprehensive).toEqual(after?.comprehensive);
  expect(run.engineOutcome).toEqual({ comprehensive: before?.comprehensive, advice: before?.advice });
  expect(run.result.verdicts.find(({ requirementKey }) => requirementKey === terraform)).toMatchObject({
    verdict: "met",
    override: { engineVerdict: "unknown", reason: "Said so on the phone", by: viewer.name },
  });
  expect(overrides).toMatchObject([{ requirementKey: terraform, verdict: "met", ended: null }]);
  expect((await db.screeningRun.findFirstOrThrow()).result).toEqual(stored);

  await say(pmp, "not_met", "Has none");
  expect(await row()).toMatchObject({ advice: "mismatch", marks: { [pmp]: "gate_failed" } });
  const audited = await db.auditEvent.findMany({ where: { action: "application.verdict_overridden" } });
  expect(audited.map(({ details }) => details)).toMatchObject([
    { requirementKey: terraform, verdict: "met", engineVerdict: "unknown" },
    { requirementKey: pmp, verdict: "not_met", engineVerdict: "unknown" },
  ]);
  expect(JSON.stringify(audited)).not.toContain("phone");
});

test("taken back, everything is as the engine left it, and the history stays", async () => {
  const { viewer, db, terraform, applicationId, detail, row, say } = await screened();
  const before = await row();
  const { id: overrideId } = await say(terraform, "partly");
  await withdrawOverride({ applicationId, overrideId, viewer });
  await withdrawOverride({ applicationId, overrideId, viewer });
  expect(await row()).toEqual(before);
  const { run, overrides } = await detail();
  expect(run.engineOutcome).toBeNull();
  expect(overrides).toMatchObject([{ id: overrideId, ended: { by: viewer.name } }]);
  expect(await db.auditEvent.count({ where: { action: "application.override_withdrawn" } })).toBe(1);
});

test("a second word on a requirement replaces the first; two clicks and two people at once leave one standing", async () => {
  const { db, viewer, terraform, applicationId, detail, say } = await screened();
  const clicks = await Promise.all([say(terraform, "met"), say(terraform, "met"), say(terraform, "met")]);
  expect(new Set(clicks.map(({ id }) => id)).size).toBe(1);
  const colleague = await makeRecruiter({ colleague: viewer });
  const { run } = await detail();
  const other = { applicationId, requirementKey: terraform, runId: run.id, viewer: colleague, reason: "Not quite" };
  await Promise.all([
    overrideVerdict({ ...other, verdict: "partly" }),
    overrideVerdict({ ...other, verdict: "not_met" }),
  ]);
  expect(await db.verdictOverride.count()).toBe(3);
  expect(await db.verdictOverride.count({ where: { endedAt: null } })).toBe(1);
});

test("an override holds for the next result while the requirement is the same, and for other words it does not", async () => {
  const { viewer, java, terraform, requirements, positionId, resumeId, detail, row, say } = await screened();
  await say(terraform, "met");
  await say(java, "partly");
  const overridden = await row();
  await screen({ positionId, resumeIds: [resumeId], viewer });
  expect(await row()).toEqual({ ...overridden, id: expect.any(String) });
  expect((await row())?.id).not.toBe(overridden?.id);

  const reworded = requirements.map((one) => (one.key === terraform ? { ...one, text: "Terraform or Pulumi" } : one));
  await updatePosition({ viewer, positionId, baseVersion: 1, ...positionContent({ requirements: reworded }) });
  await screen({ positionId, resumeIds: [resumeId], viewer });
  expect(await row()).toMatchObject({
    version: 2,
    overridden: [java],
    marks: { [terraform]: "unknown", [java]: "partly" },
  });
  expect((await detail()).overrides).toHaveLength(2);

  await updatePosition({ viewer, positionId, baseVersion: 2, ...positionContent({ requirements }) });
  await screen({ positionId, resumeIds: [resumeId], viewer });
  expect((await row())?.overridden.toSorted()).toEqual([java, terraform].toSorted());
});

test("an override made while the candidate is screened again is in the new result", async () => {
  const { viewer, terraform, positionId, resumeId, row, say } = await screened();
  for (let round = 0; round < 4; round += 1) {
    const saying = say(terraform, round % 2 === 0 ? "met" : "partly").catch(({ message }) => message);
    await Promise.all([screen({ positionId, resumeIds: [resumeId], viewer }), saying]);
    if ((await saying) === "result_changed") await say(terraform, round % 2 === 0 ? "met" : "partly");
    expect((await row())?.marks[terraform]).toBe(round % 2 === 0 ? "met" : "partly");
  }
});

test("the decision freezes both, and asks anew when somebody changed a verdict meanwhile", async () => {
  const { viewer, db, terraform, applicationId, detail, say } = await screened();
  const { id } = await say(terraform, "met");
  const { run } = await detail();
  const decision = { applicationId, outcome: "advance" as const, reason: "Fits", runId: run.id, viewer };
  await expect(decide({ ...decision, overrideIds: [] })).rejects.toMatchObject({ message: "result_changed" });
  await decide({ ...decision, overrideIds: [id] });
  const { snapshot, snapshotHash } = await db.decision.findFirstOrThrow();
  const hash = createHash("sha256")
    .update(canonicalize(snapshot) ?? "")
    .digest("hex");
  expect(snapshotHash).toBe(hash);
  expect(snapshot).toMatchObject({ run: { engineOutcome: { advice: expect.any(String) } } });
  expect(JSON.stringify(snapshot)).toContain("Said so on the phone");
});

test("reports say what a person changed, and what the engine had said", async () => {
  const { viewer, terraform, applicationId, positionId, say } = await screened();
  await say(terraform, "met");
  const report = (format: "md" | "json") => getCandidateReport({ applicationId, viewer, locale: "en", format });
  const text = String((await report("md")).body);
  expect(text).toContain(`Changed by ${viewer.name}`);
  expect(text).toContain("Said so on the phone");
  expect(text).toContain("The engine said: Unknown, to be asked");
  expect(text).toContain("Engine alone");
  const { run, overrides } = JSON.parse(String((await report("json")).body));
  expect(overrides).toMatchObject([{ verdict: "met", reason: "Said so on the phone" }]);
  expect(run.engineOutcome.comprehensive.value).toBeLessThan(run.result.comprehensive.value);
  const shortlist = await getShortlistReport({ positionId, viewer, locale: "en", format: "md" });
  expect(String(shortlist.body)).toMatch(/●\\?\*/);
  expect(String(shortlist.body)).toContain("changed by a person");
});

test("who may decide may override, on the result on the screen only", async () => {
  const { viewer, db, requirements, terraform, applicationId, positionId, detail } = await screened();
  const { run } = await detail();
  const ask = { applicationId, requirementKey: terraform, verdict: "met" as const, reason: "x", runId: run.id };
  const manager = await makeViewer("hiring_manager", { colleague: viewer });
  const interviewer = await makeViewer("interviewer", { colleague: viewer });
  await expect(overrideVerdict({ ...ask, viewer: manager })).rejects.toMatchObject({ code: "not_found" });
  await setPositionMembers({ positionId, userIds: [manager.userId, interviewer.userId], viewer });
  await expect(overrideVerdict({ ...ask, viewer: interviewer })).rejects.toMatchObject({ code: "forbidden" });
  await expect(overrideVerdict({ ...ask, viewer: await makeRecruiter() })).rejects.toMatchObject({ code: "not_found" });
  const { id: overrideId } = await overrideVerdict({ ...ask, viewer: manager });
  const stealing = withdrawOverride({ applicationId, overrideId, viewer: await makeRecruiter() });
  await expect(stealing).rejects.toMatchObject({ code: "not_found" });

  const runId = crypto.randomUUID();
  await expect(overrideVerdict({ ...ask, runId, viewer })).rejects.toMatchObject({ message: "result_changed" });
  const requirementKey = crypto.randomUUID();
  const missing = overrideVerdict({ ...ask, requirementKey, viewer });
  await expect(missing).rejects.toMatchObject({ message: "requirement_not_found" });

  const { verdicts } = run.result;
  const older = { ...run.result, verdicts: verdicts.map(({ points: _, override: __, ...verdict }) => verdict) };
  await db.screeningRun.updateMany({ data: { result: older } });
  const late = overrideVerdict({ ...ask, requirementKey: requirements[0]?.key ?? "", viewer });
  await expect(late).rejects.toMatchObject({ code: "conflict", message: "result_too_old" });
});
