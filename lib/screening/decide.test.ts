import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { setPositionMembers } from "@/lib/position/set-members";
import { makeApplication, makeRecruiter, makeViewer, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { decide } from "./decide";
import { findApplication } from "./find-application";

useWorkspace();

test("a decision keeps the reason and a copy of what was on the screen, with its hash", async () => {
  const viewer = await makeRecruiter();
  const { id: applicationId, runId } = await makeApplication({ owner: viewer });
  const reason = "项目经验符合";
  expect(await decide({ applicationId, outcome: "advance", reason, runId, viewer })).toEqual({ stage: "interview" });

  const decision = await scopedDb(viewer.organisationId).decision.findFirstOrThrow();
  expect(decision).toMatchObject({
    reason,
    stageBefore: "screened",
    stageAfter: "interview",
    decidedById: viewer.userId,
  });
  expect(decision.snapshot).toMatchObject({ applicationId, stage: "screened", run: { id: runId } });
  const hash = createHash("sha256")
    .update(canonicalize(decision.snapshot) ?? "")
    .digest("hex");
  expect(decision.snapshotHash).toBe(hash);
  const application = await findApplication({ applicationId, viewer });
  expect(application).toMatchObject({ stage: "interview", decisions: [{ reason, decidedBy: viewer.name }] });
});

test("whoever decides on an outdated result is told", async () => {
  const viewer = await makeRecruiter();
  const { id: applicationId, runId, positionId, resumeId } = await makeApplication({ owner: viewer });
  await screen({ positionId, resumeIds: [resumeId], viewer });
  const deciding = decide({ applicationId, outcome: "reject", reason: "old", runId, viewer });
  await expect(deciding).rejects.toMatchObject({ code: "conflict", message: "result_changed" });
  expect(await findApplication({ applicationId, viewer })).toMatchObject({ stage: "screened", decisions: [] });
});

test("hold changes no stage, reject does, and advance after it comes back to the interview", async () => {
  const viewer = await makeRecruiter();
  const { id: applicationId, runId } = await makeApplication({ owner: viewer });
  const choose = (outcome: "advance" | "hold" | "reject") =>
    decide({ applicationId, outcome, reason: outcome, runId, viewer });
  expect(await choose("hold")).toEqual({ stage: "screened" });
  expect(await choose("reject")).toEqual({ stage: "rejected" });
  expect(await choose("advance")).toEqual({ stage: "interview" });
  expect((await findApplication({ applicationId, viewer }))?.decisions).toHaveLength(3);
});

test("a hiring manager decides on the own positions only, an interviewer on none", async () => {
  const owner = await makeRecruiter();
  const { id: applicationId, runId, positionId } = await makeApplication({ owner });
  const manager = await makeViewer("hiring_manager", { colleague: owner });
  const interviewer = await makeViewer("interviewer", { colleague: owner });
  const choose = (viewer: typeof owner) => decide({ applicationId, outcome: "hold", reason: "x", runId, viewer });
  await expect(choose(manager)).rejects.toMatchObject({ code: "not_found" });
  await setPositionMembers({ positionId, userIds: [manager.userId, interviewer.userId], viewer: owner });
  await expect(choose(manager)).resolves.toEqual({ stage: "screened" });
  await expect(choose(interviewer)).rejects.toMatchObject({ code: "forbidden" });
  await expect(choose(await makeRecruiter())).rejects.toMatchObject({ code: "not_found" });
});
