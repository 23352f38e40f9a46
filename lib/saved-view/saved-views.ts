import "server-only";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { ViewPage } from "@/lib/saved-view/kinds";
import { type SavedView, type SavedViewInput, savedView } from "@/lib/saved-view/schema";

const mostViews = 30;
const order = { createdAt: "asc" } as const;
const select = { id: true, page: true, name: true, query: true } as const;

/** What a person keeps for a page, oldest first: the tabs above its list. */
export async function listViews({ viewer, page }: { viewer: Viewer; page: ViewPage }): Promise<SavedView[]> {
  assertCan(viewer, "resume:read");
  const where = { userId: viewer.userId, page };
  return savedView
    .array()
    .parse(await scopedDb(viewer.organisationId).savedView.findMany({ where, orderBy: order, select }));
}

/**
 * Keeps how a list is narrowed; one of the same name is replaced.
 *
 * @throws conflict when the person keeps thirty for the page already
 */
export async function saveView({ viewer, page, name, query }: SavedViewInput & { viewer: Viewer }): Promise<SavedView> {
  assertCan(viewer, "resume:read");
  const { organisationId, userId } = viewer;
  const db = scopedDb(organisationId);
  const others = await db.savedView.count({ where: { userId, page, name: { not: name } } });
  if (others >= mostViews) throw new AppError("conflict", "too_many_views", { values: { most: mostViews } });
  const saved = await db.savedView.upsert({
    where: { organisationId_userId_page_name: { organisationId, userId, page, name } },
    create: { organisationId, userId, page, name, query },
    update: { query },
    select,
  });
  return savedView.parse(saved);
}

export async function deleteView({ viewer, viewId }: { viewer: Viewer; viewId: string }) {
  assertCan(viewer, "resume:read");
  const where = { id: viewId, userId: viewer.userId };
  const { count } = await scopedDb(viewer.organisationId).savedView.deleteMany({ where });
  if (count === 0) throw new AppError("not_found", "not_found");
}
