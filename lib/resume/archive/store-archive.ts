import "server-only";
import { randomUUID } from "node:crypto";
import { archiveReceived } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { scopedDb } from "@/lib/db";
import { isArchiveName, largestArchiveBytes } from "@/lib/resume/archive/limits";
import { cleanFileName } from "@/lib/resume/file-name";
import type { ImportItem } from "@/lib/resume/schema";
import { addLine, findLine, isUniqueViolation, type NewFile } from "@/lib/resume/store-file";
import { importItemSelect, toImportItem } from "@/lib/resume/view";
import { storage } from "@/lib/storage/storage";
import { takeBack } from "@/lib/storage/take-back";

/** By name and first bytes: a Word file is a ZIP too. */
export function isArchive({ fileName, bytes }: Pick<NewFile, "fileName" | "bytes">): boolean {
  return isArchiveName(fileName) && bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Keeps a ZIP until a job has taken its files out: nothing of it is unpacked while somebody waits. */
export async function storeArchive({ fileId = randomUUID(), ...file }: NewFile): Promise<ImportItem> {
  const { organisationId, batchId, bytes } = file;
  const db = scopedDb(organisationId);
  const known = await findLine(db, { batchId, fileId });
  if (known) return known;
  const line = {
    ...{ organisationId, batchId, clientFileId: fileId },
    ...{ fileName: cleanFileName(file.fileName), fileSize: bytes.length },
  };
  if (bytes.length > largestArchiveBytes)
    return addLine(db, { ...line, outcome: "refused", reason: "archive_too_large" });

  const id = randomUUID();
  const storageKey = `archives/${organisationId}/${id}`;
  await storage().put(storageKey, bytes, "application/zip");
  try {
    const item = await db.$transaction(async (tx) => {
      const event = archiveReceived.create({ organisationId, importItemId: id }, { id: `archive-received-${id}` });
      await enqueue(tx, event);
      return tx.importItem.create({ data: { ...line, id, outcome: "archive", storageKey }, select: importItemSelect });
    });
    wakeJobs();
    return toImportItem(item);
  } catch (error) {
    await takeBack(storageKey, error);
    const raced = isUniqueViolation(error) ? await findLine(db, { batchId, fileId }) : null;
    if (raced) return raced;
    throw error;
  }
}
