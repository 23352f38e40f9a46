import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { resumeReceived } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { Prisma, type ScopedDb, scopedDb } from "@/lib/db";
import { UnreadableFileError, type UnreadableReason } from "@/lib/resume/document";
import { cleanFileName } from "@/lib/resume/file-name";
import { detectFileKind } from "@/lib/resume/parsing/detect-file-kind";
import { type ImportItem, largestFileBytes } from "@/lib/resume/schema";
import { importItemSelect, toImportItem } from "@/lib/resume/view";
import { isInfected } from "@/lib/storage/is-infected";
import { storage } from "@/lib/storage/storage";
import { takeBack } from "@/lib/storage/take-back";

export type NewFile = {
  organisationId: string;
  /** Who sent it. */
  userId: string;
  batchId: string;
  fileId?: string;
  fileName: string;
  declaredType: string;
  bytes: Uint8Array;
  source?: string;
  isSample?: boolean;
};

/**
 * Stores the file first, then the row and the order to read it in one transaction, so a crash leaves at most a stored
 * file that nobody knows of. The unique hash settles two equal files at once, the unique file id two equal sendings.
 *
 * A file that cannot be a resume, or holds a virus, is refused with its reason on record; the batch's other files go on.
 *
 * @throws unavailable while a scanner that is set up does not answer
 */
export async function storeFile({ fileId = randomUUID(), ...file }: NewFile): Promise<ImportItem> {
  const { organisationId, userId, batchId, bytes, declaredType, source = "upload", isSample = false } = file;
  const fileName = cleanFileName(file.fileName);
  const db = scopedDb(organisationId);
  const line = { organisationId, batchId, clientFileId: fileId, fileName, fileSize: bytes.length };

  const reason = reasonToRefuse(bytes, fileName);
  if (reason) return addLine(db, { ...line, outcome: "refused", reason });

  if (await isInfected(bytes)) return addLine(db, { ...line, outcome: "refused", reason: "infected" });

  const fileHash = createHash("sha256").update(bytes).digest("hex");
  const recordDuplicate = async () => {
    const where = { organisationId_fileHash: { organisationId, fileHash } };
    const same = await db.resume.findUnique({ where, select: { id: true, removedAt: true } });
    if (!same) return null;
    const known = await findLine(db, { batchId, fileId });
    if (known) return known;
    if (same.removedAt) await db.resume.update({ where: { id: same.id }, data: { removedAt: null, deleteAt: null } });
    return addLine(db, { ...line, outcome: same.removedAt ? "accepted" : "duplicate_file", resumeId: same.id });
  };
  const duplicate = await recordDuplicate();
  if (duplicate) return duplicate;

  const id = randomUUID();
  const storageKey = `resumes/${organisationId}/${id}`;
  const fileKind = detectFileKind(bytes, fileName);
  await storage().put(storageKey, bytes, "application/octet-stream");
  try {
    const { id: lineId } = await db.$transaction(async (tx) => {
      await tx.resume.create({
        data: {
          ...{ id, organisationId, fileName, fileKind, fileHash, storageKey, source, isSample },
          declaredType: declaredType.slice(0, 100),
          fileSize: bytes.length,
          uploadedById: userId,
        },
      });
      await enqueue(tx, resumeReceived.create({ organisationId, resumeId: id }, { id: `resume-received-${id}` }));
      return tx.importItem.create({ data: { ...line, outcome: "accepted", resumeId: id }, select: { id: true } });
    });
    wakeJobs();
    return {
      ...{ id: lineId, batchId, fileName, fileSize: bytes.length, clientFileId: fileId, resumeId: id },
      ...{ outcome: "accepted", state: "PENDING", reason: null, ocrProgress: null },
      ...{ candidateName: null, duplicateOf: null },
    };
  } catch (error) {
    await takeBack(storageKey, error);
    const raced = isUniqueViolation(error)
      ? ((await findLine(db, { batchId, fileId })) ?? (await recordDuplicate()))
      : null;
    if (raced) return raced;
    throw error;
  }
}

/** The line of a file that was sent before; another person's batch has none. */
export async function findLine(db: ScopedDb, { batchId, fileId }: { batchId: string; fileId: string }) {
  const where = { batchId_clientFileId: { batchId, clientFileId: fileId } };
  const item = await db.importItem.findUnique({ where, select: importItemSelect });
  return item && toImportItem(item);
}

/** Writes the line of a file, once. */
export async function addLine(db: ScopedDb, line: Prisma.ImportItemUncheckedCreateInput & { clientFileId: string }) {
  try {
    return toImportItem(await db.importItem.create({ data: line, select: importItemSelect }));
  } catch (error) {
    const { batchId, clientFileId: fileId } = line;
    const raced = isUniqueViolation(error) ? await findLine(db, { batchId, fileId }) : null;
    if (raced) return raced;
    throw error;
  }
}

function reasonToRefuse(bytes: Uint8Array, fileName: string): UnreadableReason | null {
  if (bytes.length > largestFileBytes) return "too_large";
  try {
    detectFileKind(bytes, fileName);
    return null;
  } catch (error) {
    if (error instanceof UnreadableFileError) return error.reason;
    throw error;
  }
}

export function isUniqueViolation(error: unknown) {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
