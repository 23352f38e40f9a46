import { setTimeout as sleep } from "node:timers/promises";
import type { Inngest, InngestFunction } from "inngest";
import pg from "pg";
import { createEmbeddedClient } from "../../inngest/embedded/embedded-client.ts";
import { type EmbeddedJobs, type EmbeddedJobsOptions, startEmbeddedJobs } from "../../inngest/embedded/start.ts";
import { enqueue, type OutboxEvent, wakeJobs } from "../../inngest/outbox.ts";

type EmbeddedClient = ReturnType<typeof createEmbeddedClient>;
type Options = Partial<Omit<EmbeddedJobsOptions, "client" | "functions">>;
type RunRow = {
  id: string;
  function_id: string;
  status: string;
  event: { name: string; ts: number; data: Record<string, unknown> };
  result: unknown;
  error: { name: string; message: string };
};

/** Jobs on a test database: workers with functions of the test's own, and questions about what they did. */
export async function openJobs(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  pool.on("error", () => undefined);
  const started: EmbeddedJobs[] = [];

  const runs = async (functionId?: string) => {
    const { rows } = await pool.query<RunRow>(
      "select * from job_run where $1::text is null or function_id = 'test-' || $1 order by created_at, id",
      [functionId],
    );
    return rows;
  };

  return {
    pool,
    runs,
    start: async (define: (client: EmbeddedClient) => InngestFunction.Any[], options: Options = {}) => {
      const client = createEmbeddedClient({ id: "test" });
      const jobs = await startEmbeddedJobs({
        connectionString: url,
        client,
        functions: define(client),
        backOff: () => 20,
        pollMs: 50,
        ...options,
      });
      started.push(jobs);
      return { client, jobs };
    },
    send: async (event: OutboxEvent) => {
      const id = await enqueue(pool, event);
      wakeJobs();
      return id;
    },
    count: async (sql: string) => Number((await pool.query<{ count: string }>(sql)).rows[0]?.count),
    /** The runs of a function, once there are `count` and all have ended. */
    ended: (functionId: string, count = 1) =>
      until(async () => {
        const found = await runs(functionId);
        return found.length >= count && found.every((run) => run.status !== "active") ? found : null;
      }),
    /** Stops the workers and empties the tables, for the next test. */
    reset: async () => {
      await Promise.all(started.splice(0).map((jobs) => jobs.stop({ timeoutMs: 2000 })));
      await pool.query("truncate job_event, job_run, job_step, job_wait, job_task");
    },
    close: () => pool.end(),
  };
}

export type TestJobs = Awaited<ReturnType<typeof openJobs>>;
export type AnyClient = Inngest.Any;

/** Asks until there is an answer. */
export async function until<T>(ask: () => Promise<T | null | undefined | false>, timeoutMs = 20_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error("It did not happen in time");
    await sleep(10);
  }
}
