import { chmod, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./postgres.ts";

export type Scratch = { folder: string; path: (name: string) => string; remove: () => Promise<void> };

/** A folder for everything temporary. Removing it also ends the PostgreSQL servers that were left running in it. */
export async function openScratch(prefix: string): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), prefix));
  // The postgres user passes through when we are root.
  await chmod(folder, 0o755);
  return {
    folder,
    path: (name) => join(folder, name),
    remove: async () => {
      await stopServers(folder);
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

async function stopServers(folder: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.name !== "postmaster.pid") continue;
    const pid = Number((await readFile(join(entry.parentPath, entry.name), "utf8").catch(() => "")).split("\n")[0]);
    if (!isAlive(pid)) continue;
    // SIGINT is PostgreSQL's "fast" shutdown.
    process.kill(pid, "SIGINT");
    for (let waited = 0; waited < 100 && isAlive(pid); waited += 1) await sleep(50);
  }
}
