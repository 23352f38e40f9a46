import "server-only";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { env } from "@/lib/env";
import { createOcrPool, type OcrPool } from "@/lib/resume/ocr/ocr-pool";

const globals = globalThis as typeof globalThis & { hireglassOcrPool?: OcrPool; hireglassServiceOcrPool?: OcrPool };
const workerFile = () => join(process.cwd(), "dist", "ocr-worker.mjs");

/** The processes of this server that read scans; made on first use. */
export function ocrPool(): OcrPool {
  globals.hireglassOcrPool ??= createOcrPool({
    workerFile: workerFile(),
    processes: Math.min(env().OCR_PROCESSES, availableParallelism()),
  });
  return globals.hireglassOcrPool;
}

/** A process for callers who wait for the answer, so that they do not wait behind an import. It ends when idle. */
export function serviceOcrPool(): OcrPool {
  globals.hireglassServiceOcrPool ??= createOcrPool({ workerFile: workerFile(), processes: 1, timeoutMs: 20_000 });
  return globals.hireglassServiceOcrPool;
}

export async function closeOcrPool() {
  const { hireglassOcrPool: pool, hireglassServiceOcrPool: service } = globals;
  delete globals.hireglassOcrPool;
  delete globals.hireglassServiceOcrPool;
  await Promise.all([pool?.close(), service?.close()]);
}
