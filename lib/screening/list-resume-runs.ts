import "server-only";
import { assertCan, visibleApplications, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { ResumeRun } from "@/lib/screening/schema";

const mostRuns = 100;

/** Every screening a resume went through for positions the viewer sees, newest first. */
export async function listResumeRuns({ resumeId, viewer }: { resumeId: string; viewer: Viewer }): Promise<ResumeRun[]> {
  assertCan(viewer, "screening:read");
  const db = scopedDb(viewer.organisationId);
  const where = { id: resumeId, removedAt: null, ...visibleResumes(viewer) };
  if (!(await db.resume.findFirst({ where, select: { id: true } })))
    throw new AppError("not_found", "resume_not_found");
  const rows = await db.screeningRun.findMany({
    where: { resumeId, application: visibleApplications(viewer) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: mostRuns,
    select: {
      ...{ id: true, state: true, engine: true, createdAt: true, comprehensiveScore: true, applicationId: true },
      positionVersion: { select: { version: true, position: { select: { id: true, title: true } } } },
    },
  });
  return rows.map(({ createdAt, comprehensiveScore, positionVersion: { version, position }, ...run }) => ({
    ...run,
    createdAt: createdAt.toISOString(),
    score: comprehensiveScore,
    version,
    positionId: position.id,
    positionTitle: position.title,
  }));
}
