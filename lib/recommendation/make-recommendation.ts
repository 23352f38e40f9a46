import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { interviewReport } from "@/lib/interview/schema";
import { recommend } from "@/lib/recommendation/engine/recommend";
import { type RecommendationView, recommendation } from "@/lib/recommendation/schema";
import { loadRedacted } from "@/lib/resume/blind/load-redacted";
import { hidePerson } from "@/lib/screening/blind-application";
import { findApplication } from "@/lib/screening/find-application";
import type { ApplicationDetail } from "@/lib/screening/schema";

type OfApplication = { applicationId: string; viewer: Viewer };

/**
 * Puts together everything known of a candidate for a position. Each time makes a row of its own, so that what moved
 * can be seen.
 *
 * @throws conflict when there is neither a screening nor an interview with a report
 */
export async function makeRecommendation({ applicationId, viewer }: OfApplication): Promise<RecommendationView> {
  const application = await getApplication({ applicationId, viewer });
  const { organisationId } = viewer;
  const db = scopedDb(organisationId);
  const interviews = await db.interview.findMany({
    where: { applicationId, isPractice: false, state: "completed" },
    orderBy: { number: "desc" },
    select: { report: true },
  });
  const reports = interviews.flatMap(({ report }) => (report === null ? [] : [interviewReport.parse(report)]));
  if (!application.run && reports.length === 0) throw new AppError("conflict", "nothing_to_recommend_by");
  const result = recommend({
    requirements: application.requirements,
    screening: application.run?.result ?? null,
    interviews: reports,
  });
  await db.$transaction(async (tx) => {
    await tx.recommendation.create({
      data: {
        ...{ organisationId, applicationId, resumeId: application.resumeId, engine: result.engine.name, result },
        ...{ finalScore: result.score?.value ?? null, level: result.level },
      },
    });
    const audited = { action: "recommendation.made", subjectType: "application", subjectId: applicationId };
    await recordAudit(tx, { viewer, ...audited });
  });
  const made = await findRecommendation({ applicationId, viewer });
  if (!made) throw new AppError("internal", "internal");
  return made;
}

/** The newest; null before there is one. */
export async function findRecommendation({ applicationId, viewer }: OfApplication): Promise<RecommendationView | null> {
  const application = await getApplication({ applicationId, viewer });
  const db = scopedDb(viewer.organisationId);
  const [newest, before] = await db.recommendation.findMany({
    where: { applicationId },
    orderBy: { number: "desc" },
    take: 2,
  });
  if (!newest) return null;
  const changed = await db.interview.count({
    where: { applicationId, isPractice: false, finishedAt: { gt: newest.createdAt } },
  });
  const isRescreened = application.run !== null && Date.parse(application.run.finishedAt) > newest.createdAt.getTime();
  const result = recommendation.parse(newest.result);
  const hidden = (await loadRedacted(viewer, [newest.resumeId])).get(newest.resumeId);
  return {
    id: newest.id,
    createdAt: newest.createdAt.toISOString(),
    result: hidden ? hidePerson(result, hidden) : result,
    before: before ? { createdAt: before.createdAt.toISOString(), score: before.finalScore } : null,
    isOutdated: changed > 0 || isRescreened,
  };
}

async function getApplication({ applicationId, viewer }: OfApplication): Promise<ApplicationDetail> {
  assertCan(viewer, "screening:read");
  const application = await findApplication({ applicationId, viewer });
  if (!application) throw new AppError("not_found", "application_not_found");
  return application;
}
