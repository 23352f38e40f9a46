import "server-only";
import { can, visibleInterviews } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { type Journey, loadJourneys, sinceOf } from "@/lib/figures/load-journeys";
import type { Figures, FiguresQuery } from "@/lib/figures/schema";
import { findUserNames } from "@/lib/resume/find-user-names";
import { advices } from "@/lib/screening/kinds";
import type { ApplicationStage } from "@/lib/screening/schema";

type ReadFigures = FiguresQuery & { viewer: Viewer; now?: Date };

/** Stages that follow each other; a rejection or withdrawal lies beside them. */
export const way: ApplicationStage[] = ["applied", "screened", "interview", "offer", "hired"];
const beside: ApplicationStage[] = ["rejected", "withdrawn"];

/** How recruiting goes: what the dashboard and the position report count. */
export async function readFigures({ viewer, now = new Date(), ...asked }: ReadFigures): Promise<Figures> {
  const [journeys, load, spend] = await Promise.all([
    loadJourneys({ ...asked, viewer }, now),
    readLoad({ ...asked, viewer, now }),
    can(viewer, "settings:read") && !asked.positionId ? readSpend({ ...asked, viewer, now }) : null,
  ]);
  return {
    funnel: [...way, ...beside].map((stage) => ({
      ...{ stage, reached: journeys.filter((journey) => hasReached(journey, stage)).length },
      now: journeys.filter((journey) => journey.stage === stage).length,
    })),
    time: way.slice(0, -1).flatMap((stage) => {
      const days = journeys.flatMap(({ stays }) =>
        stays.filter((stay) => stay.stage === stage).map((stay) => stay.days),
      );
      if (days.length === 0) return [];
      const sorted = days.toSorted((a, b) => a - b);
      return [{ stage, count: days.length, medianDays: at(sorted, 0.5), slowDays: at(sorted, 0.9) }];
    }),
    sources: [...Map.groupBy(journeys, ({ source }) => source)]
      .map(([source, of]) => ({
        ...{ source, candidates: of.length },
        interviewed: of.filter((journey) => hasReached(journey, "interview")).length,
        hired: of.filter((journey) => hasReached(journey, "hired")).length,
      }))
      .toSorted((a, b) => b.candidates - a.candidates),
    agreement: agreementOf(journeys),
    ...{ load, spend },
  };
}

/** Whether somebody was ever at a stage of the way, or beyond it. */
export function hasReached({ stays, stage: now }: Journey, stage: ApplicationStage): boolean {
  if (beside.includes(stage)) return now === stage;
  const furthest = Math.max(...stays.map((stay) => way.indexOf(stay.stage)), way.indexOf(now));
  return furthest >= way.indexOf(stage);
}

/** How the first decision that was no waiting stands to the screening's advice; null where neither says yes or no. */
export function firstDecision({ decisions }: Journey) {
  const decided = decisions.find(({ advice, outcome }) => advice !== null && outcome !== "move");
  if (!decided?.advice) return null;
  const { advice, outcome, createdAt } = decided;
  const kind = outcome === "reject" ? "rejected" : outcome === "hold" ? "held" : "onward";
  const agrees = kind === "held" || advice === "reserve" ? null : (kind === "onward") === (advice === "interview");
  return { advice, kind, agrees, month: createdAt.toISOString().slice(0, 7) } as const;
}

function agreementOf(journeys: readonly Journey[]): Figures["agreement"] {
  const decided = journeys.flatMap((journey) => firstDecision(journey) ?? []);
  const judged = decided.filter(({ agrees }) => agrees !== null);
  const count = (some: typeof judged) => {
    const agreed = some.filter(({ agrees }) => agrees).length;
    return { agreed, differed: some.length - agreed };
  };
  return {
    ...count(judged),
    months: [...Map.groupBy(judged, ({ month }) => month)]
      .map(([month, some]) => ({ month, ...count(some) }))
      .toSorted((a, b) => a.month.localeCompare(b.month)),
    rows: advices.map((advice) => {
      const of = (kind: (typeof decided)[number]["kind"]) =>
        decided.filter((one) => one.advice === advice && one.kind === kind).length;
      return { advice, onward: of("onward"), rejected: of("rejected"), held: of("held") };
    }),
  };
}

type Within = ReadFigures & { now: Date };

/** Interviews by who holds them; owed are scorecards of interviews that are over. */
async function readLoad({ viewer, positionId, months, now }: Within): Promise<Figures["load"]> {
  const { organisationId } = viewer;
  const rows = await scopedDb(organisationId).interviewParticipant.findMany({
    where: {
      interview: {
        AND: [visibleInterviews(viewer), positionId ? { application: { positionId } } : {}],
        ...{ isPractice: false, state: { not: "abandoned" }, createdAt: { gte: sinceOf(months, now) } },
      },
    },
    select: {
      ...{ userId: true, submittedAt: true },
      interview: { select: { state: true, minutes: true, startedAt: true, finishedAt: true } },
    },
  });
  const names = await findUserNames(
    organisationId,
    rows.map(({ userId }) => userId),
  );
  return [...Map.groupBy(rows, ({ userId }) => userId)]
    .map(([userId, of]) => {
      const held = of.filter(({ interview }) => interview.state === "completed");
      return {
        ...{
          userId,
          name: names.get(userId) ?? "",
          planned: of.filter((one) => one.interview.state === "planned").length,
        },
        held: held.length,
        minutes: Math.round(held.reduce((sum, { interview }) => sum + minutesOf(interview), 0)),
        owed: held.filter(({ submittedAt }) => submittedAt === null).length,
      };
    })
    .toSorted((a, b) => b.held + b.planned - (a.held + a.planned));
}

type Held = { minutes: number; startedAt: Date | null; finishedAt: Date | null };

/** As long as it took, or as it was planned where nobody ended it the same day. */
function minutesOf({ minutes, startedAt, finishedAt }: Held): number {
  const taken = startedAt && finishedAt ? (finishedAt.getTime() - startedAt.getTime()) / 60_000 : minutes;
  return taken > 24 * 60 ? minutes : taken;
}

async function readSpend({ viewer, months, now }: Within): Promise<Figures["spend"]> {
  const rows = await scopedDb(viewer.organisationId).modelUsage.findMany({
    where: { month: { gte: sinceOf(months, now).toISOString().slice(0, 7) } },
    orderBy: [{ month: "desc" }, { task: "asc" }],
  });
  return rows.map(({ month, task, model, currency, calls, unpricedCalls, inputTokens, outputTokens, cost }) => ({
    ...{ month, task, model, currency, calls, tokens: Number(inputTokens + outputTokens) },
    cost: unpricedCalls === calls && calls > 0 ? null : cost,
  }));
}

/** The value below which that share of them lies, one decimal. */
function at(sorted: readonly number[], share: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return Math.round(value * 10) / 10;
}
