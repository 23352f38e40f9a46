import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { BlindMode } from "@/lib/resume/blind/schema";

type SetBlind = { positionId: string; blind: BlindMode; viewer: Viewer };

/** What is not shown of a position's candidates, at once and on every page; their results stay as they are. */
export async function setBlind({ positionId, blind, viewer }: SetBlind) {
  assertCan(viewer, "position:write");
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const where = { id: positionId, ...visiblePositions(viewer) };
    const position = await tx.position.findFirst({ where, select: { blind: true } });
    if (!position) throw new AppError("not_found", "position_not_found");
    const { count } = await tx.position.updateMany({ where: { ...where, blind: { not: blind } }, data: { blind } });
    if (count === 0) return;
    await recordAudit(tx, {
      ...{ viewer, action: "position.blind_changed", subjectType: "position", subjectId: positionId },
      details: { before: position.blind, after: blind },
    });
  });
}
