import "server-only";
import { z } from "zod";
import { assertCan, visibleApplications } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import type { Agreement } from "@/lib/recommendation/decisions/schema";
import { type RecommendationLevel, recommendationLevels } from "@/lib/recommendation/kinds";

type ReadAgreement = { viewer: Viewer; positionId?: string; since?: Date };

/** How often people chose what was recommended while they saw it. The newest decision on a recommendation counts. */
export async function readAgreement({ viewer, positionId, since }: ReadAgreement): Promise<Agreement> {
  const decisions = await listJudged({ viewer, positionId, since });
  const judged = decisions.flatMap(({ agrees, ...one }) => (agrees === null ? [] : [{ ...one, agrees }]));
  const count = (some: typeof judged) => {
    const agreed = some.filter(({ agrees }) => agrees).length;
    return { agreed, differed: some.length - agreed };
  };
  const months = Map.groupBy(judged, ({ createdAt }) => createdAt.toISOString().slice(0, 7));
  return {
    months: [...months].map(([month, some]) => ({ month, ...count(some) })),
    total: count(judged),
    byLevel: recommendationLevels.map((level) => ({ level, ...count(judged.filter((one) => one.level === level)) })),
    uncounted: decisions.length - judged.length,
  };
}

/** Standing decisions, oldest first, with whether each is what was recommended; null where that cannot be said. */
export async function listJudged({ viewer, positionId, since }: ReadAgreement) {
  assertCan(viewer, "screening:read");
  const rows = await scopedDb(viewer.organisationId).decision.findMany({
    where: {
      revokedAt: null,
      ...(since && { createdAt: { gte: since } }),
      application: { ...visibleApplications(viewer), ...(positionId && { positionId }) },
    },
    orderBy: { createdAt: "asc" },
    select: {
      ...{ id: true, applicationId: true, outcome: true, createdAt: true },
      ...{ recommendationId: true, recommendationLevel: true },
    },
  });
  const newest = new Map(rows.map(({ id, recommendationId }) => [recommendationId, id]));
  return rows.map(({ recommendationId, recommendationLevel, ...row }) => {
    const level = z.enum(recommendationLevels).nullable().catch(null).parse(recommendationLevel);
    const isNewest = recommendationId !== null && newest.get(recommendationId) === row.id;
    return { ...row, level, agrees: level && isNewest ? isInAgreement(level, row.outcome) : null };
  });
}

/** To hold, or to move back, is neither. With caution, another round is what was recommended, and hiring is not. */
export function isInAgreement(level: RecommendationLevel, outcome: string): boolean | null {
  if (outcome === "hold" || outcome === "move") return null;
  if (level === "not_recommend") return outcome === "reject";
  if (level === "cautious") return outcome === "advance";
  return outcome !== "reject";
}
