import type pg from "pg";
import { type Queryable, transaction } from "./database.ts";
import type { FunctionConfig } from "./function-config.ts";
import { type Task, timerQueue } from "./task.ts";

export type Claiming = {
  pool: pg.Pool;
  functions: Map<string, FunctionConfig>;
  /** Queues with due tasks, as `peek` found them. */
  queues: string[];
  free: number;
  /** Tasks this process works on: not taken twice by it, should a lease run out here, and counted for fairness. */
  busy: Pick<Task, "id" | "kind" | "functionId">[];
  /** Whether a task may be taken that two workers in a row went down with. */
  takesSuspect: boolean;
  owner: string;
  leaseSeconds: number;
};

/** No lease is longer: running tasks of a queue are counted within this window of its index. */
export const maxLeaseSeconds = 60;

/**
 * Leases due tasks to this process, a fair share from every queue, within the functions' concurrency limits.
 * Claims on limited functions take turns, so that the limit holds over all processes.
 */
export async function claimTasks(claiming: Claiming): Promise<Task[]> {
  const isLimited = (queue: string) => {
    const config = claiming.functions.get(queue);
    return config !== undefined && (config.limit !== null || config.keyed !== null);
  };
  const limited = claiming.queues.filter(isLimited);
  if (limited.length === 0) return lease(claiming.pool, claiming, claiming.queues, []);

  return transaction(claiming.pool, async (tx) => {
    const { rows } = await tx.query<{ queue: string }>(
      `select queue from unnest($1::text[]) as queue
       where pg_try_advisory_xact_lock(hashtext('hireglass.jobs.claim'), hashtext(queue))`,
      [limited],
    );
    const mine = new Set(rows.map((row) => row.queue));
    const queues = claiming.queues.filter((queue) => !isLimited(queue) || mine.has(queue));
    return queues.length === 0 ? [] : lease(tx, claiming, queues, await countRunning(tx, [...mine]));
  });
}

type Running = { queue: string; key: string | null; count: number };

async function countRunning(tx: Queryable, queues: string[]): Promise<Running[]> {
  const { rows } = await tx.query<Running>(
    `select queue, concurrency_key as key, count(*)::int as count from job_task
     where queue = any($1) and due_at > now() and due_at <= now() + $2 * interval '1 second' and lease_token is not null
     group by 1, 2`,
    [queues, maxLeaseSeconds],
  );
  return rows;
}

async function lease(tx: Queryable, claiming: Claiming, queues: string[], running: Running[]): Promise<Task[]> {
  const { functions, free, busy, owner, leaseSeconds, takesSuspect } = claiming;
  const wanted = queues.map((queue) => {
    const config = functions.get(queue);
    const inUse = running.filter((row) => row.queue === queue).reduce((sum, row) => sum + row.count, 0);
    const room = config?.limit ? Math.max(0, config.limit - inUse) : free;
    const busyHere = busy.filter((task) => (task.kind === "call" ? task.functionId : timerQueue) === queue).length;
    return { queue, room: Math.min(free, room), keyLimit: config?.keyed?.limit ?? null, busyHere };
  });
  const keys = running.filter((row) => row.key !== null);
  const { rows } = await tx.query<{ id: string; token: string }>(leaseSql, [
    wanted.map((row) => row.queue),
    wanted.map((row) => row.room),
    wanted.map((row) => row.keyLimit),
    keys.map((row) => row.queue),
    keys.map((row) => row.key),
    keys.map((row) => row.count),
    busy.map((task) => task.id),
    free,
    owner,
    leaseSeconds,
    takesSuspect,
    wanted.map((row) => row.busyHere),
  ]);
  return rows.length === 0 ? [] : loadTasks(tx, rows);
}

/**
 * Reads after leasing, in a statement of its own, which sees all that was recorded before the lease began. What is
 * recorded from then on marks the task dirty. A statement that does both would miss what happens in between.
 */
async function loadTasks(tx: Queryable, leased: { id: string; token: string }[]): Promise<Task[]> {
  const { rows } = await tx.query<Task>({
    name: "jobs-load-tasks",
    text: loadSql,
    values: [leased.map((row) => row.id), leased.map((row) => row.token)],
  });
  return rows;
}

const loadSql = `
  select task.id, task.lease_token as token, task.kind, task.run_id as "runId", task.step_id as "stepId",
    run.function_id as "functionId", task.attempt, task.crashes, run.event, run.parallel,
    run.parent_run_id is not null as "hasParent",
    coalesce(
      (select json_agg(json_build_array(step.step_id, step.memo) order by step.seq)
       from job_step step where step.run_id = run.id), '[]'::json) as steps
  from job_task task join job_run run on run.id = task.run_id
  where task.id = any($1::bigint[]) and task.lease_token = any($2::uuid[]) order by task.id`;

/**
 * A lease that is still written down when its task comes due ran out: its worker crashed or hung. A task to which
 * this happened twice is a suspect, and a process takes one at a time: should it crash again, no other task's
 * third crash goes with it.
 */
const leaseSql = `
  with running as (
    select * from unnest($4::text[], $5::text[], $6::int[]) as running(queue, key, count)
  ), due as materialized (
    select task.*, wanted.key_limit, wanted.busy_here
    from unnest($1::text[], $2::int[], $3::int[], $12::int[]) as wanted(queue, room, key_limit, busy_here)
    cross join lateral (
      select id, queue, concurrency_key, due_at, crashes + (lease_token is not null)::int = 2 as is_suspect
      from job_task
      where queue = wanted.queue and due_at <= now() and id <> all ($7::bigint[])
        and ($11 or crashes + (lease_token is not null)::int <> 2)
        and not exists (
          select from running
          where running.queue = job_task.queue and running.key = job_task.concurrency_key
            and running.count >= wanted.key_limit)
      order by due_at limit wanted.room
      for update skip locked
    ) task
  ), ranked as (
    select due.id, due.due_at, due.key_limit, due.is_suspect,
      row_number() over (partition by due.is_suspect order by due.due_at) as place,
      due.busy_here + row_number() over (partition by due.queue order by due.due_at) as turn,
      case when due.concurrency_key is null then 0
        else coalesce(running.count, 0) + row_number() over (partition by due.queue, due.concurrency_key order by due.due_at)
      end as key_use
    from due left join running on running.queue = due.queue and running.key = due.concurrency_key
  ), picked as (
    select id from ranked
    where (key_limit is null or key_use <= key_limit) and (not is_suspect or place = 1)
    order by turn, due_at limit $8
  ), leased as (
    update job_task
    set lease_token = gen_random_uuid(), lease_owner = $9, due_at = now() + $10 * interval '1 second',
      crashes = crashes + (lease_token is not null)::int, dirty = false
    where id in (select id from picked)
    returning id, lease_token
  )
  select id, lease_token as token from leased`;

/** One cheap look at what there is to do. */
export async function peek({ pool, functions, busy }: Pick<Claiming, "pool" | "functions" | "busy">) {
  const { rows } = await pool.query<{ events: boolean; queues: string[] }>(
    `select exists (select from job_event where dispatched_at is null) as events,
       array(
         select queue from unnest($1::text[]) as queue where exists (
           select from job_task
           where job_task.queue = queue.queue and due_at <= now() and id <> all ($2::bigint[]))
       ) as queues`,
    [[timerQueue, ...functions.keys()], busy.map((task) => task.id)],
  );
  return rows[0] ?? { events: false, queues: [] };
}
