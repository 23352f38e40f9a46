import type pg from "pg";
import { latestSlot } from "./cron.ts";
import { transaction } from "./database.ts";
import type { FunctionConfig } from "./function-config.ts";
import { runIdFor } from "./run-id.ts";
import { type NewRun, startRuns } from "./start-runs.ts";

/** A slot missed while no process ran is made up for when it is not older than this. */
export const cronCatchUpMs = 10 * 60_000;

/** Starts the functions whose time came between the two moments. Two processes make the same run ids: one starts it. */
export async function startCronRuns({ pool, functions, since, now }: CronTick): Promise<number> {
  const runs = [...functions.values()].flatMap((config) =>
    config.cronTriggers.flatMap(({ text, schedule }): NewRun[] => {
      const slot = latestSlot(schedule, since, now);
      if (!slot) return [];
      const id = runIdFor(config.id, `cron:${text}:${slot.toISOString()}`);
      const event = { id, name: "inngest/scheduled.timer", data: { cron: text }, ts: slot.getTime() };
      return [{ id, config, event }];
    }),
  );
  if (runs.length === 0) return 0;
  return transaction(pool, async (tx) => (await startRuns(tx, runs)).size);
}

type CronTick = { pool: pg.Pool; functions: Map<string, FunctionConfig>; since: Date; now: Date };
