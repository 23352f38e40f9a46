import "server-only";
import { assertCan, visibleApplications, visiblePositions, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import type { Prisma, Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";

/** Those on a position are for who sees its application; the others for everybody who sees the resume. */
export function visibleComments(viewer: Viewer) {
  return {
    resume: { removedAt: null, ...visibleResumes(viewer) },
    OR: [{ applicationId: null }, { application: visibleApplications(viewer) }],
  } satisfies Prisma.CommentWhereInput;
}

type Place = { resumeId: string; applicationId?: string | null; viewer: Viewer };

/** @throws not_found for a resume, or an application of it, that the viewer may not see */
export async function assertPlace(tx: Transaction, { resumeId, applicationId, viewer }: Place) {
  assertCan(viewer, "resume:read");
  const where = { id: resumeId, removedAt: null, ...visibleResumes(viewer) };
  if (!(await tx.resume.findFirst({ where, select: { id: true } })))
    throw new AppError("not_found", "resume_not_found");
  if (!applicationId) return;
  const application = { id: applicationId, resumeId, ...visibleApplications(viewer) };
  if (!(await tx.application.findFirst({ where: application, select: { id: true } })))
    throw new AppError("not_found", "application_not_found");
}

/** Who may be called: everybody who sees what is commented on. */
export function mentionableUsers({ resumeId, applicationId, viewer }: Place): Prisma.UserWhereInput {
  const application = applicationId ? { id: applicationId } : { resumeId };
  const position = { applications: { some: application }, ...visiblePositions(viewer) };
  return {
    disabledAt: null,
    OR: [{ role: { in: ["admin", "recruiter"] } }, { positionMembers: { some: { position } } }],
  };
}
