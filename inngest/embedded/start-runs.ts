import type { Queryable } from "./database.ts";
import { parseWaitEnd } from "./duration.ts";
import { bindEvent, readKey } from "./expression.ts";
import type { FunctionConfig } from "./function-config.ts";
import { toJson } from "./json.ts";

export type NewRun = {
  id: string;
  config: FunctionConfig;
  event: Record<string, unknown>;
  parent?: { runId: string; stepId: string };
};

/**
 * Creates runs and their first tasks, in the given order. A run that exists stays as it is, unless it ended over
 * a day ago: Inngest remembers ids and idempotency keys for that long.
 *
 * @returns the ids of the runs that were created
 */
export async function startRuns(tx: Queryable, given: NewRun[]): Promise<Set<string>> {
  // Two events of one batch may share an idempotency key: the first one counts.
  const runs = [...new Map(given.toReversed().map((run) => [run.id, run])).values()].reverse();
  if (runs.length === 0) return new Set();
  const { rows } = await tx.query<{ id: string; is_new: boolean }>({
    name: "jobs-start-runs",
    text: `
      insert into job_run as run (id, function_id, event, organisation_id, concurrency_key, parent_run_id, parent_step_id)
      select * from unnest($1::text[], $2::text[], $3::json[], $4::uuid[], $5::text[], $6::text[], $7::text[])
      on conflict (id) do update
        set status = 'active', event = excluded.event, parallel = false, result = null, error = null,
            created_at = now(), finished_at = null
        where run.finished_at < now() - interval '24 hours'
      returning run.id, (xmax = 0) as is_new`,
    values: [
      runs.map((run) => run.id),
      runs.map((run) => run.config.id),
      runs.map((run) => toJson(run.event)),
      runs.map((run) => organisationOf(run.event)),
      runs.map((run) => (run.config.keyed ? readKey(run.config.keyed.path, run.event) : null)),
      runs.map((run) => run.parent?.runId ?? null),
      runs.map((run) => run.parent?.stepId ?? null),
    ],
  });
  const started = new Set(rows.map((row) => row.id));
  const reused = rows.filter((row) => !row.is_new).map((row) => row.id);
  if (reused.length > 0) await tx.query("delete from job_step where run_id = any($1)", [reused]);
  if (started.size === 0) return started;
  await tx.query({
    name: "jobs-start-tasks",
    text: `
      insert into job_task (run_id, step_id, queue, concurrency_key, due_at)
      select run.id, 'step', run.function_id, run.concurrency_key, clock_timestamp()
      from unnest($1::text[]) with ordinality as started(id, place) join job_run run using (id) order by place`,
    values: [runs.map((run) => run.id).filter((id) => started.has(id))],
  });
  await addCancelWaits(
    tx,
    runs.filter((run) => started.has(run.id)),
  );
  return started;
}

async function addCancelWaits(tx: Queryable, runs: NewRun[]) {
  const waits = runs.flatMap((run) =>
    run.config.cancelOn.map((cancel, index) => ({
      runId: run.id,
      stepId: `cancel:${index}`,
      event: cancel.event,
      conditions: toJson(bindEvent(cancel.conditions, run.event)),
      expiresAt: cancel.timeout ? parseWaitEnd(cancel.timeout) : null,
    })),
  );
  if (waits.length === 0) return;
  await tx.query(
    `insert into job_wait (run_id, step_id, event_name, conditions, expires_at)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::json[], $5::timestamptz[])
     on conflict do nothing`,
    [
      waits.map((wait) => wait.runId),
      waits.map((wait) => wait.stepId),
      waits.map((wait) => wait.event),
      waits.map((wait) => wait.conditions),
      waits.map((wait) => wait.expiresAt),
    ],
  );
}

function organisationOf(event: Record<string, unknown>) {
  const data = event.data;
  const id = typeof data === "object" && data !== null ? Reflect.get(data, "organisationId") : null;
  return typeof id === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? id : null;
}
