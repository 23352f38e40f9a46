import "server-only";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type Prisma, scopedDb, searchDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { applyCorrections } from "@/lib/resume/corrections/apply-corrections";
import { loadCorrections } from "@/lib/resume/corrections/load-corrections";
import { personMarkKinds } from "@/lib/resume/page-kinds";
import type { RelatedResumes } from "@/lib/resume/page-schema";
import { personMarks } from "@/lib/resume/parsing/index/person-keys";
import { leastSimilarity, shingles, similarity } from "@/lib/resume/parsing/index/shingles";
import { resumeProfile } from "@/lib/resume/profile";
import { idCardNumber, unsealSensitive } from "@/lib/resume/vault/seal-sensitive";
import { otherResumeSelect, toOtherResume } from "@/lib/resume/view";

type FindSimilar = { resumeId: string; viewer: Viewer };
type MarkKind = (typeof personMarkKinds)[number];

/** Texts compared exactly, and rows looked at to choose them. */
const mostCompared = 20;
const mostLookedAt = 200;

/**
 * Resumes of other candidates that share an e-mail address, a phone number, an identity card, or a name with employer or
 * school with this one, and those with nearly its text. The hashed keys and bands only propose: what is said was checked
 * on the values and the texts themselves.
 */
export async function findSimilar({
  resumeId,
  viewer,
}: FindSimilar): Promise<Pick<RelatedResumes, "samePerson" | "nearDuplicates">> {
  assertCan(viewer, "resume:read");
  const { organisationId } = viewer;
  const db = scopedDb(organisationId);
  const resume = await db.resume.findFirst({
    where: { id: resumeId, removedAt: null, ...visibleResumes(viewer) },
    select: { candidateId: true, duplicateOfId: true, personKeys: true, shingleBands: true, content: true },
  });
  if (!resume) throw new AppError("not_found", "resume_not_found");
  // A file with an earlier one's text says nothing of its own.
  if (!resume.content || !resume.candidateId || resume.duplicateOfId) return { samePerson: [], nearDuplicates: [] };

  const { candidateId, personKeys, shingleBands, content } = resume;
  const others: Prisma.ResumeWhereInput = {
    id: { not: resumeId },
    state: "COMPLETED",
    removedAt: null,
    duplicateOfId: null,
    candidateId: { not: candidateId },
    ...visibleResumes(viewer),
  };
  const page = { orderBy: { receivedAt: "desc" }, take: mostLookedAt } as const;
  const index = searchDb(organisationId);
  const [keyed, banded] = await Promise.all([
    index.resume.findMany({
      where: { ...others, personKeys: { hasSome: personKeys } },
      ...page,
      select: { id: true, personKeys: true },
    }),
    index.resume.findMany({
      where: { ...others, shingleBands: { hasSome: shingleBands } },
      ...page,
      select: { id: true, shingleBands: true },
    }),
  ]);
  const alike = banded
    .map((row) => ({ id: row.id, shared: row.shingleBands.filter((band) => shingleBands.includes(band)).length }))
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, mostCompared);
  // Who shares more comes first: a common name with a large employer must not crowd a phone number out.
  const likely = keyed
    .map((row) => ({ id: row.id, shared: row.personKeys.filter((key) => personKeys.includes(key)).length }))
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, mostCompared);
  const proposed = new Set([...likely, ...alike].map(({ id }) => id));
  const rows = await db.resume.findMany({
    where: { id: { in: [...proposed] } },
    orderBy: { receivedAt: "desc" },
    select: { ...otherResumeSelect, content: { select: { text: true, profile: true, sensitive: true } } },
  });

  const corrections = await loadCorrections(db, [resumeId, ...rows.map(({ id }) => id)]);
  const marksOf = ({ profile, sensitive }: Content, id: string) => {
    const corrected = applyCorrections(resumeProfile.parse(profile), corrections.get(id) ?? []);
    return [...personMarks(corrected.profile), ...idCardMarks(sensitive, { organisationId, resumeId: id })];
  };
  const own = { marks: marksOf(content, resumeId), pieces: shingles(content.text) };
  const compared = rows.map(({ content: other, ...row }) => {
    const share = other ? similarity(own.pieces, shingles(other.text)) : 0;
    return {
      ...toOtherResume(row),
      marks: other ? sharedMarks(own.marks, marksOf(other, row.id)) : [],
      similarity: share >= leastSimilarity ? share : null,
    };
  });
  return {
    samePerson: compared.filter(({ marks }) => marks.length > 0),
    nearDuplicates: compared
      .flatMap(({ marks, similarity: share, ...row }) =>
        marks.length === 0 && share !== null ? [{ ...row, similarity: share }] : [],
      )
      .toSorted((a, b) => b.similarity - a.similarity),
  };
}

type Content = { profile: unknown; sensitive: string | null };

/** The number is compared here and goes nowhere. */
function idCardMarks(sensitive: string | null, owner: { organisationId: string; resumeId: string }): string[] {
  const idCard = sensitive && unsealSensitive(sensitive, owner)?.idCard;
  return idCard ? [`id_card:${idCardNumber(idCard.value)}`] : [];
}

function sharedMarks(own: string[], other: string[]): MarkKind[] {
  const shared = own.filter((mark) => other.includes(mark));
  return personMarkKinds.filter((kind) => shared.some((mark) => mark.startsWith(`${kind}:`)));
}
