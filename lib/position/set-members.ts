import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";

/** Replaces the people who see a position because they are its hiring managers or interviewers. */
export async function setPositionMembers({
  positionId,
  userIds,
  viewer,
}: {
  positionId: string;
  userIds: string[];
  viewer: Viewer;
}) {
  assertCan(viewer, "position:write");
  const { organisationId } = viewer;
  await scopedDb(organisationId).$transaction(async (tx) => {
    const position = await tx.position.findFirst({
      where: { id: positionId, ...visiblePositions(viewer) },
      select: { id: true },
    });
    if (!position) throw new AppError("not_found", "position_not_found");
    const users = await tx.user.findMany({ where: { id: { in: userIds } }, select: { id: true } });
    await tx.positionMember.deleteMany({ where: { positionId } });
    await tx.positionMember.createMany({ data: users.map(({ id }) => ({ organisationId, positionId, userId: id })) });
    const details = { members: users.length };
    await recordAudit(tx, {
      viewer,
      action: "position.members_set",
      subjectType: "position",
      subjectId: positionId,
      details,
    });
  });
}
