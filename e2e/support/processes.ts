import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isAlive } from "../../scripts/lib/postgres";

/** A process with everything it started, from /proc; Linux only, where servers run. */
export function descendants(pid: number): number[] {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const parent = parentOf(name);
      return parent === null ? [] : [[Number(name), parent] as const];
    });
  const found = [pid];
  for (let index = 0; index < found.length; index += 1) {
    found.push(...parents.filter(([, parent]) => parent === found[index]).map(([child]) => child));
  }
  return found;
}

export async function postmasterPid(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8")).split("\n")[0]);
}

export function areGone(pids: number[]): boolean {
  return pids.every((pid) => !isAlive(pid) || isZombie(pid));
}

function parentOf(pid: string): number | null {
  try {
    // The name in brackets may hold anything.
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1]);
  } catch {
    return null;
  }
}

function isZombie(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.startsWith("Z") ?? false;
  } catch {
    return true;
  }
}
