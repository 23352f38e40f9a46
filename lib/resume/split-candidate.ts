import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { lockCandidates, moveApplications } from "@/lib/resume/join-candidates";
import { joinUndoDays, splitUntil } from "@/lib/resume/join-undo";

/**
 * Takes a join back, for thirty days: the candidate the resume came from gets back its resumes, and the applications made with them,
 * also those made since. One for a position where it already has an application stays.
 */
export async function splitCandidate({ resumeId, viewer }: { resumeId: string; viewer: Viewer }) {
  assertCan(viewer, "resume:write");
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const find = () =>
      tx.resume.findFirst({
        where: { id: resumeId, removedAt: null, ...visibleResumes(viewer) },
        select: { candidateId: true, joinedFromId: true, joinedAt: true },
      });
    const before = await find();
    if (!before) throw new AppError("not_found", "resume_not_found");
    await lockCandidates(
      tx,
      [before.candidateId, before.joinedFromId].filter((id) => id !== null),
    );
    const resume = await find();
    // Split by somebody else a moment ago: it already is as wished.
    if (!resume?.candidateId || !resume.joinedFromId) return;
    if (resume.joinedAt && splitUntil(resume.joinedAt) < new Date())
      throw new AppError("conflict", "split_too_late", { values: { days: joinUndoDays } });

    const { candidateId: from, joinedFromId: into } = resume;
    const moved = await tx.resume.updateManyAndReturn({
      where: { candidateId: from, joinedFromId: into },
      data: { candidateId: into, joinedFromId: null, joinedAt: null },
      select: { id: true, candidateName: true },
    });
    const movedApplications = await moveApplications(tx, { from, into, resumeIds: moved.map(({ id }) => id) });
    const name = moved.find(({ id }) => id === resumeId)?.candidateName ?? null;
    await tx.candidate.update({ where: { id: into }, data: { mergedIntoId: null, name } });
    await recordAudit(tx, {
      viewer,
      action: "resume.split",
      subjectType: "resume",
      subjectId: resumeId,
      details: { candidateId: into, formerCandidateId: from, movedResumes: moved.length, movedApplications },
    });
  });
}
