import "server-only";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";

/**
 * A resume that could not be read, for those who may mend that.
 *
 * @throws conflict when it is being read, or has been
 */
export async function getFailedResume({ resumeId, viewer }: { resumeId: string; viewer: Viewer }) {
  assertCan(viewer, "resume:write");
  const resume = await scopedDb(viewer.organisationId).resume.findFirst({
    where: { id: resumeId, removedAt: null, ...visibleResumes(viewer) },
    select: { state: true, storageKey: true, fileName: true, fileKind: true, receivedAt: true },
  });
  if (!resume) throw new AppError("not_found", "resume_not_found");
  if (resume.state !== "FAILED") throw new AppError("conflict", "resume_not_failed");
  return { ...resume, asOf: resume.receivedAt.toISOString().slice(0, 10) };
}
