import "server-only";
import { join } from "node:path";
import { env } from "@/lib/env";
import { createParsePool, type ParsePool } from "@/lib/resume/parsing/worker-pool";

const globals = globalThis as typeof globalThis & { hireglassParsePool?: ParsePool };

/** The worker threads of this process; made on first use. */
export function parsePool(): ParsePool {
  globals.hireglassParsePool ??= createParsePool({
    workerFile: join(process.cwd(), "dist", "parse-worker.mjs"),
    threads: env().PARSE_THREADS,
    maxQueue: 1000,
  });
  return globals.hireglassParsePool;
}

export async function closeParsePool() {
  const pool = globals.hireglassParsePool;
  delete globals.hireglassParsePool;
  await pool?.close();
}
