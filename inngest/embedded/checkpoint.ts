import type pg from "pg";
import type { z } from "zod";
import { transaction } from "./database.ts";
import { finishRun } from "./finish-run.ts";
import { toJson } from "./json.ts";
import type { checkpointRequest } from "./protocol.ts";
import { holdTask, limitSize, toMemo } from "./record-outcome.ts";
import { lockActiveRun } from "./settle-step.ts";

type Checkpoint = { pool: pg.Pool; leaseSeconds: number; request: z.infer<typeof checkpointRequest> };

/**
 * Stores step results before the function goes on to its next step, and proves and renews the lease in the same
 * statement. Progress clears the crash counter: only a step that keeps killing its worker is given up.
 *
 * @returns false when the lease is no longer held: the SDK then stops this call
 */
export async function saveCheckpoint({ pool, leaseSeconds, request }: Checkpoint): Promise<boolean> {
  const [id = "", token = ""] = request.qi_id.split(".");
  for (const op of request.steps) {
    if (op.op !== "StepRun") throw new Error(`Unexpected ${op.op} in a checkpoint`);
    const size = limitSize(op.data, `Step ${op.displayName ?? op.id}`);
    if (size.status !== "failed") continue;
    await transaction(pool, async (tx) => {
      const run = await lockActiveRun(tx, request.run_id);
      if (run && (await holdTask(tx, { id, token }))) await finishRun(tx, run, size);
    });
    return false;
  }
  const steps = request.steps.flatMap(toMemo);
  const { rowCount } = await pool.query({
    name: "jobs-checkpoint",
    text: `
      with held as (
        update job_task set due_at = greatest(due_at, now() + $3 * interval '0.75 second'), crashes = 0
        where id = $1 and lease_token = $2 returning run_id
      ), saved as (
        insert into job_step (run_id, step_id, name, memo)
        select held.run_id, step_id, name, memo
        from held, unnest($4::text[], $5::text[], $6::json[]) with ordinality as done(step_id, name, memo, place)
        order by place
        on conflict do nothing
      )
      select from held`,
    values: [
      id,
      token,
      leaseSeconds,
      steps.map((step) => step.stepId),
      steps.map((step) => step.name),
      steps.map((step) => toJson(step.memo)),
    ],
  });
  return rowCount === 1;
}
