import "server-only";
import { z } from "zod";
import { assertCan, visibleApplications, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { requirement } from "@/lib/position/requirement";
import type { PositionListItem, PositionState } from "@/lib/position/schema";

type ListPositions = { viewer: Viewer; state?: PositionState };

/** The open positions, or the archived ones, newest first. */
export async function listPositions({ viewer, state = "open" }: ListPositions): Promise<PositionListItem[]> {
  assertCan(viewer, "position:read");
  const db = scopedDb(viewer.organisationId);
  const rows = await db.position.findMany({
    where: { archivedAt: state === "open" ? null : { not: null }, isListed: true, ...visiblePositions(viewer) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 500,
    select: {
      id: true,
      title: true,
      department: true,
      version: true,
      createdAt: true,
      updatedAt: true,
      versions: { orderBy: { version: "desc" }, take: 1, select: { requirements: true } },
      _count: { select: { applications: { where: visibleApplications(viewer) } } },
    },
  });
  const screened = await db.application.groupBy({
    by: ["positionId"],
    where: {
      positionId: { in: rows.map(({ id }) => id) },
      currentRunId: { not: null },
      ...visibleApplications(viewer),
    },
    _count: true,
  });
  const screenedCounts = new Map(screened.map(({ positionId, _count }) => [positionId, _count]));
  return rows.map(({ versions, _count, ...row }) => ({
    ...row,
    requirementCount: z.array(requirement).parse(versions[0]?.requirements ?? []).length,
    applicationCount: _count.applications,
    screenedCount: screenedCounts.get(row.id) ?? 0,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }));
}
