import { inngest } from "./client.ts";
import { startDrain } from "./drain-outbox.ts";
import { type EmbeddedJobsOptions, startEmbeddedJobs } from "./embedded/start.ts";
import { functions } from "./index.ts";
import { jobMode } from "./mode.ts";

type Options = Pick<EmbeddedJobsOptions, "connectionString" | "concurrency" | "logger" | "onOutcome" | "isCrowded">;

/**
 * What a server process does for the jobs as long as it lives: runs them, or hands their events to Inngest.
 * Called once, from instrumentation.
 */
export async function startJobs({ connectionString, logger, ...options }: Options): Promise<{
  stop: (options?: { timeoutMs?: number }) => Promise<void>;
}> {
  return jobMode() === "embedded"
    ? startEmbeddedJobs({ connectionString, client: inngest, functions, logger, ...options })
    : startDrain({ connectionString, client: inngest, logger });
}
