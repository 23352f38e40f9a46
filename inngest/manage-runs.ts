import type { Prisma } from "@/generated/prisma/client";
import type { Queryable } from "./embedded/database.ts";
import { finishRun } from "./embedded/finish-run.ts";
import { makeJobError } from "./embedded/protocol.ts";
import { callAgain, lockActiveRun } from "./embedded/settle-step.ts";

type RawTransaction = Pick<Prisma.TransactionClient, "$queryRawUnsafe" | "$executeRawUnsafe">;

/**
 * Ends a run that is still going on. What is under way ends too and its outcome is dropped. The function's `onFailure`
 * runs, as after its last try: whoever waits on a page is told.
 *
 * @returns false when it had ended
 */
export async function stopRun(tx: RawTransaction, runId: string): Promise<boolean> {
  const queryable = asQueryable(tx);
  const run = await lockActiveRun(queryable, runId);
  if (!run) return false;
  await finishRun(queryable, run, { status: "failed", error: makeJobError(stoppedError, "Stopped by an admin") });
  return true;
}

export const stoppedError = "StoppedError";

/**
 * Lets a failed run go on after its last finished step. Only for functions without `onFailure`, which would have
 * closed what the run is about.
 *
 * @returns false when it has not failed
 */
export async function resumeRun(tx: RawTransaction, runId: string): Promise<boolean> {
  const queryable = asQueryable(tx);
  const { rows } = await queryable.query(
    `update job_run set status = 'active', error = null, finished_at = null
     where id = $1 and status = 'failed' returning id`,
    [runId],
  );
  if (rows.length === 0) return false;
  await queryable.query("delete from job_step where run_id = $1 and memo ->> 'type' = 'error'", [runId]);
  await callAgain(queryable, runId);
  return true;
}

/** Takes a failed run off the list: somebody has seen to it. */
export async function closeRun(tx: RawTransaction, runId: string): Promise<void> {
  await tx.$executeRawUnsafe("update job_run set status = 'cancelled' where id = $1 and status = 'failed'", runId);
}

/** What the embedded jobs write with, in a transaction of Prisma's. */
function asQueryable(tx: RawTransaction): Queryable {
  const query = async (asked: string | { text: string; values?: unknown[] }, values: unknown[] = []) => {
    const { text, values: given = [] } = typeof asked === "string" ? { text: asked, values } : asked;
    if (!/^\s*select|\breturning\b/i.test(text))
      return { rows: [], rowCount: await tx.$executeRawUnsafe(text, ...given) };
    const rows = await tx.$queryRawUnsafe<unknown[]>(text, ...given);
    return { rows, rowCount: rows.length };
  };
  return { query } as unknown as Queryable;
}
