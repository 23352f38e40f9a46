import "server-only";
import { z } from "zod";
import { assertCan, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { requirement } from "@/lib/position/requirement";
import type { PositionDetail, PositionVersionItem } from "@/lib/position/schema";
import { blindMode } from "@/lib/resume/blind/schema";

type FindPosition = { positionId: string; viewer: Viewer; version?: number };

/** A position, archived ones too, as it stands or as it stood in an earlier version; null when the viewer may see none. */
export async function findPosition({ positionId, viewer, version }: FindPosition): Promise<PositionDetail | null> {
  assertCan(viewer, "position:read");
  if (!z.uuid().safeParse(positionId).success) return null;
  const row = await scopedDb(viewer.organisationId).position.findFirst({
    where: { id: positionId, ...visiblePositions(viewer) },
    select: {
      id: true,
      archivedAt: true,
      blind: true,
      createdAt: true,
      versions: { where: version ? { version } : {}, orderBy: { version: "desc" }, take: 1 },
      members: { select: { user: { select: { id: true, name: true, role: true } } } },
      _count: { select: { applications: true } },
    },
  });
  const content = row?.versions[0];
  if (!row || !content) return null;
  return {
    id: row.id,
    versionId: content.id,
    version: content.version,
    title: content.title,
    department: content.department,
    city: content.city,
    description: content.description,
    salaryMin: content.salaryMin,
    salaryMax: content.salaryMax,
    requirements: z.array(requirement).parse(content.requirements),
    createdAt: row.createdAt.toISOString(),
    versionCreatedAt: content.createdAt.toISOString(),
    isArchived: row.archivedAt !== null,
    blind: blindMode.parse(row.blind),
    applicationCount: row._count.applications,
    members: row.members.map(({ user }) => ({ userId: user.id, name: user.name, role: user.role })),
  };
}

/**
 * Every version of a position, newest first.
 *
 * @throws not_found when the viewer may see none
 */
export async function listPositionVersions({
  positionId,
  viewer,
}: {
  positionId: string;
  viewer: Viewer;
}): Promise<PositionVersionItem[]> {
  assertCan(viewer, "position:read");
  const db = scopedDb(viewer.organisationId);
  const versions = await db.positionVersion.findMany({
    where: { positionId, position: visiblePositions(viewer) },
    orderBy: { version: "desc" },
    select: { version: true, createdAt: true, createdById: true, requirements: true },
  });
  if (versions.length === 0) throw new AppError("not_found", "position_not_found");
  const authorIds = versions.flatMap(({ createdById }) => createdById ?? []);
  const authors = await db.user.findMany({ where: { id: { in: authorIds } }, select: { id: true, name: true } });
  const names = new Map(authors.map(({ id, name }) => [id, name]));
  return versions.map(({ createdById, createdAt, requirements, version }) => ({
    version,
    createdAt: createdAt.toISOString(),
    createdBy: (createdById && names.get(createdById)) ?? null,
    requirementCount: z.array(requirement).parse(requirements).length,
  }));
}
