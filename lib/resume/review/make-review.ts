import "server-only";
import { Prisma, scopedDb } from "@/lib/db";
import { resumeProfile } from "@/lib/resume/profile";
import { leastScore, reviewResume } from "./review-resume";
import { withModelWords } from "./with-model";

type MakeReview = { organisationId: string; reviewId: string };

/**
 * Makes a review that was asked for. Safe to repeat; one whose resume is gone ends silently.
 *
 * A text that is hardly a resume gets no score but a reason: nothing would be said by one of ten points.
 */
export async function makeReview({ organisationId, reviewId }: MakeReview): Promise<{ outcome: string }> {
  const db = scopedDb(organisationId);
  const [asked] = await db.resumeReview.updateManyAndReturn({
    where: { id: reviewId, state: { in: ["pending", "running"] } },
    data: { state: "running" },
    select: { resumeId: true },
  });
  if (!asked) return { outcome: "gone" };
  const { resumeId } = asked;
  const content = await db.resumeContent.findUnique({ where: { resumeId }, select: { text: true, profile: true } });
  if (!content?.text.trim()) return failReview({ organisationId, reviewId, reason: "no_text" });
  const { text } = content;
  const profile = resumeProfile.parse(content.profile);
  const review = reviewResume({ text }, profile);
  if (review.overall < leastScore) return failReview({ organisationId, reviewId, reason: "too_little" });
  const result = await withModelWords({ organisationId, text, profile, review });
  const engine = result.words?.model && !result.words.failureReason ? "model" : "built-in";
  const { count } = await db.resumeReview.updateMany({
    where: { id: reviewId, state: "running" },
    data: { state: "completed", engine, result, score: result.overall, finishedAt: new Date() },
  });
  return { outcome: count > 0 ? "reviewed" : "gone" };
}

/** Writes the reason where the client waits for it; no review is kept. */
export async function failReview({ organisationId, reviewId, reason }: MakeReview & { reason: string }) {
  const where = { id: reviewId, state: { in: ["pending" as const, "running" as const] } };
  const data = { state: "failed" as const, failureReason: reason, result: Prisma.DbNull, finishedAt: new Date() };
  const { count } = await scopedDb(organisationId).resumeReview.updateMany({ where, data });
  return { outcome: count > 0 ? "failed" : "gone" };
}
