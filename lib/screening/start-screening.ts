import "server-only";
import { randomUUID } from "node:crypto";
import { screeningRequested } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { hasModel } from "@/lib/ai/settings/find-model";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visiblePositions, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";

type StartScreening = {
  positionId: string;
  resumeIds: string[];
  viewer: Viewer;
  /** False where a model should not be asked, which costs money. */
  withSummary?: boolean;
};

/**
 * Screens resumes against the newest version of a position: one batch, one durable run per candidate. Resumes
 * that are not read yet, or not the viewer's to see, are left out and counted.
 *
 * @throws bad_request for a position without requirements, conflict when no resume can be screened
 */
export async function startScreening({ positionId, resumeIds, viewer, withSummary = true }: StartScreening) {
  assertCan(viewer, "screening:start");
  const { organisationId } = viewer;
  const db = scopedDb(organisationId);
  const batchId = randomUUID();
  // Once for all runs, so that a run without a model has nothing to look up.
  const wantsSummary = withSummary && (await hasModel({ organisationId, task: "summary" }));

  const counts = await db.$transaction(async (tx) => {
    const position = await tx.position.findFirst({
      where: { id: positionId, archivedAt: null, ...visiblePositions(viewer) },
      select: { versions: { orderBy: { version: "desc" }, take: 1, select: { id: true, requirements: true } } },
    });
    const version = position?.versions[0];
    if (!version) throw new AppError("not_found", "position_not_found");
    if (!Array.isArray(version.requirements) || version.requirements.length === 0) {
      throw new AppError("bad_request", "position_without_requirements");
    }
    const resumes = await tx.resume.findMany({
      where: { id: { in: resumeIds }, state: "COMPLETED", removedAt: null, ...visibleResumes(viewer) },
      orderBy: [{ receivedAt: "asc" }, { id: "asc" }],
      select: { id: true, candidateId: true, duplicateOf: { select: { id: true, candidateId: true } } },
    });
    // A second file with the same text stands for the first; a candidate is screened once.
    const byCandidate = new Map(
      resumes.flatMap(({ id, candidateId, duplicateOf }) => {
        const owner = candidateId ?? duplicateOf?.candidateId;
        return owner ? [[owner, duplicateOf?.id ?? id] as const] : [];
      }),
    );
    if (byCandidate.size === 0) throw new AppError("conflict", "nothing_to_screen");

    await tx.application.createMany({
      data: [...byCandidate].map(([candidateId, resumeId]) => ({ organisationId, positionId, candidateId, resumeId })),
      skipDuplicates: true,
    });
    const applications = await tx.application.findMany({
      where: { positionId, candidateId: { in: [...byCandidate.keys()] } },
      select: { id: true, candidateId: true },
    });
    await tx.screeningBatch.create({
      data: {
        id: batchId,
        organisationId,
        positionId,
        positionVersionId: version.id,
        engine: "built-in",
        total: applications.length,
        createdById: viewer.userId,
      },
    });
    await tx.screeningRun.createMany({
      data: applications.map(({ id: applicationId, candidateId }) => ({
        organisationId,
        batchId,
        applicationId,
        resumeId: byCandidate.get(candidateId) ?? "",
        positionVersionId: version.id,
        engine: "built-in",
        wantsSummary,
      })),
    });
    await enqueue(tx, screeningRequested.create({ organisationId, batchId }, { id: `screening-requested-${batchId}` }));
    const details = { batchId, resumes: applications.length };
    await recordAudit(tx, {
      viewer,
      action: "screening.started",
      subjectType: "position",
      subjectId: positionId,
      details,
    });
    return { total: applications.length, skipped: resumeIds.length - applications.length };
  });
  wakeJobs();
  return { batchId, ...counts };
}
