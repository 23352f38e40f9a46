import type pg from "pg";
import { transaction } from "./database.ts";
import { type Memo, makeJobError } from "./protocol.ts";
import { holdTask, type Recorded } from "./record-outcome.ts";
import { lockActiveRun, settleStep } from "./settle-step.ts";
import type { Task } from "./task.ts";

/** Ends the step whose time has come: a sleep, or a wait that nothing came for. */
export function fireTimer(pool: pg.Pool, task: Task): Promise<Recorded> {
  return transaction(pool, async (tx) => {
    if (!(await lockActiveRun(tx, task.runId)) || !(await holdTask(tx, task))) return "stale";
    await settleStep(tx, { runId: task.runId, stepId: task.stepId, name: task.kind, memo: timedOut(task.kind) });
    return "advanced";
  });
}

function timedOut(kind: Task["kind"]): Memo {
  return kind === "invoke"
    ? { type: "error", error: makeJobError("InngestInvokeTimeoutError", "The invoked function took too long") }
    : { type: "data", data: null };
}
