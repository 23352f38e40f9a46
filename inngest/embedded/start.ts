import type { Inngest, InngestFunction } from "inngest";
import { enqueueAll } from "../outbox.ts";
import { saveCheckpoint } from "./checkpoint.ts";
import { maxLeaseSeconds } from "./claim-tasks.ts";
import { openPool } from "./database.ts";
import { embeddedLink } from "./embedded-client.ts";
import { createFunctionHandler, discoverFunctions } from "./function-handler.ts";
import { describeOwner } from "./lease-owner.ts";
import { type JobLogger, silentLogger } from "./logger.ts";
import { listenForJobs } from "./notifications.ts";
import { runningWorkers } from "./registry.ts";
import type { TaskContext } from "./run-task.ts";
import { startUpkeep } from "./upkeep.ts";
import { createWorker } from "./worker.ts";

export type EmbeddedJobsOptions = {
  connectionString: string;
  client: Inngest.Any;
  functions: InngestFunction.Any[];
  /** Tasks done at once in this process. */
  concurrency?: number;
  /** How long a crashed process keeps its tasks from the others. */
  leaseSeconds?: number;
  pollMs?: number;
  logger?: JobLogger;
  onOutcome?: TaskContext["onOutcome"];
  /** Whether people wait for this process at present: then it takes up two tasks at most. */
  isCrowded?: () => boolean;
  /** Milliseconds to wait after a failed attempt, counted from 0; for tests. */
  backOff?: (attempt: number) => number;
};

export type EmbeddedJobs = {
  /** Takes no new work, waits for the work under way, gives back what is not done by then. */
  stop: (options?: { timeoutMs?: number }) => Promise<void>;
  /** This process's share; `inngest/stats.ts` counts over all. */
  stats: () => { active: number; completed: number };
};

/**
 * Runs Inngest functions in this process, from PostgreSQL, until stopped. Any number of processes may do so on one
 * database. A database that is away, now or later, is waited for.
 *
 * @throws when a function needs what only an Inngest server has
 */
export async function startEmbeddedJobs(options: EmbeddedJobsOptions): Promise<EmbeddedJobs> {
  const { connectionString, client, functions, concurrency = 10, pollMs = 300, logger = silentLogger } = options;
  const leaseSeconds = Math.min(options.leaseSeconds ?? 15, maxLeaseSeconds);
  const link = embeddedLink(client);
  if (link.backend) throw new Error("The embedded jobs already run with this client");
  const handler = createFunctionHandler(client, functions);
  const configs = await discoverFunctions(handler);

  // Checkpoints and outcomes of all running tasks share the connections; two are left for the loops.
  const pool = openPool({ connectionString, max: Math.min(concurrency, 10) + 2 });
  const worker = createWorker({
    ...{ pool, handler, functions: configs, leaseSeconds, logger, concurrency, pollMs },
    owner: await describeOwner(),
    backOff: options.backOff,
    onOutcome: options.onOutcome,
    isCrowded: options.isCrowded,
  });
  link.backend = {
    send: async (events) => {
      const ids = await enqueueAll(pool, events);
      worker.wake();
      return ids;
    },
    checkpoint: (request) => saveCheckpoint({ pool, leaseSeconds, request }),
  };
  const running = { appId: client.id, wake: worker.wake, send: link.backend.send };
  runningWorkers().add(running);
  const listener = listenForJobs({ connectionString, onNotice: worker.wake });
  const upkeep = startUpkeep({ pool, functions: configs, logger, onWork: worker.wake });
  worker.start();

  let stopped: Promise<void> | undefined;
  const stop = async (timeoutMs: number) => {
    runningWorkers().delete(running);
    upkeep.stop();
    await Promise.all([listener.stop(), worker.stop({ timeoutMs })]);
    link.backend = null;
    await pool.end();
  };
  return {
    stats: worker.stats,
    stop: ({ timeoutMs = 20_000 } = {}) => {
      stopped ??= stop(timeoutMs);
      return stopped;
    },
  };
}
