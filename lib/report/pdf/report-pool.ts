import "server-only";
import { join } from "node:path";
import type { Picture } from "@/lib/charts/shapes";
import { createProcessPool, type ProcessPool } from "@/lib/process-pool";
import type { ReportContent } from "@/lib/report/blocks";

let pool: ProcessPool | null = null;

function openPool(): ProcessPool {
  pool ??= createProcessPool({
    workerFile: join(process.cwd(), "dist", "report-worker.mjs"),
    ...{ processes: 1, timeoutMs: 60_000, heapMegabytes: 512, maxMegabytes: 1024, idleMs: 60_000 },
  });
  return pool;
}

type Rendered = { ok: true; bytes: Uint8Array };

/**
 * Lays a report out in a process of its own: reading a Chinese font takes longer than a request may wait.
 *
 * @throws Error over a minute or a gigabyte
 */
export async function renderInProcess(content: ReportContent): Promise<Uint8Array> {
  const outcome = await openPool().run<Rendered>("render", { content });
  if (!outcome.ok) throw new Error(`A report could not be laid out: ${outcome.reason}`);
  return outcome.bytes;
}

type Drawn = { ok: true; images: Uint8Array[] };

/** Pictures as PNG, for files that cannot hold shapes. */
export async function drawInProcess(pictures: readonly Picture[]): Promise<Uint8Array[]> {
  const outcome = await openPool().run<Drawn>("draw", { pictures });
  if (!outcome.ok) throw new Error(`Pictures could not be drawn: ${outcome.reason}`);
  return outcome.images;
}

export async function closeReportPool() {
  await pool?.close();
  pool = null;
}
