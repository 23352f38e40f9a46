import "server-only";
import type { Assignment } from "@/lib/application/schema";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { ensureApplications } from "./ensure-applications";

type AssignResumes = { positionId: string; resumeIds: string[]; viewer: Viewer };

/**
 * Puts the candidates of resumes on a position. Assigning the same one twice gives back the first application, with
 * the time of the first assignment; one that a screening brought there is assigned from now on.
 *
 * @throws conflict for an archived position, or when no resume can be assigned
 */
export async function assignResumes({ positionId, resumeIds, viewer }: AssignResumes): Promise<Assignment> {
  assertCan(viewer, "application:assign");
  return scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const position = await tx.position.findFirst({
      where: { id: positionId, ...visiblePositions(viewer) },
      select: { archivedAt: true },
    });
    if (!position) throw new AppError("not_found", "position_not_found");
    if (position.archivedAt) throw new AppError("conflict", "position_archived");
    const { applications } = await ensureApplications(tx, { positionId, resumeIds, viewer });
    if (applications.length === 0) throw new AppError("conflict", "nothing_to_assign");
    const applicationIds = applications.map(({ id }) => id);
    const changed = await tx.application.updateManyAndReturn({
      where: { id: { in: applicationIds }, assignedAt: null },
      data: { assignedAt: new Date() },
      select: { id: true },
    });
    const assigned = changed.length;
    if (assigned > 0) {
      await recordAudit(tx, {
        viewer,
        action: "application.assigned",
        subjectType: "position",
        subjectId: positionId,
        details: { candidates: assigned },
      });
    }
    const already = applications.length - assigned;
    const skipped = resumeIds.length - applications.length;
    return { assigned, already, skipped, applicationIds, assignedIds: changed.map(({ id }) => id) };
  });
}
