import "server-only";
import { assertCan, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";

const most = 200;

/** Open positions by name, to choose one of. */
export function listPositionChoices({ viewer }: { viewer: Viewer }) {
  assertCan(viewer, "position:read");
  return scopedDb(viewer.organisationId).position.findMany({
    where: { isListed: true, archivedAt: null, ...visiblePositions(viewer) },
    orderBy: { updatedAt: "desc" },
    take: most,
    select: { id: true, title: true },
  });
}
