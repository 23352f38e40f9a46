import "server-only";
import { visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { findBlindings } from "@/lib/resume/blind/blindings";
import { findSimilar } from "@/lib/resume/find-similar";
import { splitUntil } from "@/lib/resume/join-undo";
import type { RelatedResumes } from "@/lib/resume/page-schema";
import { otherResumeSelect, toOtherResume } from "@/lib/resume/view";

const mostShown = 50;
const newest = { orderBy: { receivedAt: "desc" }, take: mostShown } as const;

/** The same file, the same text, the same candidate, and who looks alike: each kept apart from the others. */
export async function findRelated({ resumeId, viewer }: { resumeId: string; viewer: Viewer }): Promise<RelatedResumes> {
  const similar = await findSimilar({ resumeId, viewer });
  const db = scopedDb(viewer.organisationId);
  const resume = await db.resume.findFirst({
    where: { id: resumeId },
    select: {
      duplicateOfId: true,
      candidateId: true,
      joinedFromId: true,
      joinedAt: true,
      duplicateOf: { select: { candidateId: true } },
      importItems: {
        where: { outcome: "duplicate_file" },
        orderBy: { createdAt: "desc" },
        take: mostShown,
        select: { fileName: true, createdAt: true },
      },
    },
  });
  if (!resume) throw new AppError("not_found", "resume_not_found");
  const first = resume.duplicateOfId ?? resumeId;
  const candidateId = resume.candidateId ?? resume.duplicateOf?.candidateId;
  const visible = { removedAt: null, ...visibleResumes(viewer) };
  const [sameText, versions] = await Promise.all([
    db.resume.findMany({
      where: { OR: [{ id: first }, { duplicateOfId: first }], AND: { id: { not: resumeId } }, ...visible },
      ...newest,
      select: otherResumeSelect,
    }),
    candidateId
      ? db.resume.findMany({
          where: { candidateId, id: { notIn: [resumeId, first] }, ...visible },
          ...newest,
          select: { ...otherResumeSelect, joinedFromId: true, joinedAt: true },
        })
      : [],
  ]);
  const { samePerson, nearDuplicates } = similar;
  const shown = [...sameText, ...versions, ...samePerson, ...nearDuplicates].map(({ id }) => id);
  const blindings = await findBlindings(viewer, [resumeId, ...shown]);
  // A row beside it would tell who somebody hidden is, on the page of either.
  if (blindings.has(resumeId)) return { sameFile: [], sameText: [], versions: [], samePerson: [], nearDuplicates: [] };
  const isShown = ({ id }: { id: string }) => !blindings.has(id);
  return {
    samePerson: samePerson.filter(isShown),
    nearDuplicates: nearDuplicates.filter(isShown),
    sameFile: resume.importItems.map(({ fileName, createdAt }) => ({ fileName, receivedAt: createdAt.toISOString() })),
    sameText: sameText.filter(isShown).map(toOtherResume),
    versions: versions.filter(isShown).map(({ joinedFromId, joinedAt, ...row }) => {
      const isJoined = joinedFromId !== resume.joinedFromId;
      const since = joinedFromId ? joinedAt : resume.joinedAt;
      const until = isJoined && since ? splitUntil(since) : null;
      const canSplit = until !== null && until > new Date();
      return {
        ...toOtherResume(row),
        isJoined,
        splitId: canSplit ? (joinedFromId ? row.id : resumeId) : null,
        splitUntil: canSplit ? until.toISOString() : null,
      };
    }),
  };
}
