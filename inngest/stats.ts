import { systemDb } from "@/lib/db";

export type JobCounts = {
  /** Due and not yet taken; being worked on; waiting for a time (a sleep, a retry). */
  queued: number;
  running: number;
  waiting: number;
  /** Failed runs that are still remembered: those of 30 days. */
  failed: number;
  undispatchedEvents: number;
  /** How long the task that is due longest has waited; 0 when none is. A growing number means no worker keeps up. */
  oldestDueSeconds: number;
};

export async function countJobs(db: Pick<ReturnType<typeof systemDb>, "$queryRaw"> = systemDb()): Promise<JobCounts> {
  const [counts] = await db.$queryRaw<JobCounts[]>`
    select
      count(*) filter (where due_at <= now())::int as "queued",
      count(*) filter (where due_at > now() and lease_token is not null)::int as "running",
      count(*) filter (where due_at > now() and lease_token is null)::int as "waiting",
      (select count(*)::int from job_run where status = 'failed') as "failed",
      (select count(*)::int from job_event where dispatched_at is null) as "undispatchedEvents",
      greatest(0, coalesce(extract(epoch from now() - min(due_at) filter (where lease_token is null)), 0))::float8 as "oldestDueSeconds"
    from job_task`;
  if (!counts) throw new Error("Counting without a group gives one row");
  return counts;
}

/** How many tasks there are, counted up to `most`. */
export async function countTasks(most: number, db: Pick<ReturnType<typeof systemDb>, "$queryRaw"> = systemDb()) {
  const [counted] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select from job_task limit ${most}) task`;
  return counted?.count ?? 0;
}

type RunFilter = {
  organisationId?: string;
  functionId?: string;
  status?: "active" | "completed" | "failed" | "cancelled";
  limit?: number;
};

/** The latest runs first. */
export async function listJobRuns({ organisationId, functionId, status, limit = 50 }: RunFilter, db = systemDb()) {
  const runs = await db.jobRun.findMany({
    where: { organisationId, functionId, status },
    orderBy: { createdAt: "desc" },
    take: limit,
    select: {
      ...{ id: true, functionId: true, status: true, organisationId: true, createdAt: true, finishedAt: true },
      error: true,
      tasks: { select: { attempt: true, leaseToken: true } },
      _count: { select: { steps: true } },
    },
  });
  return runs.map(({ error, tasks, _count, ...run }) => ({
    ...run,
    stepsDone: _count.steps,
    isRunning: tasks.some((task) => task.leaseToken !== null),
    /** The highest number of failed attempts among the tasks to be done. */
    retries: Math.max(0, ...tasks.map((task) => task.attempt)),
    errorName: typeof error === "object" && error !== null && "name" in error ? String(error.name) : null,
  }));
}
