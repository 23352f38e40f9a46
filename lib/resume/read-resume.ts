import "server-only";
import { Prisma } from "@/generated/prisma/client";
import { resumeFieldsRequested, resumePhotoRequested } from "@/inngest/events";
import { enqueue } from "@/inngest/outbox";
import { hasFillingModel } from "@/lib/ai/settings/find-filling-model";
import { type ScopedDb, scopedDb, type Transaction } from "@/lib/db";
import { updateIndex } from "@/lib/resume/corrections/update-index";
import type { ResumeDocument, UnreadableReason } from "@/lib/resume/document";
import { keepFilled } from "@/lib/resume/filling/keep-filled";
import { uncertainFields } from "@/lib/resume/filling/uncertain-fields";
import { findScannedPages } from "@/lib/resume/ocr/scanned-pages";
import { parsePool } from "@/lib/resume/parse-pool";
import type { ResumeIndex } from "@/lib/resume/parsing/index/index-resume";
import { type ResumeProfile, resumeProfile } from "@/lib/resume/profile";
import { failReviews, startReviews } from "@/lib/resume/review/request-review";
import type { SensitiveFields } from "@/lib/resume/sensitive";
import { idCardKeys, sealSensitive } from "@/lib/resume/vault/seal-sensitive";
import { storage } from "@/lib/storage/storage";
import { tellWebhooks, wantsWebhook } from "@/lib/webhook/tell-webhooks";

/** Rises when the same file may give other fields. */
export const parserVersion = "10";

export type ReadResume = { organisationId: string; resumeId: string };

/**
 * Reads a stored file and writes what it says, or gives the pages that OCR has to read first. Safe to repeat: a second
 * run overwrites the first one's result. A resume deleted meanwhile is left alone.
 */
export async function readResume({
  organisationId,
  resumeId,
}: ReadResume): Promise<{ outcome: string; scannedPages?: number[] }> {
  const db = scopedDb(organisationId);
  const [resume] = await db.resume.updateManyAndReturn({
    where: { id: resumeId, state: { in: ["PENDING", "PROCESSING"] } },
    data: { state: "PROCESSING" },
    select: readSelect,
  });
  if (!resume) return { outcome: "gone" };
  return readStored(db, { organisationId, resumeId, ...resume });
}

export const readSelect = {
  storageKey: true,
  fileName: true,
  fileKind: true,
  receivedAt: true,
  isRetyped: true,
} as const satisfies Prisma.ResumeSelect;
type StoredResume = ReadResume & Prisma.ResumeGetPayload<{ select: typeof readSelect }>;

/** Reads the file of a resume that is there, whatever state it is in. */
export async function readStored(
  db: ScopedDb,
  { organisationId, resumeId, ...resume }: StoredResume,
): Promise<{ outcome: string; scannedPages?: number[] }> {
  const { storageKey, fileName, fileKind, receivedAt, isRetyped } = resume;
  const bytes = isRetyped ? await typedText(db, resumeId) : await storage().get(storageKey);
  if (!bytes) return failReading({ organisationId, resumeId, reason: "file_missing" });
  const asOf = receivedAt.toISOString().slice(0, 10);
  const parsed = await parsePool().parse({ bytes, fileName: isRetyped ? typedFileName(fileName) : fileName, asOf });
  const scannedPages = findScannedPages(parsed);
  if (scannedPages.length > 0) return awaitOcr(db, { resumeId, scannedPages });
  if (!parsed.ok) return failReading({ organisationId, resumeId, reason: parsed.reason });
  const retypedKind = isRetyped ? (fileKind ?? "") : undefined;
  return keepUnlessGone(() => saveReading(db, { organisationId, resumeId, ...parsed, retypedKind }));
}

/** Nothing of an earlier try counts: the file is read anew. */
async function awaitOcr(db: ScopedDb, { resumeId, scannedPages }: { resumeId: string; scannedPages: number[] }) {
  await db.resumeOcrPage.deleteMany({ where: { resumeId } });
  await db.resume.updateMany({
    where: { id: resumeId },
    data: { ocrPages: scannedPages.length, ocrPagesDone: 0 },
  });
  return { outcome: "scanned", scannedPages };
}

