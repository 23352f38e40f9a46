import "server-only";
import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import { scopedDb } from "@/lib/db";
import { log } from "@/lib/log";
import { requirement } from "@/lib/position/requirement";
import { loadCorrections } from "@/lib/resume/corrections/load-corrections";
import { findUserNames } from "@/lib/resume/find-user-names";
import type { ScreeningResult, ViewKey } from "@/lib/screening/schema";
import { screenStored } from "@/lib/screening/screen-stored";
import { toMark } from "@/lib/screening/to-mark";

type RunScreenings = { organisationId: string; runIds: string[] };

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

/**
 * Screens candidates and puts the results on the board. Safe to repeat: runs that have ended stay as they are, and
 * the same input gives the same result. A resume the engine cannot screen fails alone.
 */
export async function runScreenings({ organisationId, runIds }: RunScreenings) {
  const all = await loadRuns({ organisationId, runIds });
  const runs = all.filter(({ state }) => state === "pending" || state === "running");
  const versions = await loadVersions({ organisationId, versionIds: runs.map((run) => run.versionId) });
  const corrections = await loadCorrections(
    scopedDb(organisationId),
    runs.map(({ resumeId }) => resumeId),
  );
  const names = await findUserNames(
    organisationId,
    [...corrections.values()].flat().map(({ correctedById }) => correctedById),
  );
  const results: { runId: string; result: ScreeningResult }[] = [];
  const failed: { runId: string; error: string }[] = [];
  for (const { runId, versionId, resumeId, text, profile: stored } of runs) {
    const position = versions.get(versionId);
    if (!position || text === null || stored === null) {
      failed.push({ runId, error: "resume_not_read" });
      continue;
    }
    // A candidate takes milliseconds, a job full of them would hold up every request.
    await setImmediate();
    try {
      const own = corrections.get(resumeId) ?? [];
      const result = screenStored({ position, text, profile: JSON.parse(stored), corrections: own, names });
      results.push({ runId, result });
    } catch (error) {
      log.error({ runId, error: error instanceof Error ? error.name : "unknown" }, "a resume could not be screened");
      failed.push({ runId, error: "internal" });
    }
  }
  await saveResults({ organisationId, results });
  for (const { runId, error } of failed) await failScreenings({ organisationId, runIds: [runId], error });
  await finishBatches({ organisationId, batchIds: runs.map((run) => run.batchId) });
  // Also of those whose result was saved before the process ended and the job heard of it.
  const done = new Set(results.map(({ runId }) => runId));
  const wantSummary = all.filter((run) => run.wantsSummary && (run.state === "completed" || done.has(run.runId)));
  return {
    screened: results.length,
    failed: failed.length,
    wantSummary: wantSummary.map(({ runId }) => runId),
  };
}

/** Marks runs that cannot be made, so that their batch can end. */
export async function failScreenings({ organisationId, runIds, error }: RunScreenings & { error: string }) {
  const failed = await scopedDb(organisationId).screeningRun.updateManyAndReturn({
    where: { id: { in: runIds }, state: { in: ["pending", "running"] } },
    data: { state: "failed", error, finishedAt: new Date() },
    select: { batchId: true },
  });
  await finishBatches({ organisationId, batchIds: failed.map((run) => run.batchId) });
}

type StoredRun = {
  runId: string;
  state: string;
  wantsSummary: boolean;
  batchId: string | null;
  versionId: string;
  resumeId: string;
  text: string | null;
  profile: string | null;
};

/** As raw SQL: Prisma would walk every element of the profiles. */
function loadRuns({ organisationId, runIds }: RunScreenings) {
  return scopedDb(organisationId).$queryRaw<StoredRun[]>`
    select run.id as "runId", run.resume_id as "resumeId", run.batch_id as "batchId", run.position_version_id as "versionId",
      run.state::text as state, run.wants_summary as "wantsSummary", content.text, content.profile::text as profile
    from screening_run run
    left join resume_content content on content.resume_id = run.resume_id and run.state in ('pending', 'running')
    where run.id = any(${runIds}::uuid[]) and run.organisation_id = ${organisationId}::uuid
    order by run.number`;
}

async function loadVersions({ organisationId, versionIds }: { organisationId: string; versionIds: string[] }) {
  const versions = await scopedDb(organisationId).positionVersion.findMany({
    where: { id: { in: [...new Set(versionIds)] } },
    select: { id: true, title: true, salaryMin: true, salaryMax: true, requirements: true },
  });
  return new Map(
    versions.map(({ id, requirements, ...position }) => [
      id,
      { ...position, requirements: z.array(requirement).parse(requirements) },
    ]),
  );
}

type SaveResults = { organisationId: string; results: { runId: string; result: ScreeningResult }[] };

/**
 * Writes results and puts the runs on the board, in one statement: a batch of a thousand waits for round trips
 * more than for the engine. A run that has ended meanwhile stays as it is.
 */
async function saveResults({ organisationId, results }: SaveResults) {
  if (results.length === 0) return;
  await scopedDb(organisationId).$executeRaw`
    with made as (
      select * from jsonb_to_recordset(${JSON.stringify(results.map(toRow))}::jsonb) as made(
        id uuid, result jsonb, marks jsonb, engine text, engine_version text, advice text, hr float8, technical float8,
        manager float8, comprehensive float8, low float8, high float8)
    ), ended as (
      update screening_run run
      set state = 'completed', finished_at = now(), result = made.result, marks = made.marks,
        engine = made.engine, engine_version = made.engine_version, advice = made.advice,
        hr_score = made.hr, technical_score = made.technical, manager_score = made.manager,
        comprehensive_score = made.comprehensive, score_low = made.low, score_high = made.high
      from made
      where run.id = made.id and run.organisation_id = ${organisationId}::uuid and run.state in ('pending', 'running')
      returning run.id, run.application_id
    )
    update application
    set current_run_id = ended.id, updated_at = now(),
      stage = case when stage = 'applied' then 'screened' else stage end
    from ended where application.id = ended.application_id`;
}

function toRow({ runId, result }: SaveResults["results"][number]) {
  const { engine, comprehensive, advice, views, verdicts } = result;
  const scoreOf = (key: ViewKey) => views.find((view) => view.key === key)?.score.value ?? null;
  return {
    ...{ id: runId, result, advice },
    marks: Object.fromEntries(verdicts.map((verdict) => [verdict.requirementKey, toMark(verdict)])),
    ...{ engine: engine.name, engine_version: engine.version },
    ...{ hr: scoreOf("hr"), technical: scoreOf("technical"), manager: scoreOf("manager") },
    ...{ comprehensive: comprehensive.value, low: comprehensive.low, high: comprehensive.high },
  };
}

/** The last run to end closes its batch; it has failed only when every run did. */
async function finishBatches({ organisationId, batchIds }: { organisationId: string; batchIds: (string | null)[] }) {
  const ids = [...new Set(batchIds)].filter((id) => id !== null);
  if (ids.length === 0) return;
  await scopedDb(organisationId).$executeRaw`
    update screening_batch batch
    set finished_at = now(),
      state = case
        when exists (select from screening_run where batch_id = batch.id and state = 'completed')
        then 'completed'::work_state else 'failed'::work_state end
    where id = any(${ids}::uuid[]) and organisation_id = ${organisationId}::uuid and state in ('pending', 'running')
      and not exists (select from screening_run where batch_id = batch.id and state in ('pending', 'running'))`;
}
