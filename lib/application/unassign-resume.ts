import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";

type UnassignResume = { positionId: string; resumeId: string; viewer: Viewer };

/**
 * Takes a candidate off a position, whenever they were put there. What has happened with them there stays: only an
 * application without any of it goes.
 *
 * @throws not_found when the viewer may not see the position, or the candidate is not on it
 */
export async function unassignResume({ positionId, resumeId, viewer }: UnassignResume) {
  assertCan(viewer, "application:assign");
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const application = await tx.application.findFirst({
      where: { positionId, resumeId, assignedAt: { not: null }, position: visiblePositions(viewer) },
      select: {
        id: true,
        _count: { select: { runs: true, decisions: true, interviews: true, recommendations: true, comments: true } },
      },
    });
    if (!application) throw new AppError("not_found", "application_not_found");
    const { id, _count } = application;
    const isEmpty = Object.values(_count).every((count) => count === 0);
    if (isEmpty) await tx.application.delete({ where: { id } });
    else await tx.application.update({ where: { id }, data: { assignedAt: null } });
    const subject = { subjectType: "position", subjectId: positionId, details: { candidates: 1 } };
    await recordAudit(tx, { viewer, action: "application.unassigned", ...subject });
  });
}
