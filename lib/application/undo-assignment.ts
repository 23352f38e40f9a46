import "server-only";
import type { UndoneAssignment } from "@/lib/application/schema";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";

type UndoAssignment = { positionId: string; applicationIds: string[]; viewer: Viewer };

/** Longer than the offer to undo stands on the page. */
const undoMinutes = 10;

/**
 * Takes candidates off a position again who were put there a moment ago. One whom a screening brought before stays as
 * the screening left them; one with whom something has happened since, a decision or a screening, stays assigned.
 *
 * @throws not_found when the viewer may not see the position
 */
export async function undoAssignment(input: UndoAssignment): Promise<UndoneAssignment> {
  const { positionId, applicationIds, viewer } = input;
  assertCan(viewer, "application:assign");
  return scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const position = await tx.position.findFirst({
      where: { id: positionId, ...visiblePositions(viewer) },
      select: { id: true },
    });
    if (!position) throw new AppError("not_found", "position_not_found");
    // Locked, so that nothing happens with a candidate between the look and the undoing.
    await tx.$queryRaw`
      select id from application
      where id = any(${applicationIds}::uuid[]) and organisation_id = ${viewer.organisationId}::uuid
      order by id for update`;
    const since = new Date(Date.now() - undoMinutes * 60_000);
    const applications = await tx.application.findMany({
      where: { id: { in: applicationIds }, positionId, assignedAt: { gte: since } },
      select: {
        ...{ id: true, stage: true, notes: true, groupId: true, assignedAt: true },
        runs: { select: { createdAt: true } },
        _count: {
          select: {
            ...{ interviews: true, recommendations: true, comments: true },
            decisions: { where: { revokedAt: null } },
          },
        },
      },
    });
    const isUntouched = ({ notes, groupId, assignedAt, runs, stage, _count }: (typeof applications)[number]) =>
      notes === "" &&
      groupId === null &&
      stage === (runs.length > 0 ? "screened" : "applied") &&
      _count.decisions + _count.interviews + _count.recommendations + _count.comments === 0 &&
      runs.every(({ createdAt }) => assignedAt && createdAt < assignedAt);
    const untouched = applications.filter(isUntouched);
    const idsOf = (some: typeof applications) => some.map(({ id }) => id);
    const screened = untouched.filter(({ runs }) => runs.length > 0);
    await tx.application.updateMany({ where: { id: { in: idsOf(screened) } }, data: { assignedAt: null } });
    await tx.application.deleteMany({
      where: { id: { in: idsOf(untouched.filter(({ runs }) => runs.length === 0)) } },
    });
    if (untouched.length > 0) {
      await recordAudit(tx, {
        ...{ viewer, action: "application.unassigned", subjectType: "position", subjectId: positionId },
        details: { candidates: untouched.length },
      });
    }
    return { undone: untouched.length, kept: applicationIds.length - untouched.length };
  });
}
