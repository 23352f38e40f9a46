import "server-only";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { SavedView, SavedViewInput } from "@/lib/resume/filter";

const mostViews = 30;
const order = { createdAt: "asc" } as const;
const select = { id: true, name: true, query: true } as const;

/** The searches a person keeps, oldest first: the tabs above the library. */
export function listViews({ viewer }: { viewer: Viewer }): Promise<SavedView[]> {
  assertCan(viewer, "resume:read");
  const where = { userId: viewer.userId };
  return scopedDb(viewer.organisationId).savedView.findMany({ where, orderBy: order, select });
}

/**
 * Keeps a search; one of the same name is replaced.
 *
 * @throws conflict when the person keeps thirty already
 */
export async function saveView({ viewer, name, query }: SavedViewInput & { viewer: Viewer }): Promise<SavedView> {
  assertCan(viewer, "resume:read");
  const { organisationId, userId } = viewer;
  const db = scopedDb(organisationId);
  const others = await db.savedView.count({ where: { userId, name: { not: name } } });
  if (others >= mostViews) throw new AppError("conflict", "too_many_views", { values: { most: mostViews } });
  return db.savedView.upsert({
    where: { organisationId_userId_name: { organisationId, userId, name } },
    create: { organisationId, userId, name, query },
    update: { query },
    select,
  });
}

export async function deleteView({ viewer, viewId }: { viewer: Viewer; viewId: string }) {
  assertCan(viewer, "resume:read");
  const where = { id: viewId, userId: viewer.userId };
  const { count } = await scopedDb(viewer.organisationId).savedView.deleteMany({ where });
  if (count === 0) throw new AppError("not_found", "not_found");
}
