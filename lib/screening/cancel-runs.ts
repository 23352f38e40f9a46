import "server-only";
import type { Transaction } from "@/lib/db";
import { endWithoutExperts } from "@/lib/screening/experts/end-without-experts";

/**
 * Ends what of a batch is still to be done, and gives the number. Results that experts are at work on stand. Rows are locked in their order first: a job that
 * saves results of the same batch does so too, and neither waits for the other in a circle.
 */
export async function cancelRuns(tx: Transaction, batchId: string): Promise<number> {
  await tx.$queryRaw`
    select id from screening_run
    where batch_id = ${batchId}::uuid and state in ('pending', 'running') order by number for update`;
  const ended = await endWithoutExperts(tx, { batchId }, "cancelled");
  const { count } = await tx.screeningRun.updateMany({
    where: { batchId, state: { in: ["pending", "running"] } },
    data: { state: "cancelled", finishedAt: new Date() },
  });
  return ended + count;
}
