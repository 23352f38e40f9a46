import type { Inngest } from "inngest";
import type pg from "pg";
import { z } from "zod";
import { openPool, type Queryable, transaction } from "./embedded/database.ts";
import { errorName, type JobLogger, silentLogger } from "./embedded/logger.ts";
import { listenForJobs } from "./embedded/notifications.ts";
import { pruneHistory } from "./embedded/prune-history.ts";
import { createWakeSignal } from "./embedded/wake-signal.ts";

const storedEvent = z.object({
  id: z.string(),
  name: z.string(),
  data: z.record(z.string(), z.unknown()),
  ts: z.number(),
  v: z.string().optional(),
});

type Draining = { pool: pg.Pool; client: Pick<Inngest.Any, "send">; batchSize?: number };

/**
 * Sends the next waiting events to Inngest, which drops an id it has seen: a crash between sending and marking
 * sends them twice and starts nothing twice. Safe to run in several processes at once.
 *
 * @returns how many were sent
 */
export function drainOutbox({ pool, client, batchSize = 100 }: Draining): Promise<number> {
  const drain = async (tx: Queryable) => {
    const { rows } = await tx.query<{ payload: unknown }>(
      `select payload from job_event where dispatched_at is null
       order by dispatched_at, seq limit $1 for update skip locked`,
      [batchSize],
    );
    if (rows.length === 0) return 0;
    const events = rows.map((row) => storedEvent.parse(row.payload));
    await client.send(events);
    await tx.query("update job_event set dispatched_at = now() where id = any($1)", [events.map((event) => event.id)]);
    return events.length;
  };
  // The rows stay locked while Inngest answers.
  return transaction(pool, drain, { idleMs: 60_000 });
}

type DrainOptions = {
  connectionString: string;
  client: Pick<Inngest.Any, "send">;
  logger?: JobLogger;
  pollMs?: number;
};

/** Drains the outbox until stopped: what a long-lived process does when Inngest runs the functions. */
export function startDrain({ connectionString, client, logger = silentLogger, pollMs = 1000 }: DrainOptions) {
  const pool = openPool({ connectionString, max: 2 });
  const signal = createWakeSignal();
  const listener = listenForJobs({ connectionString, onNotice: signal.wake });
  const pruning = setInterval(() => pruneHistory(pool).catch(() => undefined), 10 * 60_000);
  pruning.unref();
  let isStopping = false;

  async function run() {
    while (!isStopping) {
      const sent = await drainOutbox({ pool, client }).catch((error) => {
        logger.error({ error: errorName(error) }, "events not sent to Inngest; they will be");
        return 0;
      });
      if (sent === 0) await signal.wait(pollMs);
    }
  }

  const running = run();
  return {
    stop: async () => {
      isStopping = true;
      clearInterval(pruning);
      signal.wake();
      await Promise.all([listener.stop(), running]);
      await pool.end();
    },
  };
}
