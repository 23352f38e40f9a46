import "server-only";
import { z } from "zod";
import { scopedDb } from "@/lib/db";
import { requirement } from "@/lib/position/requirement";
import { resumeProfile } from "@/lib/resume/profile";
import { screenResume } from "@/lib/screening/engine/screen-resume";
import type { BoardMark, RequirementVerdict, ScreeningResult } from "@/lib/screening/schema";

type RunScreening = { organisationId: string; runId: string };

/** The runs of a batch that still have to be made. */
export async function listPendingRuns({ organisationId, batchId }: { organisationId: string; batchId: string }) {
  const db = scopedDb(organisationId);
  await db.screeningBatch.updateMany({ where: { id: batchId, state: "pending" }, data: { state: "running" } });
  const runs = await db.screeningRun.findMany({
    where: { batchId, state: { in: ["pending", "running"] } },
    orderBy: { number: "asc" },
    select: { id: true },
  });
  return runs.map(({ id }) => id);
}

/** Screens one candidate and puts the result on the board. Safe to repeat: the same input gives the same result. */
export async function runScreening({ organisationId, runId }: RunScreening): Promise<{ outcome: string }> {
  const db = scopedDb(organisationId);
  const run = await db.screeningRun.findFirst({
    where: { id: runId, state: { in: ["pending", "running"] } },
    select: {
      applicationId: true,
      batchId: true,
      resume: { select: { content: { select: { text: true, profile: true } } } },
      positionVersion: { select: { title: true, salaryMin: true, salaryMax: true, requirements: true } },
    },
  });
  if (!run) return { outcome: "gone" };
  if (!run.resume.content) return failScreening({ organisationId, runId, error: "resume_not_read" });

  const { requirements, ...position } = run.positionVersion;
  const result = screenResume({
    position: { ...position, requirements: z.array(requirement).parse(requirements) },
    text: run.resume.content.text,
    profile: resumeProfile.parse(run.resume.content.profile),
  });
  await db.$transaction(async (tx) => {
    const { count } = await tx.screeningRun.updateMany({
      where: { id: runId, state: { in: ["pending", "running"] } },
      data: { ...toColumns(result), state: "completed", finishedAt: new Date() },
    });
    if (count === 0) return;
    // By hand: Prisma walks every element of a large value before it sends it.
    await tx.$executeRaw`update screening_run set result = ${JSON.stringify(result)}::jsonb where id = ${runId}::uuid`;
    await tx.application.updateMany({ where: { id: run.applicationId }, data: { currentRunId: runId } });
    await tx.application.updateMany({
      where: { id: run.applicationId, stage: "applied" },
      data: { stage: "screened" },
    });
  });
  await finishBatch({ organisationId, batchId: run.batchId });
  return { outcome: "screened" };
}

/** Marks a run that cannot be made, so that its batch can end. */
export async function failScreening({ organisationId, runId, error }: RunScreening & { error: string }) {
  const [run] = await scopedDb(organisationId).screeningRun.updateManyAndReturn({
    where: { id: runId, state: { in: ["pending", "running"] } },
    data: { state: "failed", error, finishedAt: new Date() },
    select: { batchId: true },
  });
  if (run) await finishBatch({ organisationId, batchId: run.batchId });
  return { outcome: "failed" };
}

/** The last run to end closes the batch; it has failed only when every run did. */
async function finishBatch({ organisationId, batchId }: { organisationId: string; batchId: string | null }) {
  if (!batchId) return;
  const db = scopedDb(organisationId);
  const open = { in: ["pending" as const, "running" as const] };
  const finished = { id: batchId, state: open, runs: { none: { state: open } } };
  const finishedAt = new Date();
  await db.screeningBatch.updateMany({
    where: { ...finished, runs: { none: { state: { in: ["pending", "running", "completed"] } } } },
    data: { state: "failed", finishedAt },
  });
  await db.screeningBatch.updateMany({ where: finished, data: { state: "completed", finishedAt } });
}

function toColumns(result: ScreeningResult) {
  const scoreOf = (key: string) => result.views.find((view) => view.key === key)?.score.value ?? null;
  return {
    marks: Object.fromEntries(result.verdicts.map((verdict) => [verdict.requirementKey, toMark(verdict)])),
    engine: result.engine.name,
    engineVersion: result.engine.version,
    hrScore: scoreOf("hr"),
    technicalScore: scoreOf("technical"),
    managerScore: scoreOf("manager"),
    comprehensiveScore: result.comprehensive.value,
    scoreLow: result.comprehensive.low,
    scoreHigh: result.comprehensive.high,
    advice: result.advice,
  };
}

function toMark({ verdict, gate }: RequirementVerdict): BoardMark {
  return gate === "fail" ? "gate_failed" : verdict;
}
