import "server-only";
import { visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import type { Transaction } from "@/lib/db";

type EnsureApplications = { positionId: string; resumeIds: string[]; viewer: Viewer };

/**
 * One application for every candidate of the resumes, made where there is none yet. Resumes that are not read, or not
 * the viewer's to see, are left out; a second file with the same text stands for the first.
 */
export async function ensureApplications(tx: Transaction, { positionId, resumeIds, viewer }: EnsureApplications) {
  const { organisationId } = viewer;
  const resumes = await tx.resume.findMany({
    where: { id: { in: resumeIds }, state: "COMPLETED", removedAt: null, ...visibleResumes(viewer) },
    orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
    select: { id: true, candidateId: true, duplicateOf: { select: { id: true, candidateId: true } } },
  });
  const resumeOf = new Map(
    resumes.flatMap(({ id, candidateId, duplicateOf }) => {
      const owner = candidateId ?? duplicateOf?.candidateId;
      return owner ? [[owner, duplicateOf?.id ?? id] as const] : [];
    }),
  );
  await tx.application.createMany({
    data: [...resumeOf].map(([candidateId, resumeId]) => ({ organisationId, positionId, candidateId, resumeId })),
    skipDuplicates: true,
  });
  const applications = await tx.application.findMany({
    where: { positionId, candidateId: { in: [...resumeOf.keys()] } },
    select: { id: true, candidateId: true },
  });
  return { applications, resumeOf };
}
