import type pg from "pg";
import { cronCatchUpMs, startCronRuns } from "./cron-slots.ts";
import type { FunctionConfig } from "./function-config.ts";
import { promoteExpired } from "./leases.ts";
import { errorName, type JobLogger } from "./logger.ts";
import { pruneHistory } from "./prune-history.ts";

type Upkeep = { pool: pg.Pool; functions: Map<string, FunctionConfig>; logger: JobLogger; onWork: () => void };

const cronEveryMs = 1000;
const promoteEveryMs = 3000;
const pruneEveryMs = 10 * 60_000;

/** What has to happen by the clock: cron slots, interrupted work, forgetting old runs. */
export function startUpkeep({ pool, functions, logger, onWork }: Upkeep) {
  const hasCron = [...functions.values()].some((config) => config.cronTriggers.length > 0);
  let since = new Date(Date.now() - cronCatchUpMs);

  const timers = [
    every(promoteEveryMs, logger, () => promoteExpired(pool)),
    every(pruneEveryMs, logger, () => pruneHistory(pool)),
    ...(hasCron
      ? [
          every(cronEveryMs, logger, async () => {
            const now = new Date();
            if ((await startCronRuns({ pool, functions, since, now })) > 0) onWork();
            since = now;
          }),
        ]
      : []),
  ];
  return { stop: () => timers.forEach(clearInterval) };
}

/** One turn at a time; a failed turn is made up for by the next. */
function every(ms: number, logger: JobLogger, turn: () => Promise<void>) {
  let isRunning = false;
  const timer = setInterval(async () => {
    if (isRunning) return;
    isRunning = true;
    await turn().catch((error: unknown) => logger.warn({ error: errorName(error) }, "job upkeep failed"));
    isRunning = false;
  }, ms);
  timer.unref();
  return timer;
}
