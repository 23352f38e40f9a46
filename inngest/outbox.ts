import { randomUUID } from "node:crypto";
import { z } from "zod";
import { toJson } from "./embedded/json.ts";
import { wakeWorkers } from "./embedded/registry.ts";

/** What both a Prisma client or transaction and a node-postgres client can do. */
export type OutboxTransaction =
  | { $executeRaw(query: TemplateStringsArray, ...values: unknown[]): PromiseLike<number> }
  | { query(text: string, values: unknown[]): PromiseLike<unknown> };

export type OutboxEvent = {
  name: string;
  data?: Record<string, unknown>;
  id?: string;
  ts?: number;
  v?: string;
  validate?: () => Promise<void>;
};

const maxEventBytes = 512 * 1024;

/**
 * Writes an event in the caller's transaction: the event exists if, and only if, the rows it speaks of do.
 * An id that was used before changes nothing. Other processes are notified by PostgreSQL on commit.
 *
 * @returns the event's id
 * @throws when the data does not fit the event's schema, or the event is larger than 512 KB
 */
export async function enqueue(tx: OutboxTransaction, event: OutboxEvent): Promise<string> {
  const { id, name, payload, organisationId } = await toRow(event);
  if ("$executeRaw" in tx) {
    await tx.$executeRaw`
      with added as (
        insert into job_event (id, name, payload, organisation_id)
        values (${id}, ${name}, ${payload}::json, ${organisationId}::uuid)
        on conflict (id) do nothing returning id
      )
      select pg_notify('hireglass_jobs', '') from added`;
  } else {
    await insertRows(tx, [{ id, name, payload, organisationId }]);
  }
  return id;
}

/** Several events in one statement, in their order: all of them or none. */
export async function enqueueAll(
  tx: Extract<OutboxTransaction, { query: unknown }>,
  events: OutboxEvent[],
): Promise<string[]> {
  const rows = await Promise.all(events.map(toRow));
  await insertRows(tx, rows);
  return rows.map((row) => row.id);
}

type EventRow = { id: string; name: string; payload: string; organisationId: string | null };

async function toRow(event: OutboxEvent): Promise<EventRow> {
  await event.validate?.();
  const { name, data = {}, id = randomUUID(), ts = Date.now(), v } = event;
  const payload = toJson({ id, name, data, ts, v });
  if (payload.length > maxEventBytes) throw new Error(`Event ${name} is larger than 512 KB`);
  return { id, name, payload, organisationId: z.uuid().safeParse(data.organisationId).data ?? null };
}

function insertRows(tx: Extract<OutboxTransaction, { query: unknown }>, rows: EventRow[]) {
  return tx.query(
    `with added as (
       insert into job_event (id, name, payload, organisation_id)
       select id, name, payload, organisation_id
       from unnest($1::text[], $2::text[], $3::json[], $4::uuid[])
         with ordinality as event(id, name, payload, organisation_id, place)
       order by place
       on conflict (id) do nothing returning id
     )
     select pg_notify('hireglass_jobs', '') from added limit 1`,
    [
      rows.map((row) => row.id),
      rows.map((row) => row.name),
      rows.map((row) => row.payload),
      rows.map((row) => row.organisationId),
    ],
  );
}

/** Called after the commit, spares this process's worker the way round by NOTIFY. Leaving it out loses nothing. */
export function wakeJobs() {
  wakeWorkers();
}
