import { inngest } from "./client.ts";
import { startDrain } from "./drain-outbox.ts";
import type { JobLogger } from "./embedded/logger.ts";
import { startEmbeddedJobs } from "./embedded/start.ts";
import { functions } from "./index.ts";
import { jobMode } from "./mode.ts";

type Options = { connectionString: string; concurrency?: number; logger?: JobLogger };

/**
 * What a server process does for the jobs as long as it lives: runs them, or hands their events to Inngest.
 * Called once, from instrumentation.
 */
export async function startJobs({ connectionString, concurrency, logger }: Options): Promise<{
  stop: (options?: { timeoutMs?: number }) => Promise<void>;
}> {
  return jobMode() === "embedded"
    ? startEmbeddedJobs({ connectionString, client: inngest, functions, concurrency, logger })
    : startDrain({ connectionString, client: inngest, logger });
}
