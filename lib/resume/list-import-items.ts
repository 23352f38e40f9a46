import "server-only";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { showImportItems } from "@/lib/resume/blind/show-import-items";
import type { ImportItem } from "@/lib/resume/schema";
import { importItemSelect, toImportItem } from "@/lib/resume/view";

/** The lines of the viewer's own import, in the order the files came. */
export async function listImportItems({ batchId, viewer }: { batchId: string; viewer: Viewer }): Promise<ImportItem[]> {
  assertCan(viewer, "resume:import");
  const rows = await scopedDb(viewer.organisationId).importItem.findMany({
    where: { batchId, batch: { createdById: viewer.userId } },
    orderBy: { createdAt: "asc" },
    select: importItemSelect,
  });
  return showImportItems(viewer, rows.map(toImportItem));
}
