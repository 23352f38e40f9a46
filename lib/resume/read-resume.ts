import "server-only";
import { createHash } from "node:crypto";
import { type ScopedDb, scopedDb, type Transaction } from "@/lib/db";
import type { ResumeDocument, UnreadableReason } from "@/lib/resume/document";
import { parsePool } from "@/lib/resume/parse-pool";
import { normalizeText } from "@/lib/resume/parsing/normalize-text";
import type { ResumeProfile } from "@/lib/resume/profile";
import { searchTokens } from "@/lib/resume/search-tokens";
import { storage } from "@/lib/storage/storage";

/** Rises when the same file may give other fields. */
export const parserVersion = "1";

type ReadResume = { organisationId: string; resumeId: string };

/**
 * Reads a stored file and writes what it says. Safe to repeat: a second run overwrites the first one's
 * result. A resume deleted meanwhile is left alone.
 */
export async function readResume({ organisationId, resumeId }: ReadResume): Promise<{ outcome: string }> {
  const db = scopedDb(organisationId);
  const [resume] = await db.resume.updateManyAndReturn({
    where: { id: resumeId, state: { in: ["PENDING", "PROCESSING"] } },
    data: { state: "PROCESSING" },
    select: { storageKey: true, fileName: true, receivedAt: true },
  });
  if (!resume) return { outcome: "gone" };

  const bytes = await storage().get(resume.storageKey);
  if (!bytes) return failReading({ organisationId, resumeId, reason: "file_missing" });
  const asOf = resume.receivedAt.toISOString().slice(0, 10);
  const parsed = await parsePool().parse({ bytes, fileName: resume.fileName, asOf });
  if (!parsed.ok) return failReading({ organisationId, resumeId, reason: parsed.reason });
  const { fileName } = resume;
  return saveReading(db, { organisationId, resumeId, fileName, ...parsed }).catch((error) => {
    if (error instanceof ResumeGoneError) return { outcome: "gone" };
    throw error;
  });
}

/** Writes the reason where the recruiter is waiting for it. */
export async function failReading({ organisationId, resumeId, reason }: ReadResume & { reason: UnreadableReason }) {
  await scopedDb(organisationId).resume.updateMany({
    where: { id: resumeId, state: { not: "COMPLETED" } },
    data: { state: "FAILED", failureReason: reason },
  });
  return { outcome: "failed" };
}

type Reading = ReadResume & {
  fileName: string;
  document: ResumeDocument;
  profile: ResumeProfile;
};

async function saveReading(db: ScopedDb, reading: Reading) {
  const { organisationId, resumeId, fileName, document, profile } = reading;
  const { text, ...layout } = document;
  const textHash = createHash("sha256").update(normalizeText(text)).digest("hex");
  const name = profile.name?.value ?? null;
  const tokens = searchTokens(`${fileName}\n${text}`, name ? [name] : []);
  return db.$transaction(async (tx) => {
    // Two files with one text, read at once: the second waits here and finds the first.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${organisationId + textHash}, 0))`;
    // With the resume itself, whose candidate another run may have made while this one was parsing.
    const found = await tx.resume.findMany({
      where: {
        OR: [{ id: resumeId }, { textHash, duplicateOfId: null, state: "COMPLETED", removedAt: null }],
      },
      select: { id: true, candidateId: true },
    });
    const current = found.find(({ id }) => id === resumeId);
    const earlier = found.find(({ id }) => id !== resumeId);
    if (!current) throw new ResumeGoneError();
    const candidateId = earlier
      ? null
      : await saveCandidate(tx, { organisationId, candidateId: current.candidateId, name });
    const { count } = await tx.resume.updateMany({
      where: { id: resumeId },
      data: {
        ...columns(profile),
        state: "COMPLETED",
        failureReason: null,
        fileKind: document.kind,
        textHash,
        duplicateOfId: earlier?.id ?? null,
        candidateId,
        parsedAt: new Date(),
        parserVersion,
      },
    });
    // Deleted while it was read: the transaction leaves nothing behind.
    if (count === 0) throw new ResumeGoneError();
    // By hand: Prisma walks every element of a large value before it sends it.
    await tx.$executeRaw`
      with tokens as (update resume set search_tokens = ${tokens}::int[] where id = ${resumeId}::uuid)
      insert into resume_content (resume_id, organisation_id, text, layout, profile)
      values (${resumeId}::uuid, ${organisationId}::uuid, ${text}, ${JSON.stringify(layout)}::jsonb, ${JSON.stringify(profile)}::jsonb)
      on conflict (resume_id) do update set text = excluded.text, layout = excluded.layout, profile = excluded.profile`;
    return { outcome: earlier ? "duplicate" : "read" };
  });
}

class ResumeGoneError extends Error {}

async function saveCandidate(
  tx: Transaction,
  candidate: { organisationId: string; candidateId: string | null; name: string | null },
) {
  const { organisationId, candidateId, name } = candidate;
  if (!candidateId) {
    const created = await tx.candidate.create({ data: { organisationId, name }, select: { id: true } });
    return created.id;
  }
  await tx.candidate.update({ where: { id: candidateId }, data: { name } });
  return candidateId;
}

/** What lists and filters show without opening the profile. */
function columns(profile: ResumeProfile) {
  const current = profile.work.find(({ end }) => end?.value === "present") ?? profile.work[0];
  const skills = profile.skills.map(({ canonical, name }) => canonical ?? name.value);
  return {
    candidateName: profile.name?.value ?? null,
    currentTitle: current?.title?.value ?? null,
    currentCompany: current?.company?.value ?? null,
    highestDegree: profile.highestDegree?.value ?? null,
    school: profile.education[0]?.school?.value ?? null,
    yearsOfWork: profile.yearsOfWork?.value ?? null,
    city: profile.city?.value ?? null,
    skills: [...new Set(skills)].slice(0, 100),
  };
}
