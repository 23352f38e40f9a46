import { readdirSync, readFileSync } from "node:fs";

/**
 * Follows the resident memory of a process and its children, PostgreSQL apart; with `command` only of those that were
 * started with it. @returns a stop that gives the peak in MB, null where /proc is missing
 */
export function watchMemory(pid: number, command = ""): () => number | null {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, residentMegabytes(pid, command) ?? 0);
  };
  // A look reads the state of every process of the machine.
  const timer = setInterval(look, 500);
  return () => {
    clearInterval(timer);
    look();
    return peak || null;
  };
}

/** Of a process and its children together, or of those with `command` in theirs; null where /proc is missing. */
export function residentMegabytes(root: number, command: string): number | null {
  try {
    const all = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => describe(Number(pid)) ?? []);
    const wanted = new Set([root]);
    for (let found = true; found; ) {
      const next = all.filter(({ pid, parent }) => wanted.has(parent) && !wanted.has(pid));
      for (const { pid } of next) wanted.add(pid);
      found = next.length > 0;
    }
    const ours = all.filter(
      (found) => wanted.has(found.pid) && found.name !== "postgres" && found.command.includes(command),
    );
    return ours.reduce((sum, { megabytes }) => sum + megabytes, 0);
  } catch {
    return null;
  }
}

function describe(pid: number) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const read = (field: string) => new RegExp(`^${field}:\\s*(\\S+)`, "m").exec(status)?.[1] ?? "";
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return { pid, command, name: read("Name"), parent: Number(read("PPid")), megabytes: Number(read("VmRSS")) / 1024 };
  } catch {
    // It ended meanwhile.
    return null;
  }
}

/** Resident memory of the worker process of this bundle, in MB; null where /proc is missing or there is none. */
export function workerMegabytes(bundle: string): number | null {
  try {
    const pid = readdirSync("/proc").find((name) => {
      if (!/^\d+$/.test(name) || describe(Number(name))?.parent !== process.pid) return false;
      return readFileSync(`/proc/${name}/cmdline`, "utf8").includes(bundle);
    });
    return (pid && describe(Number(pid))?.megabytes) || null;
  } catch {
    return null;
  }
}
