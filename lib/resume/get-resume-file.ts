import "server-only";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { storage } from "@/lib/storage/storage";

/** The file as it came. */
export async function getResumeFile({ resumeId, viewer }: { resumeId: string; viewer: Viewer }) {
  assertCan(viewer, "resume:read");
  const resume = await scopedDb(viewer.organisationId).resume.findFirst({
    where: { id: resumeId, removedAt: null, ...visibleResumes(viewer) },
    select: { storageKey: true, fileName: true, fileKind: true },
  });
  const bytes = resume && (await storage().get(resume.storageKey));
  if (!resume || !bytes) throw new AppError("not_found", "resume_not_found");
  return { bytes, fileName: resume.fileName, fileKind: resume.fileKind };
}
