import "server-only";
import { resumeReviewRequested } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";

type RequestReview = {
  resumeId: string;
  viewer: Viewer;
  /** Only where nobody has asked for one yet. */
  isFirst?: boolean;
  /** The resume was deleted and has come again: what was asked before this time does not count. */
  forgetBefore?: Date;
};

/**
 * Asks for a review, also while another is under way. One of a resume that is still being read starts when it has been:
 * `startReviews`.
 *
 * @throws not_found for a resume that is gone or not the viewer's
 */
export async function requestReview({ resumeId, viewer, isFirst = false, forgetBefore }: RequestReview) {
  assertCan(viewer, "resume:write");
  const { organisationId } = viewer;
  await scopedDb(organisationId).$transaction(async (tx) => {
    // Reading writes this row when it ends: it ends either before what follows or after all of it.
    await tx.$executeRaw`select id from resume where id = ${resumeId}::uuid and organisation_id = ${organisationId}::uuid for no key update`;
    const resume = await tx.resume.findFirst({
      where: { id: resumeId, removedAt: null, ...visibleResumes(viewer) },
      select: { state: true, failureReason: true },
    });
    if (!resume) throw new AppError("not_found", "resume_not_found");
    if (forgetBefore) await tx.resumeReview.deleteMany({ where: { resumeId, createdAt: { lt: forgetBefore } } });
    if (isFirst && (await tx.resumeReview.count({ where: { resumeId } })) > 0) return;
    await tx.resumeReview.create({ data: { organisationId, resumeId } });
    await recordAudit(tx, { viewer, action: "resume.review_requested", subjectType: "resume", subjectId: resumeId });
    if (resume.state === "COMPLETED") await startReviews(tx, { organisationId, resumeId });
    if (resume.state === "FAILED") await failReviews(tx, { resumeId, reason: resume.failureReason ?? "internal" });
  });
  wakeJobs();
}

type ReadResume = { organisationId: string; resumeId: string };

/** The reviews that waited for the resume to be read can be made. */
export async function startReviews(tx: Transaction, { organisationId, resumeId }: ReadResume) {
  const waiting = await tx.resumeReview.findMany({
    where: { resumeId, state: "pending" },
    orderBy: { number: "asc" },
    select: { id: true },
  });
  for (const { id: reviewId } of waiting) {
    const event = resumeReviewRequested.create({ organisationId, reviewId }, { id: `resume-review-${reviewId}` });
    await enqueue(tx, event);
  }
}

/** The resume cannot be read, so neither can what waits for it be made. */
export async function failReviews(tx: Transaction, { resumeId, reason }: { resumeId: string; reason: string }) {
  await tx.resumeReview.updateMany({
    where: { resumeId, state: "pending" },
    data: { state: "failed", failureReason: reason, finishedAt: new Date() },
  });
}
