import "server-only";
import type { z } from "zod";
import { screeningRequested } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type Prisma, scopedDb, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { cancelRuns } from "@/lib/screening/cancel-runs";
import type { changeBatchInput } from "@/lib/screening/schema";

type ChangeBatch = z.infer<typeof changeBatchInput> & { batchId: string; viewer: Viewer };
type Batch = { id: string; organisationId: string; state: string; pausedAt: Date | null; round: number };

/**
 * Pauses, resumes or cancels a screening, or makes its failed runs wait once more. What is so already stays so: a second
 * click changes nothing. Results that are there stay.
 *
 * @throws not_found when the viewer may not see it, conflict for an archived position that would be screened for again
 */
export async function changeBatch({ batchId, action, viewer }: ChangeBatch): Promise<{ isChanged: boolean }> {
  assertCan(viewer, "screening:start");
  const { organisationId } = viewer;
  const isChanged = await scopedDb(organisationId).$transaction(async (tx) => {
    // One at a time: what somebody else is doing to the same screening is seen.
    await tx.$queryRaw`
      select id from screening_batch
      where id = ${batchId}::uuid and organisation_id = ${organisationId}::uuid for update`;
    const batch = await tx.screeningBatch.findFirst({
      where: { id: batchId, position: visiblePositions(viewer) },
      select: {
        ...{ id: true, organisationId: true, state: true, pausedAt: true, round: true, positionId: true },
        position: { select: { archivedAt: true } },
      },
    });
    if (!batch) throw new AppError("not_found", "screening_not_found");
    const { positionId, position } = batch;
    if (position.archivedAt && (action === "resume" || action === "retry"))
      throw new AppError("conflict", "position_archived");
    const runs = await actions[action](tx, batch);
    if (runs === null) return false;
    const subject = { subjectType: "position", subjectId: positionId, details: { batchId, runs } };
    await recordAudit(tx, { viewer, action: `screening.${audited[action]}`, ...subject });
    return true;
  });
  if (isChanged) wakeJobs();
  return { isChanged };
}

const audited = { pause: "paused", resume: "resumed", cancel: "cancelled", retry: "retried" } as const;

/** Each gives the number of runs it was about, or null when there was nothing to change. */
const actions: Record<ChangeBatch["action"], (tx: Transaction, batch: Batch) => Promise<number | null>> = {
  pause: async (tx, { id, state, pausedAt }) => {
    if (!isOpen(state) || pausedAt) return null;
    await tx.screeningBatch.update({ where: { id }, data: { pausedAt: new Date() } });
    return tx.screeningRun.count({ where: openRuns(id) });
  },
  resume: async (tx, batch) => {
    if (!isOpen(batch.state) || !batch.pausedAt) return null;
    await handOut(tx, batch);
    return tx.screeningRun.count({ where: openRuns(batch.id) });
  },
  cancel: async (tx, { id, state }) => {
    if (!isOpen(state)) return null;
    const runs = await cancelRuns(tx, id);
    const data = { state: "cancelled" as const, pausedAt: null, finishedAt: new Date() };
    await tx.screeningBatch.update({ where: { id }, data });
    return runs;
  },
  retry: async (tx, batch) => {
    const { count } = await tx.screeningRun.updateMany({
      where: { batchId: batch.id, state: "failed" },
      data: { state: "pending", error: null, finishedAt: null },
    });
    if (count === 0) return null;
    // A paused screening stays so; its runs go out when somebody resumes it.
    if (!batch.pausedAt) await handOut(tx, batch);
    return count;
  },
};

function isOpen(state: string) {
  return state === "pending" || state === "running";
}

function openRuns(batchId: string): Prisma.ScreeningRunWhereInput {
  return { batchId, state: { in: ["pending", "running"] } };
}

/** Asks for all runs that wait. Jobs of earlier rounds that are still queued find theirs done, or do them first. */
async function handOut(tx: Transaction, { id: batchId, organisationId, round: before }: Batch) {
  const round = before + 1;
  const data = { state: "pending" as const, pausedAt: null, finishedAt: null, error: null, round };
  await tx.screeningBatch.update({ where: { id: batchId }, data });
  const id = `screening-requested-${batchId}-${round}`;
  await enqueue(tx, screeningRequested.create({ organisationId, batchId, round }, { id }));
}
