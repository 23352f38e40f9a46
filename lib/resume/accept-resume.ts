import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { resumeReceived } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { Prisma, type ScopedDb, scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { UnreadableFileError, type UnreadableReason } from "@/lib/resume/document";
import { cleanFileName } from "@/lib/resume/file-name";
import { detectFileKind } from "@/lib/resume/parsing/detect-file-kind";
import { type ImportItem, largestFileBytes } from "@/lib/resume/schema";
import { importItemSelect, toImportItem } from "@/lib/resume/view";
import { storage } from "@/lib/storage/storage";

type AcceptResume = {
  viewer: Viewer;
  batchId: string;
  fileName: string;
  declaredType: string;
  bytes: Uint8Array;
  source?: string;
  isSample?: boolean;
};

/**
 * Takes a file into the library: stored first, then the row and the order to read it in one transaction, so a
 * crash leaves at most a stored file that nobody knows of. The unique hash settles two equal files at once.
 *
 * A file that cannot be a resume is refused with its reason on record; the batch's other files go on.
 */
export async function acceptResume(input: AcceptResume): Promise<ImportItem> {
  const { viewer, batchId, bytes, declaredType, source = "upload", isSample = false } = input;
  assertCan(viewer, "resume:import");
  const fileName = cleanFileName(input.fileName);
  const db = scopedDb(viewer.organisationId);
  const line = { organisationId: viewer.organisationId, batchId, fileName, fileSize: bytes.length };

  await joinBatch(db, { batchId, viewer });

  const refusal = reasonToRefuse(bytes, fileName);
  if (refusal) {
    const data = { ...line, outcome: "refused", reason: refusal };
    return toImportItem({ ...(await db.importItem.create({ data })), resume: null });
  }

  const fileHash = createHash("sha256").update(bytes).digest("hex");
  const recordDuplicate = async () => {
    const where = { organisationId_fileHash: { organisationId: viewer.organisationId, fileHash } };
    const known = await db.resume.findUnique({ where, select: { id: true, removedAt: true } });
    if (!known) return null;
    if (known.removedAt) await db.resume.update({ where: { id: known.id }, data: { removedAt: null, deleteAt: null } });
    const data = { ...line, outcome: known.removedAt ? "accepted" : "duplicate_file", resumeId: known.id };
    return toImportItem(await db.importItem.create({ data, select: importItemSelect }));
  };
  const duplicate = await recordDuplicate();
  if (duplicate) return duplicate;

  const id = randomUUID();
  const storageKey = `resumes/${viewer.organisationId}/${id}`;
  const fileKind = detectFileKind(bytes, fileName);
  await storage().put(storageKey, bytes, "application/octet-stream");
  try {
    const item = await db.$transaction(async (tx) => {
      await tx.resume.create({
        data: {
          id,
          organisationId: viewer.organisationId,
          fileName,
          fileKind,
          declaredType: declaredType.slice(0, 100),
          fileSize: bytes.length,
          fileHash,
          storageKey,
          source,
          isSample,
          uploadedById: viewer.userId,
        },
      });
      const ids = { organisationId: viewer.organisationId, resumeId: id };
      await enqueue(tx, resumeReceived.create(ids, { id: `resume-received-${id}` }));
      return tx.importItem.create({ data: { ...line, outcome: "accepted", resumeId: id } });
    });
    wakeJobs();
    const resume = {
      id,
      fileName,
      state: "PENDING" as const,
      failureReason: null,
      candidateName: null,
      duplicateOf: null,
    };
    return toImportItem({ ...item, resume });
  } catch (error) {
    await storage().remove(storageKey);
    const raced = isUniqueViolation(error) ? await recordDuplicate() : null;
    if (raced) return raced;
    throw error;
  }
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

function isUniqueViolation(error: unknown) {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
}
