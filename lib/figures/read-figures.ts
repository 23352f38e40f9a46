import "server-only";
import { can } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { ofVisiblePosition } from "@/lib/auth/visible-sql";
import { Prisma, scopedDb } from "@/lib/db";
import { beside, journeys, sinceOf, way } from "@/lib/figures/journeys";
import type { Figures, FiguresQuery } from "@/lib/figures/schema";
import { recommendationLevels } from "@/lib/recommendation/kinds";
import { findUserNames } from "@/lib/resume/find-user-names";
import { advices } from "@/lib/screening/kinds";
import type { ApplicationStage } from "@/lib/screening/schema";

type ReadFigures = FiguresQuery & { viewer: Viewer; now?: Date };
type Within = ReadFigures & { now: Date };

/** How recruiting goes: what the dashboard and the position report count. */
export async function readFigures({ now = new Date(), ...asked }: ReadFigures): Promise<Figures> {
  const within = { ...asked, now };
  const [counted, time, agreement, recommendation, load, spend] = await Promise.all([
    readFunnel(within),
    readTime(within),
    readAgreement(within),
    readRecommendation(within),
    readLoad(within),
    can(asked.viewer, "settings:read") && !asked.positionId ? readSpend(within) : null,
  ]);
  return { ...counted, time, agreement, recommendation, load, spend };
}

type Standing = { source: string; stage: ApplicationStage; furthest: number; count: number };

/** Where they stand now and how far they ever came, together and by where they came from. */
async function readFunnel(within: Within): Promise<Pick<Figures, "funnel" | "sources">> {
  const rows = await scopedDb(within.viewer.organisationId).$queryRaw<Standing[]>`
    ${journeys(within)}
    select source, stage::text as stage, furthest, count(*)::int as count from journey group by source, stage, furthest`;
  const reached = (of: readonly Standing[], stage: ApplicationStage) =>
    sum(of, (row) => (beside.includes(stage) ? row.stage === stage : row.furthest >= way.indexOf(stage)));
  return {
    funnel: [...way, ...beside].map((stage) => ({
      ...{ stage, reached: reached(rows, stage), now: sum(rows, (row) => row.stage === stage) },
    })),
    sources: [...Map.groupBy(rows, ({ source }) => source)]
      .map(([source, of]) => ({
        ...{ source, candidates: sum(of, () => true) },
        ...{ interviewed: reached(of, "interview"), hired: reached(of, "hired") },
      }))
      .toSorted((a, b) => b.candidates - a.candidates),
  };
}

async function readTime(within: Within): Promise<Figures["time"]> {
  const rows = await scopedDb(within.viewer.organisationId).$queryRaw<Figures["time"]>`
    ${journeys(within)}
    select stage::text as stage, count(*)::int as count,
      round((percentile_disc(0.5) within group (order by days))::numeric, 1)::float8 as "medianDays",
      round((percentile_disc(0.9) within group (order by days))::numeric, 1)::float8 as "slowDays"
    from stay group by stage`;
  return way.slice(0, -1).flatMap((stage) => rows.find((row) => row.stage === stage) ?? []);
}

type Judged = { agrees: boolean | null; month: string; count: number };

async function readAgreement(within: Within): Promise<Figures["agreement"]> {
  const rows = await scopedDb(within.viewer.organisationId).$queryRaw<(Judged & { advice: string; kind: string })[]>`
    ${journeys(within)}
    select advice, kind, agrees, month, count(*)::int as count from verdict group by advice, kind, agrees, month`;
  return {
    ...byMonth(rows),
    rows: advices.map((advice) => {
      const of = (kind: string) => sum(rows, (row) => row.advice === advice && row.kind === kind);
      return { advice, onward: of("onward"), rejected: of("rejected"), held: of("held") };
    }),
  };
}

async function readRecommendation(within: Within): Promise<Figures["recommendation"]> {
  const rows = await scopedDb(within.viewer.organisationId).$queryRaw<(Judged & { level: string })[]>`
    ${journeys(within)}
    select level, agrees, month, count(*)::int as count from counsel group by level, agrees, month`;
  return {
    ...byMonth(rows),
    rows: recommendationLevels.map((level) => ({ level, ...agreed(rows.filter((row) => row.level === level)) })),
  };
}

function byMonth(rows: readonly Judged[]) {
  const judged = rows.filter(({ agrees }) => agrees !== null);
  return {
    ...agreed(judged),
    months: [...Map.groupBy(judged, ({ month }) => month)]
      .map(([month, of]) => ({ month, ...agreed(of) }))
      .toSorted((a, b) => a.month.localeCompare(b.month)),
  };
}

function agreed(rows: readonly Judged[]) {
  return {
    ...{ agreed: sum(rows, ({ agrees }) => agrees === true), differed: sum(rows, ({ agrees }) => agrees === false) },
  };
}

function sum<T extends { count: number }>(rows: readonly T[], isMeant: (row: T) => boolean): number {
  return rows.reduce((total, row) => total + (isMeant(row) ? row.count : 0), 0);
}

/** Interviews by who holds them, as long as they took, or as was planned where nobody ended them the same day. */
async function readLoad({ viewer, positionId, months, now }: Within): Promise<Figures["load"]> {
  const { organisationId } = viewer;
  const rows = await scopedDb(organisationId).$queryRaw<Omit<Figures["load"][number], "name">[]>`
    select participant.user_id as "userId",
      count(*) filter (where interview.state = 'planned')::int as planned,
      count(*) filter (where interview.state = 'completed')::int as held,
      count(*) filter (where interview.state = 'completed' and participant.submitted_at is null)::int as owed,
      coalesce(round(sum(case when finished_at - started_at <= interval '1 day'
        then extract(epoch from finished_at - started_at) / 60 else minutes end)
        filter (where interview.state = 'completed')), 0)::int as minutes
    from interview_participant participant
    join interview on interview.id = participant.interview_id
    join application on application.id = interview.application_id
    join resume on resume.id = application.resume_id and resume.delete_at is null
    where participant.organisation_id = ${organisationId}::uuid and not interview.is_practice
      and interview.state <> 'abandoned' and interview.created_at >= ${sinceOf(months, now)}
      and ${positionId ? Prisma.sql`application.position_id = ${positionId}::uuid` : Prisma.sql`true`}
      and ${ofVisiblePosition(viewer)}
    group by participant.user_id`;
  const names = await findUserNames(
    organisationId,
    rows.map(({ userId }) => userId),
  );
  return rows
    .map((row) => ({ ...row, name: names.get(row.userId) ?? "" }))
    .toSorted((a, b) => b.held + b.planned - (a.held + a.planned));
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
