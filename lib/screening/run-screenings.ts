import "server-only";
import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import { tellSourcesChanged } from "@/lib/application/tell-sources-changed";
import { scopedDb } from "@/lib/db";
import { log } from "@/lib/log";
import { requirement } from "@/lib/position/requirement";
import type { BlindMode } from "@/lib/resume/blind/schema";
import { loadCorrections } from "@/lib/resume/corrections/load-corrections";
import { findUserNames } from "@/lib/resume/find-user-names";
import { boardColumns } from "@/lib/screening/board-columns";
import { carryOverrides } from "@/lib/screening/carry-overrides";
import { endWithoutExperts } from "@/lib/screening/experts/end-without-experts";
import { finishBatches } from "@/lib/screening/finish-batches";
import type { ScreeningResult } from "@/lib/screening/schema";
import { screenStored } from "@/lib/screening/screen-stored";

type RunScreenings = { organisationId: string; runIds: string[] };

/** The runs of a batch that still have to be made; none while it is paused. */
export async function listPendingRuns({ organisationId, batchId }: { organisationId: string; batchId: string }) {
  const db = scopedDb(organisationId);
  await db.screeningBatch.updateMany({
    where: { id: batchId, state: "pending", pausedAt: null },
    data: { state: "running" },
  });
  const runs = await db.screeningRun.findMany({
    where: { batchId, state: { in: ["pending", "running"] }, batch: { pausedAt: null } },
    orderBy: { number: "asc" },
    select: { id: true },
  });
  return runs.map(({ id }) => id);
}

/**
 * Screens candidates and puts the results on the board. Safe to repeat: runs that have ended stay as they are, and
 * the same input gives the same result. Runs of a paused batch are left for when it is resumed. A resume the engine
 * cannot screen fails alone.
 */
export async function runScreenings({ organisationId, runIds }: RunScreenings) {
  const all = await loadRuns({ organisationId, runIds });
  const runs = all.filter(({ isPaused, hasResult, ...run }) => !isPaused && !hasResult && isOpen(run));
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
  for (const { runId, versionId, resumeId, text, blind, profile: stored } of runs) {
    const position = versions.get(versionId);
    if (!position || text === null || stored === null) {
      failed.push({ runId, error: "resume_not_read" });
      continue;
    }
    // A candidate takes milliseconds, a job full of them would hold up every request.
    await setImmediate();
    try {
      const own = corrections.get(resumeId) ?? [];
      const result = screenStored({ position, text, profile: JSON.parse(stored), corrections: own, names, blind });
      results.push({ runId, result });
    } catch (error) {
      log.error({ runId, error: error instanceof Error ? error.name : "unknown" }, "a resume could not be screened");
      failed.push({ runId, error: "internal" });
    }
  }
  await saveResults({ organisationId, results });
  // Also of runs that had ended, for the same reason as below.
  await carryOverrides({ organisationId, applicationIds: all.map(({ applicationId }) => applicationId) });
  const isNew = new Set(results.map(({ runId }) => runId));
  await tellSourcesChanged(scopedDb(organisationId), {
    organisationId,
    applicationIds: all.flatMap(({ runId, applicationId }) => (isNew.has(runId) ? [applicationId] : [])),
  });
  for (const { runId, error } of failed) await failScreenings({ organisationId, runIds: [runId], error });
  // Also of runs that had ended: the process may have gone between their result and the end of their batch.
  await finishBatches({ organisationId, batchIds: all.map((run) => run.batchId) });
  // Also of those whose result was saved before the process ended and the job heard of it.
  const done = new Set(results.map(({ runId }) => runId));
  const ended = all.filter((run) => run.state === "completed" || (done.has(run.runId) && !run.wantsExperts));
  const refined = all.filter((run) => run.wantsExperts && isOpen(run) && (run.hasResult || done.has(run.runId)));
  return {
    screened: results.length,
    failed: failed.length,
    wantExperts: refined.filter(({ isPaused }) => !isPaused).map(({ runId }) => runId),
    wantSummary: ended.filter(({ wantsSummary }) => wantsSummary).map(({ runId }) => runId),
  };
}

