import "server-only";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type ScopedDb, scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { isArchive, storeArchive } from "@/lib/resume/archive/store-archive";
import { showImportItems } from "@/lib/resume/blind/show-import-items";
import type { ImportItem } from "@/lib/resume/schema";
import { type NewFile, storeFile } from "@/lib/resume/store-file";

type AcceptResume = Omit<NewFile, "organisationId" | "userId"> & { viewer: Viewer };

/**
 * Takes a file into the library, or a ZIP whose files a job takes out. With `fileId`, the sender's own id of the file
 * in this import, sending it again gives back the line that is there: a lost answer costs nothing.
 */
export async function acceptResume({ viewer, ...file }: AcceptResume): Promise<ImportItem> {
  assertCan(viewer, "resume:import");
  const { organisationId, userId } = viewer;
  await joinBatch(scopedDb(organisationId), { batchId: file.batchId, viewer });
  const store = isArchive(file) ? storeArchive : storeFile;
  const item = await store({ ...file, organisationId, userId });
  // Nobody knows yet whose it is.
  if (item.outcome === "accepted" && item.state === "PENDING") return item;
  const [shown = item] = await showImportItems(viewer, [item]);
  return shown;
}

/** Batches this process has seen with their owners: every file of a drop asks. */
const owners = new Map<string, string>();
const mostOwners = 1000;

/** The first file of a drop makes the batch; several first files at once make it once. */
async function joinBatch(db: ScopedDb, { batchId, viewer }: { batchId: string; viewer: Viewer }) {
  const { organisationId, userId: createdById } = viewer;
  if (owners.get(batchId) === createdById) return;
  await db.importBatch.createMany({ data: [{ id: batchId, organisationId, createdById }], skipDuplicates: true });
  const batch = await db.importBatch.findFirst({ where: { id: batchId, createdById }, select: { id: true } });
  if (!batch) throw new AppError("not_found", "not_found");
  if (owners.size >= mostOwners) owners.clear();
  owners.set(batchId, createdById);
}
