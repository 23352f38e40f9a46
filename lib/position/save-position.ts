import "server-only";
import { randomUUID } from "node:crypto";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { firstRefused } from "@/lib/position/concerns";
import type { SavePositionInput } from "@/lib/position/schema";
import type { BlindMode } from "@/lib/resume/blind/schema";

type CreatePosition = SavePositionInput & {
  viewer: Viewer;
  isSample?: boolean;
  isListed?: boolean;
  blind?: BlindMode;
  tx?: Transaction;
};

/** A new position with its first version, in the caller's transaction when there is one. */
export async function createPosition({
  viewer,
  isSample = false,
  isListed = true,
  blind = "off",
  tx: callers,
  ...content
}: CreatePosition): Promise<{ id: string; version: number }> {
  assertCan(viewer, "position:write");
  refuseProtected(content);
  const { organisationId, userId: createdById } = viewer;
  const id = randomUUID();
  const create = async (tx: Transaction) => {
    const { title, department } = content;
    await tx.position.create({
      data: { id, organisationId, title, department, createdById, isSample, isListed, blind },
    });
    await tx.positionVersion.create({ data: { ...content, organisationId, positionId: id, version: 1, createdById } });
    await recordAudit(tx, { viewer, action: "position.created", subjectType: "position", subjectId: id });
  };
  await (callers ? create(callers) : scopedDb(organisationId).$transaction(create));
  return { id, version: 1 };
}

type UpdatePosition = SavePositionInput & { viewer: Viewer; positionId: string; baseVersion: number };

/**
 * Saves the next version. The earlier ones stay as they were: screenings point at them.
 *
 * @throws conflict when somebody saved since `baseVersion` was opened
 */
export async function updatePosition({
  viewer,
  positionId,
  baseVersion,
  ...content
}: UpdatePosition): Promise<{ id: string; version: number }> {
  assertCan(viewer, "position:write");
  refuseProtected(content);
  const { organisationId, userId: createdById } = viewer;
  const version = baseVersion + 1;
  await scopedDb(organisationId).$transaction(async (tx) => {
    const { title, department } = content;
    const where = { id: positionId, archivedAt: null, ...visiblePositions(viewer) };
    const { count } = await tx.position.updateMany({
      where: { ...where, version: baseVersion },
      data: { title, department, version },
    });
    if (count === 0) {
      const exists = await tx.position.findFirst({ where, select: { id: true } });
      throw exists ? new AppError("conflict", "position_changed") : new AppError("not_found", "position_not_found");
    }
    await tx.positionVersion.create({ data: { ...content, organisationId, positionId, version, createdById } });
    const details = { version };
    await recordAudit(tx, {
      viewer,
      action: "position.saved",
      subjectType: "position",
      subjectId: positionId,
      details,
    });
  });
  return { id: positionId, version };
}

/** What may not decide about anybody is not asked for, whoever sends it. */
function refuseProtected({ requirements }: SavePositionInput) {
  const refused = firstRefused(requirements);
  if (!refused) return;
  const { number, words, reason } = refused;
  throw new AppError("bad_request", "requirement_protected", { values: { number, words, reason } });
}
