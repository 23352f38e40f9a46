import "server-only";
import { countTasks } from "@/inngest/stats";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { outsideRequest } from "@/lib/database/viewing";
import { type ScopedDb, scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { openGate } from "@/lib/http/gate";
import { isLookedAt } from "@/lib/http/looks";
import { isArchive, storeArchive } from "@/lib/resume/archive/store-archive";
import { showImportItems } from "@/lib/resume/blind/show-import-items";
import type { ImportItem } from "@/lib/resume/schema";
import { type NewFile, storeFile } from "@/lib/resume/store-file";
import { assertStorageFor, countUpload } from "@/lib/storage/quota";

/** Storing is a file, a transaction and its connection: these few keep the processors busy. */
const uploads = openGate({
  name: "uploads",
  atOnce: () => (isLookedAt() ? 2 : 4),
  ...{ waiting: 300, waitMs: 15_000 },
  ...{ retryAfterSeconds: 3, message: "too_many_uploads" },
});
export const countUploads = uploads.counts;

type AcceptResume = Omit<NewFile, "organisationId" | "userId"> & { viewer: Viewer };

/**
 * Takes a file into the library, or a ZIP whose files a job takes out. With `fileId`, the sender's own id of the file
 * in this import, sending it again gives back the line that is there: a lost answer costs nothing.
 *
 * @throws unavailable while too many others are being taken in, or the jobs are too far behind; rate_limited, conflict
 * beyond the quotas of a day and of storage
 */
export async function acceptResume({ viewer, ...file }: AcceptResume): Promise<ImportItem> {
  assertCan(viewer, "resume:import");
  return uploads.run(viewer, () => accept({ viewer, ...file }));
}

async function accept({ viewer, ...file }: AcceptResume): Promise<ImportItem> {
  const { organisationId, userId } = viewer;
  await assertRoom();
  await countUpload(viewer);
  await assertStorageFor({ organisationId, bytes: file.bytes.length });
  await joinBatch(scopedDb(organisationId), { batchId: file.batchId, viewer });
  const store = isArchive(file) ? storeArchive : storeFile;
  const item = await store({ ...file, organisationId, userId });
  // Nobody knows yet whose it is.
  if (item.outcome === "accepted" && item.state === "PENDING") return item;
  const [shown = item] = await showImportItems(viewer, [item]);
  return shown;
}

const mostTasks = 100_000;
const countedForMs = 5000;
let room = { isFull: false, asOf: 0 };

/** A queue that only grows helps nobody: beyond a day's work a file is better kept by who has it. */
async function assertRoom() {
  if (Date.now() - room.asOf > countedForMs) {
    room = { ...room, asOf: Date.now() };
    room = { isFull: (await outsideRequest(() => countTasks(mostTasks))) >= mostTasks, asOf: Date.now() };
  }
  if (room.isFull) throw new AppError("unavailable", "too_many_uploads", { retryAfterSeconds: 60 });
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