/** A resume that was deleted meanwhile is an outcome, not a failure. */
export async function keepUnlessGone<T extends { outcome: string }>(save: () => Promise<T>) {
  return save().catch((error: unknown) => {
    const isGone = error instanceof ResumeGoneError || isForeignKeyViolation(error);
    if (isGone) return { outcome: "gone" };
    throw error;
  });
}

function isForeignKeyViolation(error: unknown) {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2003";
}

async function typedText(db: ScopedDb, resumeId: string) {
  const content = await db.resumeContent.findUnique({ where: { resumeId }, select: { text: true } });
  return content && Buffer.from(content.text);
}

/** A typed text is read as one, whatever the file is called. */
export function typedFileName(fileName: string) {
  return `${fileName}.txt`;
}

/** Writes the reason where the recruiter is waiting for it. What was read before stands. */
export async function failReading({ organisationId, resumeId, reason }: ReadResume & { reason: UnreadableReason }) {
  const db = scopedDb(organisationId);
  const count = await db.$transaction(async (tx) => {
    const failed = await tx.resume.updateMany({
      where: { id: resumeId, state: { not: "COMPLETED" } },
      data: { state: "FAILED", failureReason: reason, failedAt: new Date() },
    });
    if (failed.count > 0) await failReviews(tx, { resumeId, reason });
    return failed.count;
  });
  if (count === 0)
    await db.resumeRereading.updateMany({ where: { resumeId }, data: { failure: reason, isScan: false } });
  return { outcome: "failed" };
}

type Reading = ReadResume & {
  document: ResumeDocument;
  profile: ResumeProfile;
  sensitive: SensitiveFields;
  index: ResumeIndex;
  /** Whether the file draws a picture that is worth a second look. */
  mayHavePhoto: boolean;
  /** For a text that was typed: what the file itself is. */
  retypedKind?: string;
};

/**
 * Writes what was read, and settles whose it is: once. A resume that is read again stays with its candidate, though its
 * text may now be like another one's.
 *
 * @throws when the resume is gone
 */
