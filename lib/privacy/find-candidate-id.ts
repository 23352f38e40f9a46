import "server-only";
import { visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";

/** Whose resume it is; null while it has not been read. */
export async function findCandidateId({ resumeId, viewer }: { resumeId: string; viewer: Viewer }) {
  const resume = await scopedDb(viewer.organisationId).resume.findFirst({
    where: { id: resumeId, ...visibleResumes(viewer) },
    select: { candidateId: true, duplicateOf: { select: { candidateId: true } } },
  });
  return resume?.candidateId ?? resume?.duplicateOf?.candidateId ?? null;
}
