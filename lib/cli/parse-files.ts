import { open } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { toResumeSdk } from "@/lib/compat/resumesdk/to-resumesdk";
import type { UnreadableReason } from "@/lib/resume/document";
import { createOcrPool } from "@/lib/resume/ocr/ocr-pool";
import { parseWithOcr } from "@/lib/resume/ocr/parse-with-ocr";
import { createParsePool } from "@/lib/resume/parsing/worker-pool";
import { largestFileBytes } from "@/lib/resume/schema";

/**
 * Prints one JSON line per file on standard output, in the order given: `{ file, ms, profile, sensitive }`, the ResumeSDK
 * `result`, or `{ file, error }`. Exit code 1 when a file could not be read.
 */
export async function parseFiles(files: string[], format: string): Promise<number> {
  if (files.length === 0) throw new Error("parse: name at least one file");
  if (format !== "profile" && format !== "resumesdk") throw new Error("parse: --format is profile or resumesdk");
  const pool = createParsePool({ workerFile: resolve("dist/parse-worker.mjs"), processes: 1, maxQueue: 1 });
  const ocrPool = createOcrPool({ workerFile: resolve("dist/ocr-worker.mjs"), processes: 1 });
  const pools = { parsePool: pool, ocrPool: () => ocrPool };
  const asOf = new Date().toISOString().slice(0, 10);
  let exitCode = 0;
  try {
    for (const file of files) {
      const startedAt = performance.now();
      const bytes = await readStart(file);
      const parsed = bytes.ok
        ? await parseWithOcr(pools, { bytes: bytes.value, fileName: basename(file), asOf })
        : bytes;
      const ms = Math.round(performance.now() - startedAt);
      if (!parsed.ok) exitCode = 1;
      console.log(JSON.stringify(line(file, ms, parsed)));
    }
  } finally {
    await Promise.all([pool.close(), ocrPool.close()]);
  }
  return exitCode;

  function line(file: string, ms: number, parsed: Awaited<ReturnType<typeof pool.parse>>) {
    if (!parsed.ok) return { file, ms, error: parsed.reason };
    const { document, profile, sensitive } = parsed;
    return format === "profile"
      ? { file, ms, profile, sensitive }
      : {
          file,
          ms,
          result: toResumeSdk({ document, profile, sensitive, fileName: basename(file), parsedAt: new Date() }),
        };
  }
}

type Start = { ok: true; value: Uint8Array } | { ok: false; reason: UnreadableReason };

async function readStart(file: string): Promise<Start> {
  const handle = await open(file).catch(() => null);
  if (!handle) return { ok: false, reason: "file_missing" };
  try {
    const { size } = await handle.stat();
    return size > largestFileBytes ? { ok: false, reason: "too_large" } : { ok: true, value: await handle.readFile() };
  } finally {
    await handle.close();
  }
}
