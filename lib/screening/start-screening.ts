import "server-only";
import { randomUUID } from "node:crypto";
import { screeningRequested } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { hasExpertsModel } from "@/lib/ai/settings/find-experts-model";
import { hasModel } from "@/lib/ai/settings/find-model";
import { ensureApplications } from "@/lib/application/ensure-applications";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type Prisma, scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";

type StartScreening = {
  positionId: string;
  resumeIds: string[];
  viewer: Viewer;
  /** False where no model should be asked, which costs money. */
  withModel?: boolean;
  /** False where the built-in engine should judge alone. */
  withExperts?: boolean;
  /** What a compatible service's client sent, kept with the batch. */
  submitted?: Prisma.InputJsonObject;
  /** Ends at once with this error: for clients that try out how they take it. */
  failWith?: string;
};

/**
 * Screens resumes against the newest version of a position: one batch, one durable run per candidate. Resumes
 * that are not read yet, or not the viewer's to see, are left out and counted.
 *
 * @throws bad_request for a position without requirements, conflict for an archived one or when no resume can be
 * screened
 */
export async function startScreening(input: StartScreening) {
  const { positionId, resumeIds, viewer, withModel = true, withExperts = true, submitted, failWith } = input;
  assertCan(viewer, "screening:start");
  const { organisationId } = viewer;
  const db = scopedDb(organisationId);
  const batchId = randomUUID();
  const failed = failWith === undefined ? {} : { state: "failed" as const, error: failWith, finishedAt: new Date() };
  // Once for all runs, so that a run without a model has nothing to look up.
  const wantsSummary = withModel && (await hasModel({ organisationId, task: "summary" }));
  const wantsExperts = withModel && withExperts && (await hasExpertsModel(organisationId));

  const counts = await db.$transaction(async (tx) => {
    const position = await tx.position.findFirst({
      where: { id: positionId, ...visiblePositions(viewer) },
      select: {
        ...{ archivedAt: true, blind: true },
        versions: { orderBy: { version: "desc" }, take: 1, select: { id: true, requirements: true } },
      },
    });
    const version = position?.versions[0];
    if (!version) throw new AppError("not_found", "position_not_found");
    if (position.archivedAt) throw new AppError("conflict", "position_archived");
    if (!Array.isArray(version.requirements) || version.requirements.length === 0) {
      throw new AppError("bad_request", "position_without_requirements");
    }
    const { applications, resumeOf } = await ensureApplications(tx, { positionId, resumeIds, viewer });
    if (applications.length === 0) throw new AppError("conflict", "nothing_to_screen");
    await tx.screeningBatch.create({
      data: {
        id: batchId,
        organisationId,
        positionId,
        positionVersionId: version.id,
        engine: "built-in",
        total: applications.length,
        submitted,
        createdById: viewer.userId,
        ...failed,
      },
    });
    await tx.screeningRun.createMany({
      data: applications.map(({ id: applicationId, candidateId }) => ({
        organisationId,
        batchId,
        applicationId,
        resumeId: resumeOf.get(candidateId) ?? "",
        positionVersionId: version.id,
        engine: "built-in",
        blind: position.blind,
        wantsSummary,
        wantsExperts,
        ...failed,
      })),
    });
    if (failWith === undefined) {
      const event = screeningRequested.create(
        { organisationId, batchId, round: 0 },
        { id: `screening-requested-${batchId}` },
      );
      await enqueue(tx, event);
    }
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
