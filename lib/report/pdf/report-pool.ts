import "server-only";
import { join } from "node:path";
import { Piscina } from "piscina";
import type { ReportContent } from "@/lib/report/blocks";

const timeoutMs = 60_000;
let pool: Piscina | null = null;

/** Lays a report out in a worker thread: reading a Chinese font takes longer than a request may wait. */
export async function renderInWorker(content: ReportContent): Promise<Uint8Array> {
  pool ??= new Piscina({
    filename: join(process.cwd(), "dist", "report-worker.mjs"),
    ...{ minThreads: 0, maxThreads: 1, idleTimeout: 60_000, resourceLimits: { maxOldGenerationSizeMb: 512 } },
  });
  return pool.run(content, { signal: AbortSignal.timeout(timeoutMs) });
}

export async function closeReportPool() {
  await pool?.destroy();
  pool = null;
}
