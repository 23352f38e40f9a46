import type { Queryable } from "./database.ts";
import { toJson } from "./json.ts";
import { type JobError, makeJobError } from "./protocol.ts";
import { type RunningRun, settleStep } from "./settle-step.ts";

export type RunEnd =
  | { status: "completed"; data: unknown }
  | { status: "failed"; error: JobError }
  | { status: "cancelled" };

/** Ends a run the caller has locked: nothing of it stays to be done, and whoever waits for it is told. */
export async function finishRun(tx: Queryable, run: RunningRun, end: RunEnd) {
  await tx.query(
    "update job_run set status = $2::job_run_status, result = $3, error = $4, finished_at = now() where id = $1",
    [
      run.id,
      end.status,
      end.status === "completed" ? toJson(end.data ?? null) : null,
      end.status === "failed" ? toJson(end.error) : null,
    ],
  );
  await tx.query("delete from job_wait where run_id = $1", [run.id]);
  await tx.query("delete from job_task where run_id = $1", [run.id]);

  if (end.status === "failed") await announceFailure(tx, run, end.error);
  if (run.parentRunId && run.parentStepId) {
    await settleStep(tx, {
      runId: run.parentRunId,
      stepId: run.parentStepId,
      name: run.functionId,
      memo:
        end.status === "completed"
          ? { type: "data", data: end.data ?? null }
          : {
              type: "error",
              error:
                end.status === "failed" ? end.error : makeJobError("CancelledError", "The invoked run was cancelled"),
            },
    });
  }
}

/** The event that starts the function's `onFailure`, as Inngest shapes it. */
async function announceFailure(tx: Queryable, run: RunningRun, error: JobError) {
  const name = "inngest/function.failed";
  const id = `${name}:${run.id}`;
  const data = { function_id: run.functionId, run_id: run.id, error, event: run.event };
  await tx.query("insert into job_event (id, name, payload) values ($1, $2, $3::json) on conflict do nothing", [
    id,
    name,
    toJson({ id, name, data, ts: Date.now() }),
  ]);
}