function isOpen({ state }: Pick<StoredRun, "state">) {
  return state === "pending" || state === "running";
}

/** Marks runs that cannot be made, so that their batch can end. A result that is there stands. */
export async function failScreenings({ organisationId, runIds, error }: RunScreenings & { error: string }) {
  const db = scopedDb(organisationId);
  await endWithoutExperts(db, { id: { in: runIds } }, "internal");
  await db.screeningRun.updateMany({
    where: { id: { in: runIds }, state: { in: ["pending", "running"] } },
    data: { state: "failed", error, finishedAt: new Date() },
  });
  const runs = await db.screeningRun.findMany({ where: { id: { in: runIds } }, select: { batchId: true } });
  await finishBatches({ organisationId, batchIds: runs.map((run) => run.batchId) });
}

type StoredRun = {
  runId: string;
  applicationId: string;
  state: string;
  isPaused: boolean;
  wantsSummary: boolean;
  wantsExperts: boolean;
  /** Made, and waiting for experts. */
  hasResult: boolean;
  batchId: string | null;
  versionId: string;
  resumeId: string;
  blind: BlindMode;
  text: string | null;
  profile: string | null;
};

/** As raw SQL: Prisma would walk every element of the profiles. */
function loadRuns({ organisationId, runIds }: RunScreenings) {
  return scopedDb(organisationId).$queryRaw<StoredRun[]>`
    select run.id as "runId", run.application_id as "applicationId", run.resume_id as "resumeId",
      run.batch_id as "batchId", run.position_version_id as "versionId",
      run.state::text as state, batch.paused_at is not null as "isPaused", run.wants_summary as "wantsSummary", run.blind,
      run.wants_experts as "wantsExperts",
      run.state = 'running' and run.result is not null as "hasResult",
      content.text, content.profile::text as profile
    from screening_run run
    left join screening_batch batch on batch.id = run.batch_id
    left join resume_content content on content.resume_id = run.resume_id and run.state in ('pending', 'running')
      and (run.state = 'pending' or run.result is null) and batch.paused_at is null
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
 * more than for the engine. A run for which experts are wanted goes on. One that has ended meanwhile stays as it is. Rows are locked in the order in which
 * cancelling a batch locks them.
 */
async function saveResults({ organisationId, results }: SaveResults) {
  if (results.length === 0) return;
  await scopedDb(organisationId).$executeRaw`
    with made as (
      select * from jsonb_to_recordset(${JSON.stringify(results.map(toRow))}::jsonb) as made(
        id uuid, result jsonb, marks jsonb, engine text, engine_version text, advice text, hr float8, technical float8,
        manager float8, comprehensive float8, low float8, high float8)
    ), open as (
      select run.id from screening_run run join made on made.id = run.id
      where run.organisation_id = ${organisationId}::uuid
        and (run.state = 'pending' or run.state = 'running' and run.result is null)
      order by run.number for update of run
    ), ended as (
      update screening_run run
      set state = case when run.wants_experts then 'running' else 'completed' end::work_state,
        finished_at = now(), result = made.result, marks = made.marks,
        engine = made.engine, engine_version = made.engine_version, advice = made.advice,
        hr_score = made.hr, technical_score = made.technical, manager_score = made.manager,
        comprehensive_score = made.comprehensive, score_low = made.low, score_high = made.high
      from made join open using (id)
      where run.id = made.id
      returning run.id, run.application_id
    )
    update application
    set current_run_id = ended.id, updated_at = now(),
      stage = case when stage = 'applied' then 'screened' else stage end
    from ended where application.id = ended.application_id`;
}

function toRow({ runId, result }: SaveResults["results"][number]) {
  const { engine } = result;
  const { hrScore, technicalScore, managerScore, comprehensiveScore, scoreLow, scoreHigh, ...shown } =
    boardColumns(result);
  return {
    ...{ id: runId, result, ...shown, engine: engine.name, engine_version: engine.version },
    ...{ hr: hrScore, technical: technicalScore, manager: managerScore },
    ...{ comprehensive: comprehensiveScore, low: scoreLow, high: scoreHigh },
  };
}
