import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { findTrouble } from "../../lib/trouble.ts";

export type Queryable = Pick<pg.ClientBase, "query">;

export function openPool({ connectionString, max }: { connectionString: string; max: number }) {
  const pool = new pg.Pool({
    connectionString,
    max,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    // A host that vanished never answers.
    query_timeout: 30_000,
    application_name: "hireglass-jobs",
  });
  // A connection that dies emits "error", checked out or idle, and an unheard "error" ends the process.
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  return pool;
}

/** A process that is frozen in a transaction keeps its locks from the others for no longer than `idleMs`. */
export async function transaction<T>(
  pool: pg.Pool,
  work: (tx: Queryable) => Promise<T>,
  { idleMs = 5000 } = {},
): Promise<T> {
  const client = await pool.connect();
  let isBroken = false;
  try {
    await client.query(`begin; set local idle_in_transaction_session_timeout = ${idleMs}`);
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => {
      isBroken = true;
    });
    throw error;
  } finally {
    client.release(isBroken);
  }
}

/** Tries again, until the deadline, while the trouble is the database's: a lost connection, a deadlock, a restart. */
export async function persistently<T>(deadline: number, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isTransient(error) || Date.now() > deadline) throw error;
      await sleep(100);
    }
  }
}

function isTransient(error: unknown) {
  if (!(error instanceof Error)) return false;
  // Class 40: a transaction that PostgreSQL took back.
  const isTakenBack = "code" in error && typeof error.code === "string" && /^40...$/.test(error.code);
  return isTakenBack || findTrouble(error) !== null;
}

function ignore() {}
