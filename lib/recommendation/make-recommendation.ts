import "server-only";
import { recommendationProseRequested } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { hasModel } from "@/lib/ai/settings/find-model";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { compareRecommendations } from "@/lib/recommendation/engine/compare";
import { recommend } from "@/lib/recommendation/engine/recommend";
import { changedSince, loadSources } from "@/lib/recommendation/load-sources";
import {
  type Recommendation,
  type RecommendationView,
  recommendation,
  recommendationProse,
} from "@/lib/recommendation/schema";
import { loadRedacted, type Redacted } from "@/lib/resume/blind/load-redacted";
import { hidePerson } from "@/lib/screening/blind-application";
import { findApplication } from "@/lib/screening/find-application";
import type { ApplicationDetail } from "@/lib/screening/schema";
import { tellWebhooks } from "@/lib/webhook/tell-webhooks";

type OfApplication = { applicationId: string; viewer: Viewer };

/**
 * Puts together everything known of a candidate for a position. Each time makes a row of its own, so that what moved
 * can be seen.
 *
 * @throws conflict when there is neither a screening nor an interview with a report
 */
export async function makeRecommendation({ applicationId, viewer }: OfApplication): Promise<RecommendationView> {
  const application = await getApplication({ applicationId, viewer });
  const { organisationId, userId } = viewer;
  const db = scopedDb(organisationId);
  const { digests, ...sources } = await loadSources({ application, organisationId });
  if (!sources.screening && sources.interviews.length === 0) throw new AppError("conflict", "nothing_to_recommend_by");
  const result = { ...recommend(sources), digests };
  const wantsProse = await hasModel({ organisationId, task: "recommendation" });
  await db.$transaction(async (tx) => {
    const { id: recommendationId } = await tx.recommendation.create({
      data: {
        ...{ organisationId, applicationId, resumeId: application.resumeId, engine: result.engine.name, result },
        ...{ finalScore: result.score?.value ?? null, level: result.level, madeById: userId, wantsProse },
      },
      select: { id: true },
    });
    const id = `recommendation-prose-${recommendationId}`;
    if (wantsProse)
      await enqueue(tx, recommendationProseRequested.create({ organisationId, recommendationId }, { id }));
    const data = { recommendationId, applicationId, level: result.level, score: result.score?.value ?? null };
    await tellWebhooks(tx, { organisationId, type: "recommendation.made", data });
    const audited = { action: "recommendation.made", subjectType: "application", subjectId: applicationId };
    await recordAudit(tx, { viewer, ...audited });
  });
  if (wantsProse) wakeJobs();
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
  const result = recommendation.parse(newest.result);
  const prose = recommendationProse.nullable().parse(newest.prose);
  const { digests } = await loadSources({ application, organisationId: viewer.organisationId });
  // Of an engine that kept no hashes everything may have changed.
  const changed = changedSince(result.digests ?? {}, digests);
  const hidden = (await loadRedacted(viewer, [newest.resumeId])).get(newest.resumeId);
  return {
    id: newest.id,
    createdAt: newest.createdAt.toISOString(),
    result: hidden ? hideResult(result, hidden) : result,
    prose: prose && hidden ? hidePerson(prose, hidden) : prose,
    isProsePending: newest.wantsProse && !prose?.report,
    before: before ? { createdAt: before.createdAt.toISOString(), score: before.finalScore } : null,
    moved: before ? compareRecommendations(recommendation.parse(before.result), result) : [],
    isOutdated: changed.length > 0,
    changed,
  };
}

/** What the position asks for names nobody, and stays as it is written. */
function hideResult(result: Recommendation, hidden: Redacted): Recommendation {
  const shown = hidePerson(result, hidden);
  const rows = shown.matrix.rows.map((row, place) => ({ ...row, text: result.matrix.rows[place]?.text ?? row.text }));
  return { ...shown, digests: result.digests, matrix: { columns: result.matrix.columns, rows } };
}

async function getApplication({ applicationId, viewer }: OfApplication): Promise<ApplicationDetail> {
  assertCan(viewer, "screening:read");
  const application = await findApplication({ applicationId, viewer });
  if (!application) throw new AppError("not_found", "application_not_found");
  return application;
}
