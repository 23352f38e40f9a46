import "server-only";
import { z } from "zod";
import { assertCan, visibleApplications } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { findPosition } from "@/lib/position/find-position";
import { isProvisional, mostFinalists } from "@/lib/recommendation/kinds";
import { findRecommendation } from "@/lib/recommendation/make-recommendation";
import type { Finalist, Finalists, RecommendationView } from "@/lib/recommendation/schema";
import { blindName, findBlindings } from "@/lib/resume/blind/blindings";

type FindFinalists = { positionId: string; applicationIds?: readonly string[]; viewer: Viewer };

/**
 * Candidates of a position beside each other: those that are named, in their order, or the best of those with a
 * recommendation. Null when the viewer may not see the position.
 */
export async function findFinalists({ positionId, applicationIds, viewer }: FindFinalists): Promise<Finalists | null> {
  assertCan(viewer, "screening:read");
  const position = await findPosition({ positionId, viewer });
  if (!position) return null;
  const rows = await scopedDb(viewer.organisationId).application.findMany({
    where: {
      AND: [
        { positionId, ...visibleApplications(viewer) },
        { OR: [{ recommendations: { some: {} } }, { id: { in: [...(applicationIds ?? [])] } }] },
      ],
    },
    select: {
      ...{ id: true, stage: true, resumeId: true, resume: { select: { candidateName: true } } },
      recommendations: { orderBy: { number: "desc" }, take: 1, select: { finalScore: true } },
    },
  });
  const blindings = await findBlindings(
    viewer,
    rows.map(({ resumeId }) => resumeId),
  );
  const named = rows.map(({ id, stage, resumeId, resume, recommendations }) => {
    const blinding = blindings.get(resumeId);
    const candidateName = blinding ? blindName(blinding) : resume.candidateName;
    return { applicationId: id, stage, resumeId, candidateName, score: recommendations[0]?.finalScore ?? null };
  });
  const still = named.filter(({ stage }) => stage !== "rejected" && stage !== "withdrawn");
  const best = still.toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1));
  const chosen = applicationIds
    ? applicationIds.flatMap((id) => named.find(({ applicationId }) => applicationId === id) ?? [])
    : best;
  const shown = chosen.slice(0, mostFinalists);
  const finalists: Finalist[] = [];
  for (const { score: _, ...one } of shown) {
    const found = await findRecommendation({ applicationId: one.applicationId, viewer });
    finalists.push({ ...one, recommendation: found && toFinalist(found, position.requirements) });
  }
  const isShown = new Set(shown.map(({ applicationId }) => applicationId));
  return {
    position: { id: position.id, title: position.title },
    requirements: position.requirements.map(({ key, text, necessity }) => ({ key, text, necessity })),
    finalists,
    others: best
      .filter(({ applicationId }) => !isShown.has(applicationId))
      .map(({ applicationId, candidateName }) => ({ applicationId, candidateName })),
  };
}

/** Which are to be compared, as an address says it: at most four ids, joined by commas. */
export const chosenFinalists = z
  .string()
  .transform((ids) => ids.split(",").filter(Boolean))
  .pipe(z.array(z.uuid()).min(1).max(mostFinalists))
  .optional();

function toFinalist({ createdAt, result, isOutdated }: RecommendationView, requirements: readonly { key: string }[]) {
  return {
    ...{ createdAt, isOutdated, score: result.score, level: result.level, unknown: result.unknown.length },
    isProvisional: isProvisional(result),
    conflicts: result.matrix.rows.filter(({ isConflict }) => isConflict).length + result.contradictions.length,
    dimensions: result.dimensions.map(({ key, score, subScores }) => ({
      ...{ key, score },
      subScores: subScores.map((one) => ({ key: one.key, value: one.value })),
    })),
    marks: requirements.map(({ key }) => {
      const entries = result.matrix.rows.find((row) => row.key === key)?.entries ?? [];
      const rated = entries.flatMap(({ value }) => value ?? []);
      const mean = rated.reduce((sum, value) => sum + value, 0) / rated.length;
      return {
        ...{ key, mark: entries.find(({ column }) => column === "screening")?.mark ?? null },
        value: rated.length > 0 ? Math.round(mean * 10) / 10 : null,
      };
    }),
  };
}
