import "server-only";
import { visibleApplications } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";

type ChooseCandidates = { positionId: string; count: number; viewer: Viewer };

/** The screened candidates with the highest scores: a difference matters most where somebody is about to be chosen. */
export function chooseCandidates({ positionId, count, viewer }: ChooseCandidates) {
  return scopedDb(viewer.organisationId).application.findMany({
    where: { positionId, currentRun: { comprehensiveScore: { not: null } }, ...visibleApplications(viewer) },
    orderBy: [{ currentRun: { comprehensiveScore: "desc" } }, { number: "asc" }],
    take: count,
    select: { id: true, resumeId: true },
  });
}
