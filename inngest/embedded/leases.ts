import type pg from "pg";
import type { Task } from "./task.ts";

type Held = { pool: pg.Pool; tasks: Pick<Task, "id" | "token">[] };

/** Tasks whose outcome is being written are passed over: waiting for them could deadlock, and they need no lease. */
export async function renewLeases({ pool, tasks, leaseSeconds }: Held & { leaseSeconds: number }) {
  if (tasks.length === 0) return;
  await pool.query({
    name: "jobs-renew",
    text: `
      update job_task set due_at = now() + $3 * interval '1 second'
      where id in (
        select id from job_task where id = any($1::bigint[]) and lease_token = any($2::uuid[]) for update skip locked
      )`,
    values: [tasks.map((task) => task.id), tasks.map((task) => task.token), leaseSeconds],
  });
}

/** Gives tasks back, to be claimed at once and not counted as crashes. */
export async function releaseLeases({ pool, tasks }: Held) {
  if (tasks.length === 0) return;
  await pool.query(
    `update job_task set due_at = now(), lease_token = null, lease_owner = null
     where id = any($1::bigint[]) and lease_token = any($2::uuid[])`,
    [tasks.map((task) => task.id), tasks.map((task) => task.token)],
  );
}

/** Gives back what was leased to a worker that never heard of it: the connection died with the answer on its way. */
export async function releaseStray({ pool, owner, tasks }: Held & { owner: string }) {
  await pool.query(
    `update job_task set due_at = now(), lease_token = null, lease_owner = null
     where lease_owner = $1 and id <> all ($2::bigint[])`,
    [owner, tasks.map((task) => task.id)],
  );
}

/** Puts interrupted work before the backlog (whoever waits for it has waited already), fewest crashes first. */
export async function promoteExpired(pool: pg.Pool) {
  await pool.query(
    `update job_task set due_at = to_timestamp(crashes) where id in (
       select id from job_task where lease_token is not null and due_at <= now() and due_at > to_timestamp(100)
       for update skip locked)`,
  );
}
