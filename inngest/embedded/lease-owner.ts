import { randomUUID } from "node:crypto";
import { readFile, readlink } from "node:fs/promises";
import type pg from "pg";

/*
 * An owner is `<boot>/<process namespace>/<pid>/<start time>/<random>`. Boot and namespace tell whether a pid means anything
 * here (containers share both host name and pid 1, but not the namespace); the start time tells a pid used again.
 * Where there is no /proc the pid stands alone, and nobody's death can be told: then leases run out by themselves.
 */

export async function describeOwner(pid = process.pid): Promise<string> {
  const home = await processHome();
  const start = home && (await startTime(pid));
  // Two workers may share a process.
  return [...(start ? [home, pid, start] : ["unknown", pid]), randomUUID()].join("/");
}

/** Lets the tasks of processes that are certainly dead be claimed now, before all others. */
export async function expireDeadLeases(pool: pg.Pool): Promise<number> {
  const home = await processHome();
  if (!home) return 0;
  const { rows } = await pool.query<{ owner: string }>(
    "select distinct lease_owner as owner from job_task where lease_owner like $1 || '/%'",
    [home],
  );
  const dead: string[] = [];
  for (const { owner } of rows) {
    const [pid, start] = owner.slice(home.length + 1).split("/");
    if ((await startTime(Number(pid))) !== start) dead.push(owner);
  }
  if (dead.length === 0) return 0;
  const { rowCount } = await pool.query(
    "update job_task set due_at = to_timestamp(crashes) where lease_owner = any($1) and lease_token is not null",
    [dead],
  );
  return rowCount ?? 0;
}

async function processHome(): Promise<string | null> {
  try {
    const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8");
    return `${boot.trim()}/${await readlink("/proc/self/ns/pid")}`;
  } catch {
    return null;
  }
}

/** Field 22 of /proc/<pid>/stat, counted from behind the command, which may hold spaces. Null: no such process. */
async function startTime(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? null : (fields[18] ?? null);
  } catch {
    return null;
  }
}
