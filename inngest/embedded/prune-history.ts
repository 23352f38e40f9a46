import type pg from "pg";

const batchSize = 2000;

/** Forgets what ended: after 7 days, failed runs after 30. Steps go with their run. In small batches. */
export async function pruneHistory(pool: pg.Pool) {
  await deleteAll(
    pool,
    `delete from job_run where id in (
       select id from job_run
       where status in ('completed', 'cancelled') and finished_at < now() - interval '7 days' limit $1)`,
  );
  await deleteAll(
    pool,
    `delete from job_run where id in (
       select id from job_run where status = 'failed' and finished_at < now() - interval '30 days' limit $1)`,
  );
  await deleteAll(
    pool,
    `delete from job_event where id in (
       select id from job_event where dispatched_at < now() - interval '7 days' limit $1)`,
  );
}

async function deleteAll(pool: pg.Pool, text: string) {
  for (;;) {
    const { rowCount } = await pool.query(text, [batchSize]);
    if ((rowCount ?? 0) < batchSize) return;
  }
}
