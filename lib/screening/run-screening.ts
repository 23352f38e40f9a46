import "server-only";
import { z } from "zod";
import { scopedDb } from "@/lib/db";
import { requirement } from "@/lib/position/requirement";
import { resumeProfile } from "@/lib/resume/profile";
import { screenResume } from "@/lib/screening/engine/screen-resume";
import type { BoardMark, RequirementVerdict, ScreeningResult, ViewKey } from "@/lib/screening/schema";

type RunScreening = { organisationId: string; runId: string };
type Screened = { outcome: string; wantsSummary: boolean };

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
export async function runScreening({ organisationId, runId }: RunScreening): Promise<Screened> {
  const db = scopedDb(organisationId);
  const run = await db.screeningRun.findFirst({
    where: { id: runId },
    select: {
      batchId: true,
      state: true,
      wantsSummary: true,
      resume: { select: { content: { select: { text: true, profile: true } } } },
      positionVersion: { select: { title: true, salaryMin: true, salaryMax: true, requirements: true } },
    },
  });
  if (!run) return { outcome: "gone", wantsSummary: false };
  const { state, wantsSummary } = run;
  // Its result was saved, but the process ended before the job heard of it.
  if (state === "completed") return { outcome: "gone", wantsSummary };
  if (state !== "pending" && state !== "running") return { outcome: "gone", wantsSummary: false };
  if (!run.resume.content) return failScreening({ organisationId, runId, error: "resume_not_read" });

  const { requirements, ...position } = run.positionVersion;
  const result = screenResume({
    position: { ...position, requirements: z.array(requirement).parse(requirements) },
    text: run.resume.content.text,
    profile: resumeProfile.parse(run.resume.content.profile),
  });
  await saveResult({ organisationId, runId, result });
  await finishBatch({ organisationId, batchId: run.batchId });
  return { outcome: "screened", wantsSummary };
}

/** Marks a run that cannot be made, so that its batch can end. */
export async function failScreening({
  organisationId,
  runId,
  error,
}: RunScreening & { error: string }): Promise<Screened> {
  const [run] = await scopedDb(organisationId).screeningRun.updateManyAndReturn({
    where: { id: runId, state: { in: ["pending", "running"] } },
    data: { state: "failed", error, finishedAt: new Date() },
    select: { batchId: true },
  });
  if (run) await finishBatch({ organisationId, batchId: run.batchId });
  return { outcome: "failed", wantsSummary: false };
}

/**
 * Writes the result and puts the run on the board, in one statement: a batch of a thousand waits for round trips
 * more than for the engine. A run that has ended meanwhile stays as it is.
 */
async function saveResult({ organisationId, runId, result }: RunScreening & { result: ScreeningResult }) {
  const { engine, comprehensive, advice, views, verdicts } = result;
  const scoreOf = (key: ViewKey) => views.find((view) => view.key === key)?.score.value ?? null;
  const marks = Object.fromEntries(verdicts.map((verdict) => [verdict.requirementKey, toMark(verdict)]));
  await scopedDb(organisationId).$executeRaw`
    with ended as (
      update screening_run
      set state = 'completed', finished_at = now(),
        result = ${JSON.stringify(result)}::jsonb, marks = ${JSON.stringify(marks)}::jsonb,
        engine = ${engine.name}, engine_version = ${engine.version}, advice = ${advice},
        hr_score = ${scoreOf("hr")}, technical_score = ${scoreOf("technical")}, manager_score = ${scoreOf("manager")},
        comprehensive_score = ${comprehensive.value}, score_low = ${comprehensive.low}, score_high = ${comprehensive.high}
      where id = ${runId}::uuid and organisation_id = ${organisationId}::uuid and state in ('pending', 'running')
      returning id, application_id
    )
    update application
    set current_run_id = ended.id, updated_at = now(),
      stage = case when stage = 'applied' then 'screened' else stage end
    from ended where application.id = ended.application_id`;
}

/** The last run to end closes the batch; it has failed only when every run did. */
async function finishBatch({ organisationId, batchId }: { organisationId: string; batchId: string | null }) {
  if (!batchId) return;
  await scopedDb(organisationId).$executeRaw`
    update screening_batch
    set finished_at = now(),
      state = case
        when exists (select from screening_run where batch_id = ${batchId}::uuid and state = 'completed')
        then 'completed'::work_state else 'failed'::work_state end
    where id = ${batchId}::uuid and organisation_id = ${organisationId}::uuid and state in ('pending', 'running')
      and not exists (select from screening_run where batch_id = ${batchId}::uuid and state in ('pending', 'running'))`;
}

function toMark({ verdict, gate }: RequirementVerdict): BoardMark {
  return gate === "fail" ? "gate_failed" : verdict;
}
