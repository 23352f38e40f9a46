import "server-only";
import { recordAudits } from "@/lib/audit/record-audit";
import { assertCan, visibleApplications, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { UndoneDecisions } from "@/lib/screening/schema";

type UndoDecisions = { positionId: string; decisionIds: string[]; viewer: Viewer };

/** Longer than the offer to undo stands on the page. */
const undoMinutes = 10;

/**
 * Takes back what the viewer decided a moment ago: the candidates stand where they stood. With whom something has
 * happened since, another decision, a screening, an interview or any change, stays. The decision's row is kept, marked
 * as taken back, and the audit tells of both.
 *
 * @throws not_found when the viewer may not see the position
 */
export async function undoDecisions({ positionId, decisionIds, viewer }: UndoDecisions): Promise<UndoneDecisions> {
  assertCan(viewer, "application:decide");
  return scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const position = await tx.position.findFirst({
      where: { id: positionId, ...visiblePositions(viewer) },
      select: { id: true },
    });
    if (!position) throw new AppError("not_found", "position_not_found");
    // Locked, so that nothing happens with a candidate between the look and the undoing.
    await tx.$queryRaw`
      select id from application
      where organisation_id = ${viewer.organisationId}::uuid
        and id in (select application_id from decision where id = any(${decisionIds}::uuid[]))
      order by id for update`;
    const decisions = await tx.decision.findMany({
      where: {
        ...{ id: { in: decisionIds }, decidedById: viewer.userId, revokedAt: null },
        createdAt: { gte: new Date(Date.now() - undoMinutes * 60_000) },
        application: { positionId, ...visibleApplications(viewer) },
      },
      select: {
        ...{ id: true, applicationId: true, outcome: true, stageBefore: true, stageAfter: true, createdAt: true },
        application: {
          select: {
            ...{ stage: true, updatedAt: true },
            decisions: {
              where: { revokedAt: null },
              orderBy: { createdAt: "desc" },
              take: 1,
              select: { id: true },
            },
            runs: { orderBy: { createdAt: "desc" }, take: 1, select: { createdAt: true } },
            interviews: { orderBy: { createdAt: "desc" }, take: 1, select: { createdAt: true } },
            recommendations: { orderBy: { createdAt: "desc" }, take: 1, select: { createdAt: true } },
          },
        },
      },
    });
    const undone = decisions.filter(({ id, stageAfter, createdAt, application }) => {
      const { stage, updatedAt, decisions: newest, runs, interviews, recommendations } = application;
      const since = [...runs, ...interviews, ...recommendations].some((row) => row.createdAt > createdAt);
      return stage === stageAfter && updatedAt.getTime() === createdAt.getTime() && newest[0]?.id === id && !since;
    });
    for (const [stage, group] of Map.groupBy(undone, ({ stageBefore }) => stageBefore)) {
      const ids = group.map(({ applicationId }) => applicationId);
      await tx.application.updateMany({ where: { id: { in: ids } }, data: { stage } });
    }
    await tx.decision.updateMany({
      where: { id: { in: undone.map(({ id }) => id) } },
      data: { revokedAt: new Date() },
    });
    await recordAudits(
      tx,
      undone.map(({ applicationId, outcome, stageBefore, stageAfter }) => ({
        ...{ viewer, action: "application.decision_undone", subjectType: "application", subjectId: applicationId },
        details: { outcome, stageBefore, stageAfter },
      })),
    );
    return {
      undone: undone.map(({ applicationId, stageBefore }) => ({ applicationId, stage: stageBefore })),
      kept: new Set(decisionIds).size - undone.length,
    };
  });
}
