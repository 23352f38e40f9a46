import "server-only";
import type { Prisma } from "@/generated/prisma/client";
import { scopedDb } from "@/lib/db";
import { ocrPage } from "@/lib/resume/ocr/ocr-page";
import { ocrPool } from "@/lib/resume/ocr-pool";
import { parsePool } from "@/lib/resume/parse-pool";
import { failReading, keepUnlessGone, type ReadResume, saveReading } from "@/lib/resume/read-resume";
import { storage } from "@/lib/storage/storage";

/** For the first time, or again while its reading stands. */
const beingRead: Prisma.ResumeWhereInput = {
  OR: [{ state: "PROCESSING" }, { state: "COMPLETED", rereading: { is: { isScan: true, failure: null } } }],
};
const resumeSelect = { storageKey: true, fileName: true, receivedAt: true } as const;

/**
 * Reads one page of a scan and keeps what it says until all are read. Safe to repeat. A page that takes too long or too
 * much memory counts as read without a result, so that it does not cost the others.
 *
 * @throws when the reader itself failed, to be tried again
 */
export async function readScannedPage({ organisationId, resumeId, page }: ReadResume & { page: number }) {
  const db = scopedDb(organisationId);
  const where = { resumeId_page: { resumeId, page } };
  const resume = await db.resume.findFirst({ where: { id: resumeId, ...beingRead }, select: resumeSelect });
  if (!resume) return { outcome: "gone" };
  if (await db.resumeOcrPage.findUnique({ where, select: { page: true } })) return { outcome: "known" };
  const { storageKey, fileName } = resume;
  const bytes = await storage().get(storageKey);
  if (!bytes) {
    await failReading({ organisationId, resumeId, reason: "file_missing" });
    return { outcome: "gone" };
  }
  const read = await ocrPool().read({ bytes, fileName, page });
  if (!read.ok && read.reason === "internal") throw new Error("The reader of scans failed");
  return keepUnlessGone(() =>
    db.$transaction(async (tx) => {
      const reading = read.ok ? { reading: read.page } : {};
      await tx.resumeOcrPage.createMany({
        data: [{ resumeId, organisationId, page, ...reading }],
        skipDuplicates: true,
      });
      const ocrPagesDone = await tx.resumeOcrPage.count({ where: { resumeId } });
      await tx.resume.updateMany({ where: { id: resumeId }, data: { ocrPagesDone } });
      return { outcome: read.ok ? "read" : read.reason };
    }),
  );
}

/** Puts the pages' text together with what the file says itself, and writes what it says. */
export async function assembleScan({ organisationId, resumeId }: ReadResume): Promise<{ outcome: string }> {
  const db = scopedDb(organisationId);
  const resume = await db.resume.findFirst({ where: { id: resumeId, ...beingRead }, select: resumeSelect });
  if (!resume) return { outcome: "gone" };
  const { storageKey, fileName, receivedAt } = resume;
  const [bytes, pages] = await Promise.all([
    storage().get(storageKey),
    db.resumeOcrPage.findMany({ where: { resumeId }, orderBy: { page: "asc" } }),
  ]);
  if (!bytes) return failReading({ organisationId, resumeId, reason: "file_missing" });
  const ocr = pages.map(({ page, reading }): [number, ReturnType<typeof ocrPage.parse> | null] => [
    page,
    reading === null ? null : ocrPage.parse(reading),
  ]);
  const parsed = await parsePool().parse({ bytes, fileName, asOf: receivedAt.toISOString().slice(0, 10), ocr });
  if (!parsed.ok) {
    await db.resumeOcrPage.deleteMany({ where: { resumeId } });
    return failReading({ organisationId, resumeId, reason: parsed.reason });
  }
  return keepUnlessGone(async () => {
    const saved = await saveReading(db, { organisationId, resumeId, ...parsed });
    await db.resumeOcrPage.deleteMany({ where: { resumeId } });
    return saved;
  });
}
