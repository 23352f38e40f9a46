import "server-only";
import type { z } from "zod";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { outsideRequest } from "@/lib/database/viewing";
import { scopedDb, systemDb } from "@/lib/db";
import { linkOf, retryWayOf } from "./retry-ways";
import type { JobList, JobView, listJobsQuery } from "./schema";

type ListJobs = z.output<typeof listJobsQuery> & { viewer: Viewer };

const appPrefix = "hireglass-";

type Row = {
  id: string;
  functionId: string;
  state: JobView["state"];
  event: unknown;
  createdAt: Date;
  finishedAt: Date | null;
  stepsDone: number;
  retries: number;
  error: string | null;
};

/** The organisation's jobs, and those that are nobody's: schedules. The newest first; what runs, longest first. */
export async function listJobs({ viewer, state, limit }: ListJobs): Promise<JobList> {
  assertCan(viewer, "settings:read");
  const { organisationId } = viewer;
  // Which organisation's it is stands in the row; those of nobody scopedDb does not show.
  const db = outsideRequest(systemDb);
  const [rows, [counts]] = await Promise.all([
    db.$queryRaw<Row[]>`
      select id, function_id as "functionId", state, event, created_at as "createdAt", finished_at as "finishedAt",
        (select count(*)::int from job_step where run_id = run.id) as "stepsDone",
        coalesce((select max(attempt) from job_task where run_id = run.id), 0)::int as retries,
        error ->> 'name' as error
      from (
        select *, case when status = 'failed' then 'failed'
          when exists (select from job_task where run_id = job_run.id and lease_token is not null and due_at > now())
          then 'running' else 'waiting' end as state
        from job_run
        where status in ('active', 'failed') and (organisation_id = ${organisationId}::uuid or organisation_id is null)
      ) run
      where state = ${state}
      order by case when state = 'running' then created_at end, created_at desc limit ${limit}`,
    db.$queryRaw<JobList["counts"][]>`
      select count(*) filter (where status = 'failed')::int as failed,
        count(*) filter (where status = 'active' and is_leased)::int as running,
        count(*) filter (where status = 'active' and not is_leased)::int as waiting
      from (
        select status, exists (
          select from job_task where run_id = job_run.id and lease_token is not null and due_at > now()) as is_leased
        from job_run
        where status in ('active', 'failed') and (organisation_id = ${organisationId}::uuid or organisation_id is null)
      ) run`,
  ]);
  return { jobs: rows.map(toView), counts: counts ?? { running: 0, waiting: 0, failed: 0 } };
}

function toView({ functionId, event, createdAt, finishedAt, ...row }: Row): JobView {
  const name = nameOf(functionId);
  const canRetry = row.state === "failed" && retryWayOf(name, event) !== null;
  return {
    ...{ ...row, name, link: linkOf(event) },
    ...{ createdAt: createdAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null },
    actions: row.state === "failed" ? (canRetry ? ["retry"] : []) : ["stop"],
  };
}

export function nameOf(functionId: string): string {
  return functionId.startsWith(appPrefix) ? functionId.slice(appPrefix.length) : functionId;
}

/** A run that the viewer may do something about. */
export async function findJob({ jobId, viewer }: { jobId: string; viewer: Viewer }) {
  const { organisationId } = viewer;
  const run = await scopedDb(organisationId).jobRun.findFirst({ where: { id: jobId } });
  return run ?? outsideRequest(systemDb).jobRun.findFirst({ where: { id: jobId, organisationId: null } });
}
