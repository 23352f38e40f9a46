import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { cancelRuns } from "@/lib/screening/cancel-runs";

/**
 * Takes a screening out of the lists and stops what of it is still to be done. Results that are there stay on the board.
 *
 * @throws not_found when the viewer may not see it
 */
export async function deleteBatch({ batchId, viewer }: { batchId: string; viewer: Viewer }) {
  assertCan(viewer, "screening:start");
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const where = { id: batchId, position: visiblePositions(viewer) };
    const batch = await tx.screeningBatch.findFirst({ where, select: { positionId: true } });
    if (!batch) throw new AppError("not_found", "screening_not_found");
    await cancelRuns(tx, batchId);
    await tx.screeningBatch.delete({ where: { id: batchId } });
    const subject = { subjectType: "position", subjectId: batch.positionId, details: { batchId } };
    await recordAudit(tx, { viewer, action: "screening.deleted", ...subject });
  });
}
