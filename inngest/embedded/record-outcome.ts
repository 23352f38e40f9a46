import type pg from "pg";
import { backOffMs } from "./back-off.ts";
import { isDiscovery, type Outcome } from "./call-function.ts";
import { type Queryable, transaction } from "./database.ts";
import { finishRun } from "./finish-run.ts";
import type { FunctionConfig } from "./function-config.ts";
import { toJson } from "./json.ts";
import { plannedOps, planSteps } from "./plan-steps.ts";
import { type JobError, type Memo, makeJobError, type Op, parseJobError } from "./protocol.ts";
import { callAgain, insertSteps, lockActiveRun } from "./settle-step.ts";
import type { Task } from "./task.ts";

/** What became of a task; `stale` when its lease was no longer held and nothing was written. */
export type Recorded = "advanced" | "completed" | "failed" | "retrying" | "stale";

type Recording = {
  pool: pg.Pool;
  functions: Map<string, FunctionConfig>;
  config: FunctionConfig;
  task: Task;
  outcome: Outcome;
  backOff?: (attempt: number) => number;
};

const maxStepBytes = 4 * 1024 * 1024;

/**
 * Writes an outcome in one transaction that begins by proving the lease: results, next tasks and the end of this
 * task come to be together, or not at all.
 */
export async function recordOutcome(recording: Recording): Promise<Recorded> {
  const { pool, task, outcome } = recording;
  const retry = findRetry(recording);
  if (retry) return retryTask(pool, task, retry);
  const result = plainResult(recording);
  if (result) return (await completeRun(pool, task, result.data)) ? "completed" : "stale";

  return transaction(pool, async (tx) => {
    const run = await lockActiveRun(tx, task.runId);
    if (!run || !(await holdTask(tx, task))) return "stale";
    const end = findEnd(outcome);
    const { rows } = await tx.query<{ dirty: boolean }>("delete from job_task where id = $1 returning dirty", [
      task.id,
    ]);
    if (outcome.type === "ops" && end?.status !== "failed") {
      const memos = outcome.ops.flatMap(toMemo);
      if (memos.length > 0) await insertSteps(tx, run.id, memos);
      if (!end) {
        await planSteps({ tx, functions: recording.functions, run, ops: plannedOps(outcome.ops) });
        const goesOn = memos.length > 0 || outcome.ops.some((op) => op.op === "DiscoveryRequest");
        if (goesOn || (isDiscovery(task) && rows[0]?.dirty)) await callAgain(tx, run.id);
      }
    }
    if (end) await finishRun(tx, run, end);
    return end?.status ?? "advanced";
  });
}

/** Ends a run whose task keeps taking its worker down. */
export function recordWorkerDeath({ pool, task }: { pool: pg.Pool; task: Task }): Promise<Recorded> {
  return transaction(pool, async (tx) => {
    const run = await lockActiveRun(tx, task.runId);
    if (!run || !(await holdTask(tx, task))) return "stale";
    const error = makeJobError("WorkerDied", `The worker died ${task.crashes} times in step ${task.stepId}`);
    await finishRun(tx, run, { status: "failed", error });
    return "failed";
  });
}

export async function holdTask(tx: Queryable, task: Pick<Task, "id" | "token">) {
  const { rowCount } = await tx.query({
    name: "jobs-hold-task",
    text: "select from job_task where id = $1 and lease_token = $2 for update",
    values: [task.id, task.token],
  });
  return rowCount === 1;
}

function findEnd(
  outcome: Outcome,
): { status: "completed"; data: unknown } | { status: "failed"; error: JobError } | null {
  if (outcome.type === "completed") return limitSize(outcome.data, "The function");
  if (outcome.type === "error") return { status: "failed", error: outcome.error };
  const unsupported = outcome.ops.find((op) => !knownOps.has(op.op));
  if (unsupported) {
    const message = `${unsupported.op} is not supported by the embedded jobs`;
    return { status: "failed", error: makeJobError("EmbeddedJobError", message) };
  }
  for (const op of outcome.ops) {
    const tooLarge = op.op === "StepRun" ? limitSize(op.data, `Step ${op.displayName ?? op.id}`) : null;
    if (tooLarge?.status === "failed") return tooLarge;
  }
  const complete = outcome.ops.find((op) => op.op === "RunComplete");
  return complete ? limitSize(complete.data, "The function") : null;
}

export function limitSize(data: unknown, what: string) {
  if (toJson(data).length <= maxStepBytes) return { status: "completed" as const, data };
  return { status: "failed" as const, error: makeJobError("EmbeddedJobError", `${what} returned more than 4 MB`) };
}

const knownOps = new Set([
  ...["StepRun", "StepError", "StepFailed", "StepPlanned", "RunComplete", "DiscoveryRequest"],
  ...["Sleep", "WaitForEvent", "InvokeFunction"],
]);

export function toMemo(op: Op): { stepId: string; name: string; memo: Memo }[] {
  const step = { stepId: op.id, name: op.displayName ?? op.name ?? op.id };
  if (op.op === "StepRun") return [{ ...step, memo: { type: "data", data: op.data ?? null } }];
  if (op.op === "StepFailed" || op.op === "StepError") {
    return [{ ...step, memo: { type: "error", error: parseJobError(op.error) } }];
  }
  return [];
}

type Retry = { at: Date };

/** A failed step or function that has attempts left. Steps that succeeded before it were recorded by then. */
function findRetry({ outcome, config, task, backOff = backOffMs }: Recording): Retry | null {
  const hasAttempts = task.attempt + 1 < config.maxAttempts;
  const failed =
    outcome.type === "error"
      ? !outcome.isFinal
      : outcome.type === "ops" && outcome.ops.every((op) => op.op === "StepError");
  if (!failed || !hasAttempts || outcome.type === "completed") return null;
  return { at: outcome.retryAt ?? new Date(Date.now() + backOff(task.attempt)) };
}

async function retryTask(pool: pg.Pool, task: Task, retry: Retry): Promise<Recorded> {
  const { rowCount } = await pool.query({
    name: "jobs-retry-task",
    text: `
      update job_task
      set attempt = attempt + 1, due_at = $3, lease_token = null, lease_owner = null, crashes = 0, dirty = false
      where id = $1 and lease_token = $2`,
    values: [task.id, task.token, retry.at],
  });
  return rowCount === 1 ? "retrying" : "stale";
}

/** The result of a run that nothing waits for and that has nothing else under way: most runs end so. */
function plainResult({ outcome, task, config }: Recording): { data: unknown } | null {
  if (task.parallel || task.hasParent || config.cancelOn.length > 0 || !isDiscovery(task)) return null;
  const end = outcome.type === "error" ? null : findEnd(outcome);
  if (end?.status !== "completed") return null;
  return outcome.type === "completed" || (outcome.type === "ops" && outcome.ops.length === 1)
    ? { data: end.data }
    : null;
}

/** The same as the transaction above, in one round trip. */
async function completeRun(pool: pg.Pool, task: Task, data: unknown) {
  const { rowCount } = await pool.query({
    name: "jobs-complete-run",
    text: `
      with held as (delete from job_task where id = $1 and lease_token = $2 returning run_id)
      update job_run set status = 'completed', result = $3, finished_at = now()
      from held where id = held.run_id and status = 'active'`,
    values: [task.id, task.token, toJson(data ?? null)],
  });
  return rowCount === 1;
}
