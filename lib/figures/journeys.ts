import "server-only";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { ofVisiblePosition } from "@/lib/auth/visible-sql";
import { Prisma } from "@/lib/db";
import type { FiguresQuery } from "@/lib/figures/schema";
import type { ApplicationStage } from "@/lib/screening/schema";

/** Stages that follow each other; a rejection or withdrawal lies beside them. */
export const way: ApplicationStage[] = ["applied", "screened", "interview", "offer", "hired"];
export const beside: ApplicationStage[] = ["rejected", "withdrawn"];

export function sinceOf(months: number, now: Date): Date {
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - months);
  return since;
}

type Journeys = FiguresQuery & { viewer: Viewer; now: Date };

/**
 * The tables that figures count, as the beginning of a statement, with the eyes of the viewer:
 *
 * - `journey`: applications that began within the months asked for, not those of archived positions; `furthest` is
 *   their furthest stage of the way, from 0 for applied
 * - `stay`: each stage they came to, from when, and for how many days; those still there stay until now, and the end
 *   of the way lasts no time. A decision that leaves somebody where they are is no move.
 * - `verdict`: the first decision about each that was no waiting, `kind` onward, rejected or held, beside the
 *   screening's advice; `agrees` is null where either says neither yes nor no
 * - `counsel`: the newest decision on each recommendation that was on the screen, `agrees` as for verdicts: after a
 *   recommendation with caution another round is what was recommended, and hiring is not
 */
export function journeys({ viewer, positionId, months, now }: Journeys): Prisma.Sql {
  assertCan(viewer, "screening:read");
  const ofPosition = positionId
    ? Prisma.sql`application.position_id = ${positionId}::uuid`
    : Prisma.sql`position.is_listed and position.archived_at is null`;
  return Prisma.sql`
    with begun as (
      select application.id, application.number, application.stage, application.created_at,
        application.resume_id, application.position_id, resume.source
      from application
      join resume on resume.id = application.resume_id and resume.delete_at is null
      join position on position.id = application.position_id
      where application.organisation_id = ${viewer.organisationId}::uuid
        and application.created_at >= ${sinceOf(months, now)} and ${ofPosition} and ${ofVisiblePosition(viewer)}
    ), chosen as (
      select decision.* from decision join begun on begun.id = decision.application_id where revoked_at is null
    ), move as (
      select id, 'applied'::application_stage as stage, created_at as at, 0 as place from begun
      union all
      select begun.id, 'screened', min(finished_at), 1
      from begun join screening_run run on run.application_id = begun.id
      where run.state = 'completed' and run.finished_at is not null group by begun.id
      union all
      select application_id, stage_after, created_at, 2 from chosen
    ), step as (
      select *, lag(stage) over (partition by id order by at, place) as before from move
    ), change as (
      select id, stage, at, lead(at) over (partition by id order by at, place) as until
      from step where stage is distinct from before
    ), stay as (
      select id, stage, at, extract(epoch from coalesce(until,
        case when stage = any(${ends}::application_stage[]) then at else ${now} end) - at)::float8 / 86400 as days
      from change
    ), journey as (
      select begun.*, greatest(array_position(${way}::application_stage[], begun.stage),
        (select max(array_position(${way}::application_stage[], stay.stage)) from stay where stay.id = begun.id)) - 1
        as furthest
      from begun
    ), first as (
      select distinct on (application_id) application_id as id, advice, created_at as at,
        case outcome when 'reject' then 'rejected' when 'hold' then 'held' else 'onward' end as kind
      from chosen where advice is not null and outcome <> 'move' order by application_id, created_at
    ), verdict as (
      select *, ${month},
        case when kind <> 'held' and advice <> 'reserve' then (kind = 'onward') = (advice = 'interview') end as agrees
      from first
    ), counsel as (
      select *, ${month}, case when outcome in ('hold', 'move') then null
        when level = 'not_recommend' then outcome = 'reject'
        when level = 'cautious' then outcome = 'advance'
        else outcome <> 'reject' end as agrees
      from (
        select distinct on (recommendation_id) application_id as id, created_at as at, outcome,
          recommendation_level as level
        from chosen where recommendation_id is not null and recommendation_level is not null
        order by recommendation_id, created_at desc
      ) as newest
    )`;
}

const month = Prisma.sql`to_char(at at time zone 'UTC', 'YYYY-MM') as month`;
const ends: ApplicationStage[] = ["hired", ...beside];
