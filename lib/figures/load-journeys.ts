import "server-only";
import { assertCan, visibleApplications } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import type { FiguresQuery } from "@/lib/figures/schema";
import type { ApplicationStage } from "@/lib/screening/schema";

const dayMs = 86_400_000;
const final: ApplicationStage[] = ["hired", "rejected", "withdrawn"];

export type Stay = { stage: ApplicationStage; from: Date; days: number; isOver: boolean };
/** One application from its beginning on: where it was how long, and what people decided on what advice. */
export type Journey = {
  id: string;
  resumeId: string;
  positionId: string;
  positionTitle: string;
  candidateName: string | null;
  source: string;
  stage: ApplicationStage;
  createdAt: Date;
  stays: Stay[];
  decisions: { outcome: string; advice: string | null; createdAt: Date }[];
};

/** Of everybody who began within the months asked for, with the eyes of the viewer. Not those of archived positions. */
export async function loadJourneys({ viewer, positionId, months }: FiguresQuery & { viewer: Viewer }, now: Date) {
  assertCan(viewer, "screening:read");
  const rows = await scopedDb(viewer.organisationId).application.findMany({
    where: {
      AND: [
        visibleApplications(viewer),
        positionId ? { positionId } : { position: { isListed: true, archivedAt: null } },
        { createdAt: { gte: sinceOf(months, now) } },
      ],
    },
    orderBy: { number: "asc" },
    select: {
      ...{ id: true, resumeId: true, positionId: true, stage: true, createdAt: true },
      position: { select: { title: true } },
      resume: { select: { source: true, candidateName: true } },
      runs: {
        where: { state: "completed" },
        orderBy: { finishedAt: "asc" },
        take: 1,
        select: { finishedAt: true },
      },
      decisions: {
        where: { revokedAt: null },
        orderBy: { createdAt: "asc" },
        select: { outcome: true, advice: true, stageAfter: true, createdAt: true },
      },
    },
  });
  return rows.map(({ position, resume, runs, decisions, ...row }): Journey => {
    const screenedAt = runs[0]?.finishedAt;
    const moves = [
      { stage: "applied" as ApplicationStage, at: row.createdAt },
      ...(screenedAt ? [{ stage: "screened" as ApplicationStage, at: screenedAt }] : []),
      ...decisions.map(({ stageAfter, createdAt }) => ({ stage: stageAfter as ApplicationStage, at: createdAt })),
    ].toSorted((a, b) => a.at.getTime() - b.at.getTime());
    return {
      ...{ ...row, positionTitle: position.title, source: resume.source, candidateName: resume.candidateName },
      ...{ decisions, stays: staysOf(moves, now) },
    };
  });
}

export function sinceOf(months: number, now: Date): Date {
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - months);
  return since;
}

/** A decision that leaves somebody where they are is no move. The end of the way lasts no time. */
function staysOf(moves: { stage: ApplicationStage; at: Date }[], now: Date): Stay[] {
  const changes = moves.filter(({ stage }, place) => stage !== moves[place - 1]?.stage);
  return changes.map(({ stage, at }, place) => {
    const next = changes[place + 1]?.at;
    const until = next ?? (final.includes(stage) ? at : now);
    return { stage, from: at, days: (until.getTime() - at.getTime()) / dayMs, isOver: next !== undefined };
  });
}
