import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { acceptResume } from "@/lib/resume/accept-resume";
import { uploadKey } from "@/lib/resume/direct-upload/upload-key";
import type { ImportItem } from "@/lib/resume/schema";
import { findLine } from "@/lib/resume/store-file";
import { storage } from "@/lib/storage/storage";

export const completeInput = z.object({
  batchId: z.uuid(),
  fileId: z.uuid(),
  fileName: z.string().max(1000),
  declaredType: z.string().max(200),
  size: z.int().nonnegative(),
  /** SHA-256 of the bytes as the browser has them, hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

type CompleteUpload = z.infer<typeof completeInput> & { viewer: Viewer };

/**
 * Takes over a file that a browser put into storage itself, once its size and hash are what the browser says it sent.
 * Asked again, it gives back the line of the first time.
 *
 * @throws bad_request when the file is not there whole: it is to be sent again
 */
export async function completeUpload({ viewer, size, hash, ...file }: CompleteUpload): Promise<ImportItem> {
  assertCan(viewer, "resume:import");
  const { organisationId, userId } = viewer;
  const { batchId, fileId } = file;
  const owned = { id: batchId, createdById: userId };
  const db = scopedDb(organisationId);
  const known = (await db.importBatch.findFirst({ where: owned })) && (await findLine(db, { batchId, fileId }));
  if (known) return known;

  const key = uploadKey({ userId, fileId });
  const bytes = await storage().get(key);
  const isWhole = bytes?.length === size && createHash("sha256").update(bytes).digest("hex") === hash;
  if (!bytes || !isWhole) throw new AppError("bad_request", "upload_cut_off");
  const item = await acceptResume({ ...file, bytes, viewer });
  await storage().remove(key);
  return item;
}
