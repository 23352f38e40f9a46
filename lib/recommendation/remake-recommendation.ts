import "server-only";
import { findUserViewer } from "@/lib/auth/find-user-viewer";
import { can } from "@/lib/auth/permissions";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { findRecommendation, makeRecommendation } from "@/lib/recommendation/make-recommendation";

type Remake = { organisationId: string; applicationId: string };

/** Makes an outdated recommendation anew, with the eyes of who made the one before. Safe to repeat. */
export async function remakeRecommendation({ organisationId, applicationId }: Remake): Promise<{ outcome: string }> {
  const newest = await scopedDb(organisationId).recommendation.findFirst({
    where: { applicationId },
    orderBy: { number: "desc" },
    select: { madeById: true },
  });
  const viewer = newest?.madeById ? await findUserViewer({ organisationId, userId: newest.madeById }) : null;
  if (!viewer || !can(viewer, "screening:read")) return { outcome: "nobody" };
  try {
    const found = await findRecommendation({ applicationId, viewer });
    if (!found?.isOutdated) return { outcome: "current" };
    await makeRecommendation({ applicationId, viewer });
    return { outcome: "made" };
  } catch (error) {
    // Theirs no more, or nothing is left to go by.
    if (error instanceof AppError && (error.code === "not_found" || error.code === "conflict"))
      return { outcome: "gone" };
    throw error;
  }
}
