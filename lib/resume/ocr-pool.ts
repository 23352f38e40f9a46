import "server-only";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { env } from "@/lib/env";
import { createOcrPool, type OcrPool } from "@/lib/resume/ocr/ocr-pool";

const globals = globalThis as typeof globalThis & { hireglassOcrPool?: OcrPool };

/** The processes of this server that read scans; made on first use. */
export function ocrPool(): OcrPool {
  globals.hireglassOcrPool ??= createOcrPool({
    workerFile: join(process.cwd(), "dist", "ocr-worker.mjs"),
    processes: Math.min(env().OCR_PROCESSES, availableParallelism()),
  });
  return globals.hireglassOcrPool;
}

export async function closeOcrPool() {
  const pool = globals.hireglassOcrPool;
  delete globals.hireglassOcrPool;
  await pool?.close();
}
