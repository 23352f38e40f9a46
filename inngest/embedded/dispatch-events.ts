import type pg from "pg";
import { z } from "zod";
import { type Queryable, transaction } from "./database.ts";
import { condition, holds, readKey } from "./expression.ts";
import { finishRun } from "./finish-run.ts";
import type { FunctionConfig } from "./function-config.ts";
import { runIdFor } from "./run-id.ts";
import { lockActiveRun, settleStep } from "./settle-step.ts";
import { type NewRun, startRuns } from "./start-runs.ts";

type StoredEvent = { id: string; name: string; payload: Record<string, unknown> };
type Dispatching = { pool: pg.Pool; functions: Map<string, FunctionConfig>; batchSize?: number };

/**
 * Turns the next waiting events into runs, in order: starts functions, ends waits, cancels. One process does it at
 * a time, and the runs' ids follow from the events', so nothing starts twice.
 *
 * @returns how many events were dispatched; 0 also when another process is at it
 */
export function dispatchEvents({ pool, functions, batchSize = 200 }: Dispatching): Promise<number> {
  return transaction(pool, async (tx) => {
    const { rows: locks } = await tx.query<{ locked: boolean }>(
      "select pg_try_advisory_xact_lock(hashtext('hireglass.jobs.dispatch')) as locked",
    );
    if (!locks[0]?.locked) return 0;
    const { rows: events } = await tx.query<StoredEvent>(
      `select id, name, payload from job_event where dispatched_at is null
       order by dispatched_at, seq limit $1 for update skip locked`,
      [batchSize],
    );
    if (events.length === 0) return 0;

    const runs = events.flatMap((event) => runsFor(event, functions));
    await startRuns(
      tx,
      runs.map(({ run }) => run),
    );
    await endWaits(tx, events, new Map(runs.map(({ run, event }) => [run.id, events.indexOf(event)])));
    await tx.query("update job_event set dispatched_at = now() where id = any($1)", [events.map((event) => event.id)]);
    if (runs.length > 0) await tx.query("select pg_notify('hireglass_jobs', '')");
    return events.length;
  });
}

function runsFor(event: StoredEvent, functions: Map<string, FunctionConfig>): { run: NewRun; event: StoredEvent }[] {
  return [...functions.values()].flatMap((config) => {
    const isMatch = config.eventTriggers.some(
      (trigger) => trigger.event === event.name && holds(trigger.conditions, { event: event.payload }),
    );
    if (!isMatch) return [];
    const key = config.idempotencyPath && readKey(config.idempotencyPath, event.payload);
    const cause = key === null ? `event:${event.id}` : `key:${key}`;
    return { event, run: { id: runIdFor(config.id, cause), config, event: event.payload } };
  });
}

type StoredWait = { run_id: string; step_id: string; event_name: string; conditions: unknown };

async function endWaits(tx: Queryable, events: StoredEvent[], startedBy: Map<string, number>) {
  const { rows: waits } = await tx.query<StoredWait>(
    `select run_id, step_id, event_name, conditions from job_wait
     where event_name = any($1) and (expires_at is null or expires_at > now())`,
    [[...new Set(events.map((event) => event.name))]],
  );
  const open = waits.map((wait) => ({ ...wait, conditions: z.array(condition).parse(wait.conditions) }));
  for (const [place, event] of events.entries()) {
    for (const wait of open) {
      // A run hears only of what happened after the event that started it.
      const isLater = place > (startedBy.get(wait.run_id) ?? -1);
      if (wait.event_name !== event.name || !isLater || !holds(wait.conditions, { async: event.payload })) continue;
      await endWait(tx, wait, event);
    }
  }
}

async function endWait(tx: Queryable, wait: StoredWait, event: StoredEvent) {
  if (wait.step_id.startsWith("cancel:")) {
    const run = await lockActiveRun(tx, wait.run_id);
    if (run) await finishRun(tx, run, { status: "cancelled" });
    return;
  }
  const memo = { type: "data" as const, data: event.payload };
  await settleStep(tx, { runId: wait.run_id, stepId: wait.step_id, name: event.name, memo });
}
