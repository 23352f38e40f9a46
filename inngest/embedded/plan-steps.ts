import type { Queryable } from "./database.ts";
import { parseWaitEnd } from "./duration.ts";
import { bindEvent, parseExpression } from "./expression.ts";
import type { FunctionConfig } from "./function-config.ts";
import { toJson } from "./json.ts";
import { invokeOptions, makeJobError, type Op, waitOptions } from "./protocol.ts";
import { runIdFor } from "./run-id.ts";
import { callAgain, insertSteps, type RunningRun } from "./settle-step.ts";
import { startRuns } from "./start-runs.ts";
import { timerQueue } from "./task.ts";

type Planning = { tx: Queryable; functions: Map<string, FunctionConfig>; run: RunningRun };

const planned = new Set(["StepPlanned", "Sleep", "WaitForEvent", "InvokeFunction"]);

export function plannedOps(ops: Op[]) {
  return ops.filter((op) => planned.has(op.op));
}

/**
 * Writes down what a function wants done next. The caller has locked the run. A function may name a step again
 * that is planned or done already, while its parallel steps come in one by one: those stay as they are.
 */
export async function planSteps({ ops, ...planning }: Planning & { ops: Op[] }) {
  if (ops.length === 0) return;
  const { tx, run } = planning;
  if (ops.length > 1) await tx.query("update job_run set parallel = true where id = $1 and not parallel", [run.id]);
  const { rows } = await tx.query<{ id: string }>(
    `select step_id as id from job_step where run_id = $1 and step_id = any($2)
     union select step_id from job_task where run_id = $1 and step_id = any($2)`,
    [run.id, ops.map((op) => op.id)],
  );
  const known = new Set(rows.map((row) => row.id));
  for (const op of ops) {
    if (!known.has(op.id)) await planStep(planning, op);
  }
}

async function planStep(planning: Planning, op: Op) {
  const { tx, run } = planning;
  switch (op.op) {
    case "StepPlanned":
      return tx.query(
        `insert into job_task (run_id, step_id, queue, concurrency_key)
         select id, $2, function_id, concurrency_key from job_run where id = $1 on conflict do nothing`,
        [run.id, op.id],
      );
    case "Sleep":
      return addTimer(planning, op, "sleep", op.name ?? "");
    case "WaitForEvent":
      return waitForEvent(planning, op);
    default:
      return invokeFunction(planning, op);
  }
}

async function waitForEvent(planning: Planning, op: Op) {
  const { tx, run } = planning;
  const options = waitOptions.parse(op.opts);
  try {
    const conditions = options.if ? bindEvent(parseExpression(options.if), run.event) : [];
    await tx.query(
      `insert into job_wait (run_id, step_id, event_name, conditions) values ($1, $2, $3, $4) on conflict do nothing`,
      [run.id, op.id, op.name, toJson(conditions)],
    );
    await addTimer(planning, op, "wait", options.timeout);
  } catch (error) {
    if (!(error instanceof Error) || "code" in error) throw error;
    await failStep(planning, op, error.message);
  }
}

async function invokeFunction(planning: Planning, op: Op) {
  const { tx, functions, run } = planning;
  const options = invokeOptions.parse(op.opts);
  const config = functions.get(options.function_id);
  if (!config) return failStep(planning, op, `There is no function ${options.function_id}`);
  const id = runIdFor(config.id, `${run.id}:${op.id}`);
  const event = { id, name: "inngest/function.invoked", data: options.payload?.data ?? {}, ts: Date.now() };
  await startRuns(tx, [{ id, config, event, parent: { runId: run.id, stepId: op.id } }]);
  if (options.timeout) await addTimer(planning, op, "invoke", options.timeout);
}

async function failStep({ tx, run }: Planning, op: Op, message: string) {
  const memo = { type: "error" as const, error: makeJobError("EmbeddedJobError", message) };
  await insertSteps(tx, run.id, [{ stepId: op.id, name: op.displayName ?? op.id, memo }]);
  await callAgain(tx, run.id);
}

function addTimer({ tx, run }: Planning, op: Op, kind: "sleep" | "wait" | "invoke", end: string) {
  return tx.query(
    `insert into job_task (run_id, step_id, kind, queue, due_at) values ($1, $2, $3::job_task_kind, $4, $5)
     on conflict do nothing`,
    [run.id, op.id, kind, timerQueue, parseWaitEnd(end)],
  );
}
