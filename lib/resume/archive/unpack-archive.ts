import "server-only";
import { createHash } from "node:crypto";
import { scopedDb } from "@/lib/db";
import type { ArchiveFile } from "@/lib/resume/archive/read-archive";
import { UnreadableFileError, type UnreadableReason } from "@/lib/resume/document";
import { cleanFileName } from "@/lib/resume/file-name";
import { addLine, storeFile } from "@/lib/resume/store-file";
import { storage } from "@/lib/storage/storage";

type UnpackArchive = { organisationId: string; importItemId: string };

/**
 * Takes the files out of a ZIP, each with a line of its own in the same import. Safe to repeat: a file's line goes by
 * the archive and its place in it, so a second run adds nothing. What was taken out before an archive turned out to be
 * broken stays.
 */
export async function unpackArchive({ organisationId, importItemId }: UnpackArchive): Promise<{ outcome: string }> {
  const db = scopedDb(organisationId);
  const item = await db.importItem.findFirst({
    where: { id: importItemId, outcome: "archive" },
    select: { batchId: true, storageKey: true, batch: { select: { createdById: true } } },
  });
  if (!item?.storageKey) return { outcome: "gone" };
  const { batchId, storageKey } = item;
  const bytes = await storage().get(storageKey);
  if (!bytes) return finish({ organisationId, importItemId, reason: "file_missing" });

  const { readArchive } = await import("@/lib/resume/archive/read-archive");
  const sender = { organisationId, userId: item.batch.createdById, batchId };
  try {
    for await (const file of readArchive(bytes)) await take(file, sender, importItemId);
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return finish({ organisationId, importItemId, reason: error.reason });
  }
  return finish({ organisationId, importItemId, reason: null });
}

async function take(
  file: ArchiveFile,
  sender: { organisationId: string; userId: string; batchId: string },
  id: string,
) {
  const fileId = placeId(id, file.place);
  if (file.bytes) {
    await storeFile({ ...sender, fileId, fileName: file.fileName, declaredType: "", bytes: file.bytes });
    return;
  }
  const { organisationId, batchId } = sender;
  await addLine(scopedDb(organisationId), {
    ...{ organisationId, batchId, clientFileId: fileId, outcome: "refused", reason: file.reason },
    fileName: cleanFileName(file.fileName),
    fileSize: Math.min(file.size, 2 ** 31 - 1),
  });
}

/** The archive's own line comes to its end, and the archive goes: its files are stored one by one. */
export async function finish({
  organisationId,
  importItemId,
  reason,
}: UnpackArchive & { reason: UnreadableReason | null }) {
  const db = scopedDb(organisationId);
  const where = { id: importItemId, outcome: "archive" };
  const item = await db.importItem.findFirst({ where, select: { storageKey: true } });
  await db.importItem.updateMany({
    where,
    data: { outcome: reason ? "refused" : "unpacked", reason, storageKey: null },
  });
  if (item?.storageKey) await storage().remove(item.storageKey);
  return { outcome: reason ?? "unpacked" };
}

/** A UUID that is the same for the same place in the same archive. */
function placeId(importItemId: string, place: number) {
  const hash = createHash("sha256").update(`${importItemId}:${place}`).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
