import "server-only";
import { join } from "node:path";
import { env } from "@/lib/env";
import { createParsePool, type ParsePool } from "@/lib/resume/parsing/worker-pool";

const globals = globalThis as typeof globalThis & { hireglassParsePool?: ParsePool; hireglassServicePool?: ParsePool };
const workerFile = () => join(process.cwd(), "dist", "parse-worker.mjs");

/** The processes of this server that read files; made on first use. */
export function parsePool(): ParsePool {
  globals.hireglassParsePool ??= createParsePool({
    workerFile: workerFile(),
    processes: env().PARSE_PROCESSES,
    maxQueue: 1000,
  });
  return globals.hireglassParsePool;
}

/** Processes for callers who wait for the answer: an import of a thousand files does not stand before them in the queue. */
export function servicePool(): ParsePool {
  const { PARSE_PROCESSES: processes, PARSE_SERVICE_QUEUE: maxQueue } = env();
  globals.hireglassServicePool ??= createParsePool({ workerFile: workerFile(), processes, maxQueue });
  return globals.hireglassServicePool;
}

export async function closeParsePool() {
  const { hireglassParsePool: pool, hireglassServicePool: service } = globals;
  delete globals.hireglassParsePool;
  delete globals.hireglassServicePool;
  await Promise.all([pool?.close(), service?.close()]);
}
