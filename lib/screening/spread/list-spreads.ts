import "server-only";
import { z } from "zod";
import { assertCan, can, visibleApplications, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { requirement } from "@/lib/position/requirement";
import { findBlindings, showRow } from "@/lib/resume/blind/blindings";
import { estimateExperts } from "@/lib/screening/experts/estimate-experts";
import { chooseCandidates } from "./choose-candidates";
import { mostCandidates } from "./kinds";
import { type Spreads, type SpreadView, spreadResults } from "./schema";

type ListSpreads = { positionId: string; viewer: Viewer };

/** The latest measurements of a position, and about what the next one costs for each candidate and time. */
export async function listSpreads({ positionId, viewer }: ListSpreads): Promise<Spreads> {
  const measurements = await loadSpreads({ positionId, viewer, limit: 5 });
  return { measurements, estimate: await estimateFor({ positionId, viewer }) };
}

/** The latest measurement that came to something; null when there is none. */
export async function findLatestSpread({ positionId, viewer }: ListSpreads): Promise<SpreadView | null> {
  const [latest] = await loadSpreads({ positionId, viewer, limit: 1, isDone: true });
  return latest ?? null;
}

async function loadSpreads({
  positionId,
  viewer,
  limit,
  isDone = false,
}: ListSpreads & { limit: number; isDone?: boolean }) {
  assertCan(viewer, "screening:read");
  const db = scopedDb(viewer.organisationId);
  const position = await db.position.findFirst({
    where: { id: positionId, ...visiblePositions(viewer) },
    select: { id: true },
  });
  if (!position) throw new AppError("not_found", "position_not_found");
  const rows = await db.spreadMeasurement.findMany({
    where: { positionId, ...(isDone && { state: "completed" }) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    include: { positionVersion: { select: { version: true, requirements: true } } },
  });
  const applications = await db.application.findMany({
    where: { id: { in: rows.flatMap(({ applicationIds }) => applicationIds) }, ...visibleApplications(viewer) },
    select: { id: true, resume: { select: { id: true, candidateName: true, fileName: true } } },
  });
  const blindings = await findBlindings(
    viewer,
    applications.map(({ resume }) => resume.id),
  );
  const names = new Map(
    applications.map(({ id, resume }) => {
      const { candidateName, fileName } = showRow(resume, blindings.get(resume.id));
      return [id, candidateName ?? fileName];
    }),
  );
  return rows.map(({ positionVersion, results, applicationIds, ...row }): SpreadView => {
    const requirements = z.array(requirement).parse(positionVersion.requirements);
    const textOf = (key: string) => requirements.find((one) => one.key === key)?.text ?? "";
    const measured = spreadResults.nullable().parse(results);
    return {
      ...{ id: row.id, state: row.state, model: row.model, version: positionVersion.version, times: row.times },
      ...{ done: row.done, total: row.times * applicationIds.length, error: row.error },
      createdAt: row.createdAt.toISOString(),
      results: measured && {
        ...measured,
        candidates: measured.candidates.map(({ changed, ...candidate }) => ({
          ...candidate,
          name: names.get(candidate.applicationId) ?? "",
          changed: changed.map(({ requirementKey, verdicts }) => ({ text: textOf(requirementKey), verdicts })),
        })),
      },
    };
  });
}

async function estimateFor({ positionId, viewer }: ListSpreads): Promise<Spreads["estimate"]> {
  if (!can(viewer, "screening:start")) return null;
  const screened = await chooseCandidates({ positionId, count: mostCandidates, viewer });
  if (screened.length === 0) return null;
  const estimate = await estimateExperts({ positionId, resumeIds: screened.map(({ resumeId }) => resumeId), viewer });
  return estimate.model === null ? null : estimate;
}
