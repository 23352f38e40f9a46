import "server-only";
import { join } from "node:path";
import { createProcessPool, type ProcessPool } from "@/lib/process-pool";
import type { ReportContent } from "@/lib/report/blocks";

let pool: ProcessPool | null = null;

type Rendered = { ok: true; bytes: Uint8Array };

/**
 * Lays a report out in a process of its own: reading a Chinese font takes longer than a request may wait.
 *
 * @throws Error over a minute or a gigabyte
 */
export async function renderInProcess(content: ReportContent): Promise<Uint8Array> {
  pool ??= createProcessPool({
    workerFile: join(process.cwd(), "dist", "report-worker.mjs"),
    ...{ processes: 1, timeoutMs: 60_000, heapMegabytes: 512, maxMegabytes: 1024, idleMs: 60_000 },
  });
  const outcome = await pool.run<Rendered>("render", { content });
  if (!outcome.ok) throw new Error(`A report could not be laid out: ${outcome.reason}`);
  return outcome.bytes;
}

export async function closeReportPool() {
  await pool?.close();
  pool = null;
}
