import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";

/** Takes a position out of the lists, or back; what was screened for it stays. */
export async function archivePosition(input: { positionId: string; isArchived: boolean; viewer: Viewer }) {
  const { positionId, isArchived, viewer } = input;
  assertCan(viewer, "position:write");
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const { count } = await tx.position.updateMany({
      where: { id: positionId, ...visiblePositions(viewer) },
      data: { archivedAt: isArchived ? new Date() : null },
    });
    if (count === 0) throw new AppError("not_found", "position_not_found");
    const action = isArchived ? "position.archived" : "position.restored";
    await recordAudit(tx, { viewer, action, subjectType: "position", subjectId: positionId });
  });
}
