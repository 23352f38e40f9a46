import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { assertOpen } from "@/lib/resume/blind/blindings";
import type { Joined } from "@/lib/resume/page-schema";

type JoinCandidates = { resumeId: string; otherResumeId: string; viewer: Viewer };

/**
 * Says that two resumes are one person's: the later candidate's resumes and applications go to the earlier one, and
 * each resume remembers where it came from, so that {@link splitCandidate} can take it back for thirty days.
 *
 * Where both have applied for one position, both applications stay as they are: which of two stages and two decisions
 * holds is for a person to say.
 */
export async function joinCandidates({ resumeId, otherResumeId, viewer }: JoinCandidates): Promise<Joined> {
  assertCan(viewer, "resume:write");
  return scopedDb(viewer.organisationId).$transaction(async (tx) => {
    for (const id of [resumeId, otherResumeId]) await assertOpen(viewer, id);
    const ids = [await candidateOf(tx, resumeId, viewer), await candidateOf(tx, otherResumeId, viewer)];
    await lockCandidates(tx, ids);
    // Again, behind the lock: somebody may have joined or split them meanwhile.
    const [one, other] = [await candidateOf(tx, resumeId, viewer), await candidateOf(tx, otherResumeId, viewer)];
    if (one === other) return { splitId: null, movedResumes: 0, movedApplications: 0, keptApplications: 0 };
    if (!ids.includes(one) || !ids.includes(other)) throw new AppError("conflict", "candidates_changed");
    const [into, from] = await tx.candidate.findMany({
      where: { id: { in: [one, other] } },
      orderBy: { number: "asc" },
      select: { id: true },
    });
    if (!into || !from) throw new AppError("not_found", "resume_not_found");

    const { organisationId } = viewer;
    const movedResumes = await tx.$executeRaw`
      update resume set joined_from_id = coalesce(joined_from_id, candidate_id), candidate_id = ${into.id}::uuid,
        joined_at = now()
      where candidate_id = ${from.id}::uuid and organisation_id = ${organisationId}::uuid`;
    const movedApplications = await moveApplications(tx, { from: from.id, into: into.id });
    const keptApplications = await tx.application.count({ where: { candidateId: from.id } });
    await tx.candidate.updateMany({
      where: { OR: [{ id: from.id }, { mergedIntoId: from.id }] },
      // The name stands on the resumes; a second copy would outlive them.
      data: { mergedIntoId: into.id, name: null },
    });
    const counts = { movedResumes, movedApplications, keptApplications };
    const details = { ...counts, candidateId: into.id, formerCandidateId: from.id };
    for (const subjectId of [resumeId, otherResumeId]) {
      await recordAudit(tx, { viewer, action: "resume.joined", subjectType: "resume", subjectId, details });
    }
    return { splitId: one === from.id ? resumeId : otherResumeId, ...counts };
  });
}

/** Moves the applications, of these resumes only when given, for positions the other candidate has none for. */
export async function moveApplications(
  tx: Transaction,
  { from, into, resumeIds }: { from: string; into: string; resumeIds?: string[] },
) {
  const taken = await tx.application.findMany({ where: { candidateId: into }, select: { positionId: true } });
  const { count } = await tx.application.updateMany({
    where: {
      candidateId: from,
      positionId: { notIn: taken.map(({ positionId }) => positionId) },
      ...(resumeIds && { resumeId: { in: resumeIds } }),
    },
    data: { candidateId: into },
  });
  return count;
}

export async function lockCandidates(tx: Transaction, ids: string[]) {
  await tx.$queryRaw`select id from candidate where id = any(${ids}::uuid[]) order by id for update`;
}

async function candidateOf(tx: Transaction, resumeId: string, viewer: Viewer): Promise<string> {
  const resume = await tx.resume.findFirst({
    where: { id: resumeId, removedAt: null, ...visibleResumes(viewer) },
    select: { candidateId: true },
  });
  if (!resume) throw new AppError("not_found", "resume_not_found");
  if (!resume.candidateId) throw new AppError("conflict", "nothing_to_join");
  return resume.candidateId;
}
