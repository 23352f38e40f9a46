import type { Queryable } from "./database.ts";
import { toJson } from "./json.ts";
import type { Memo } from "./protocol.ts";

/*
 * Locks are taken in one order everywhere: the run, its waits, its tasks; a child run before its parent.
 */

/** Locks a run that is still going on; null when it has ended. */
export async function lockActiveRun(tx: Queryable, runId: string): Promise<RunningRun | null> {
  const { rows } = await tx.query<RunningRun>({
    name: "jobs-lock-run",
    text: `
      select id, function_id as "functionId", event, parent_run_id as "parentRunId", parent_step_id as "parentStepId"
      from job_run where id = $1 and status = 'active' for no key update`,
    values: [runId],
  });
  return rows[0] ?? null;
}

export type RunningRun = {
  id: string;
  functionId: string;
  event: Record<string, unknown>;
  parentRunId: string | null;
  parentStepId: string | null;
};

/** Ends a step that was waiting (a sleep, an event, another function) and calls its function again. */
export async function settleStep(tx: Queryable, step: { runId: string; stepId: string; name: string; memo: Memo }) {
  if (!(await lockActiveRun(tx, step.runId))) return;
  const { rowCount } = await insertSteps(tx, step.runId, [step]);
  if (rowCount === 0) return;
  await tx.query("delete from job_wait where run_id = $1 and step_id = $2", [step.runId, step.stepId]);
  await tx.query("delete from job_task where run_id = $1 and step_id = $2", [step.runId, step.stepId]);
  await callAgain(tx, step.runId);
}

/** The first result of a step stays. */
export function insertSteps(tx: Queryable, runId: string, steps: { stepId: string; name: string; memo: Memo }[]) {
  return tx.query({
    name: "jobs-insert-steps",
    text: `
      insert into job_step (run_id, step_id, name, memo)
      select $1, step_id, name, memo from unnest($2::text[], $3::text[], $4::json[])
        with ordinality as done(step_id, name, memo, place) order by place
      on conflict do nothing`,
    values: [
      runId,
      steps.map((step) => step.stepId),
      steps.map((step) => step.name),
      steps.map((step) => toJson(step.memo)),
    ],
  });
}

/** A call that waits its turn will see the new result. One that is under way may not: it is done once more. */
export function callAgain(tx: Queryable, runId: string) {
  return tx.query({
    name: "jobs-call-again",
    text: `
      insert into job_task as task (run_id, step_id, queue, concurrency_key)
      select id, 'step', function_id, concurrency_key from job_run where id = $1
      on conflict (run_id, step_id) do update set dirty = true where task.lease_token is not null`,
    values: [runId],
  });
}