export async function saveReading(
  db: ScopedDb,
  { organisationId, resumeId, document, sensitive, index, mayHavePhoto, retypedKind, ...read }: Reading,
) {
  const { text, kind, ...layout } = document;
  const { candidateName: name } = index;
  const sealed = sealSensitive(sensitive, { organisationId, resumeId });
  const isUncertain = uncertainFields(read.profile, text.length).length > 0;
  const wantsModel = isUncertain && (await hasFillingModel(organisationId));
  const personKeys = [...index.personKeys, ...idCardKeys(sensitive, { organisationId })];
  return db.$transaction(async (tx) => {
    // Two files with one text, read at once: the second waits here and finds the first.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${organisationId + index.textHash}, 0))`;
    // With the resume itself, whose candidate another run may have made while this one was parsing.
    const found = await tx.resume.findMany({
      where: {
        OR: [{ id: resumeId }, { textHash: index.textHash, duplicateOfId: null, state: "COMPLETED", removedAt: null }],
      },
      select: { id: true, candidateId: true, state: true, duplicateOfId: true, candidateName: true },
    });
    const current = found.find(({ id }) => id === resumeId);
    if (!current) throw new ResumeGoneError();
    const isAgain = current.state === "COMPLETED";
    const earlier = isAgain ? undefined : found.find(({ id }) => id !== resumeId);
    const duplicateOfId = isAgain ? current.duplicateOfId : (earlier?.id ?? null);
    const candidateId =
      duplicateOfId !== null ? null : await saveCandidate(tx, { organisationId, ...current, name, isAgain });
    const filled = isAgain ? await findFilled(tx, { resumeId, text, profile: read.profile }) : [];
    const profile = { ...read.profile, filled };
    // By hand: Prisma walks every element of a large value before it sends it, and this is one statement.
    const count = await tx.$executeRaw`
      with read as (
        update resume set
          state = 'COMPLETED', failure_reason = null, parsed_at = now(),
          file_kind = ${retypedKind ?? kind}, is_retyped = ${retypedKind !== undefined},
          parser_version = ${parserVersion}, candidate_id = ${candidateId}::uuid,
          duplicate_of_id = ${duplicateOfId}::uuid, text_hash = ${index.textHash},
          candidate_name = ${name}, current_title = ${index.currentTitle}, current_company = ${index.currentCompany},
          highest_degree = ${index.highestDegree}, school = ${index.school}, school_tier = ${index.schoolTier},
          years_of_work = ${index.yearsOfWork}, city = ${index.city}, skills = ${index.skills}::text[],
          search_tokens = ${index.searchTokens}::int[], words = array_to_tsvector(${index.words}::text[]), person_keys = ${personKeys}::int[],
          shingle_bands = ${index.shingleBands}::int[]
        where id = ${resumeId}::uuid and organisation_id = ${organisationId}::uuid
        returning id, organisation_id
      )
      insert into resume_content (resume_id, organisation_id, text, layout, profile, sensitive)
      select id, organisation_id, ${text}, ${JSON.stringify({ kind, ...layout })}::jsonb, ${JSON.stringify(profile)}::jsonb, ${sealed}
      from read
      on conflict (resume_id) do update set
        text = excluded.text, layout = excluded.layout, profile = excluded.profile, sensitive = excluded.sensitive`;
    // Deleted while it was read: the transaction leaves nothing behind.
    if (count === 0) throw new ResumeGoneError();
    const next = await findFollowing(tx, { organisationId, resumeId });
    if (!isAgain && next.isReviewAwaited) await startReviews(tx, { organisationId, resumeId });
    if (next.isWebhookWanted)
      await tellWebhooks(tx, { organisationId, type: "resume.read", data: { resumeId, isAgain } });
    if (next.isCorrected || filled.length > 0) await updateIndex(tx, { organisationId, resumeId });
    if (isAgain) await tx.resumeRereading.deleteMany({ where: { resumeId } });
    if (wantsModel && duplicateOfId === null)
      await enqueue(tx, resumeFieldsRequested.create({ organisationId, resumeId }));
    if (mayHavePhoto) await enqueue(tx, resumePhotoRequested.create({ organisationId, resumeId }));
    return { outcome: earlier ? "duplicate" : "read" };
  });
}

type Following = { isCorrected: boolean; isReviewAwaited: boolean; isWebhookWanted: boolean };

/** What has to follow a reading, asked at once: most have nothing. After its row was written, which holds up a request for a review. */
async function findFollowing(tx: Transaction, { organisationId, resumeId }: ReadResume): Promise<Following> {
  const [following] = await tx.$queryRaw<[Following]>`
    select exists (select from resume_correction where resume_id = ${resumeId}::uuid) as "isCorrected",
      exists (select from resume_review where resume_id = ${resumeId}::uuid and state = 'pending') as "isReviewAwaited",
      ${wantsWebhook({ organisationId, type: "resume.read" })} as "isWebhookWanted"`;
  return following;
}

async function findFilled(
  tx: Transaction,
  { resumeId, ...read }: Pick<Reading, "resumeId" | "profile"> & { text: string },
) {
  const stored = await tx.resumeContent.findUnique({ where: { resumeId }, select: { text: true, profile: true } });
  return stored ? keepFilled({ text: stored.text, profile: resumeProfile.parse(stored.profile) }, read) : [];
}

class ResumeGoneError extends Error {}

type SaveCandidate = {
  organisationId: string;
  candidateId: string | null;
  candidateName: string | null;
  name: string | null;
  isAgain: boolean;
};

async function saveCandidate(tx: Transaction, { candidateId: id, candidateName, name, ...save }: SaveCandidate) {
  const { organisationId, isAgain } = save;
  if (!id) return (await tx.candidate.create({ data: { organisationId, name }, select: { id: true } })).id;
  // Of several resumes of one person an older one must not name them when it is read again.
  const namedAfterIt = isAgain ? { name: candidateName } : {};
  await tx.candidate.updateMany({ where: { id, ...namedAfterIt }, data: { name } });
  return id;
}
