import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";

type OpenCandidate = { resumeId: string; forTeam: boolean; viewer: Viewer };

/**
 * Shows who a candidate of a blind position is: to the viewer, or to those who see their blind positions as members
 * too. It holds for the person, wherever they stand, and is on record; opening once more changes nothing.
 */
export async function openCandidate({ resumeId, forTeam, viewer }: OpenCandidate): Promise<{ people: number }> {
  assertCan(viewer, "candidate:open");
  const { organisationId, userId } = viewer;
  return scopedDb(organisationId).$transaction(async (tx) => {
    const resume = await tx.resume.findFirst({
      where: { id: resumeId, removedAt: null, ...visibleResumes(viewer) },
      select: { candidateId: true, duplicateOf: { select: { candidateId: true } } },
    });
    const candidateId = resume?.candidateId ?? resume?.duplicateOf?.candidateId;
    if (!candidateId) throw new AppError("not_found", "resume_not_found");
    const blind = { blind: { not: "off" }, applications: { some: { candidateId } } };
    const team = forTeam
      ? await tx.positionMember.findMany({ where: { position: blind }, distinct: ["userId"], select: { userId: true } })
      : [];
    const users = new Set([userId, ...team.map((member) => member.userId)]);
    const opened = await tx.identityOpening.createManyAndReturn({
      data: [...users].map((id) => ({ organisationId, candidateId, userId: id, openedById: userId })),
      skipDuplicates: true,
      select: { userId: true },
    });
    const others = opened.filter((opening) => opening.userId !== userId).length;
    if (opened.length > 0) {
      await recordAudit(tx, {
        ...{ viewer, action: "resume.identity_opened", subjectType: "resume", subjectId: resumeId },
        details: { people: opened.length, others, candidateId },
      });
    }
    return { people: opened.length };
  });
}
