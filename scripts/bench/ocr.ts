import { resolve } from "node:path";
import type { OcrPool } from "../../lib/resume/ocr/ocr-pool.ts";
import { resumeLines } from "../../lib/testing/resume-files.ts";
import { realFiles } from "./files.ts";
import { importSource } from "./import-source.ts";
import { watchMemory } from "./memory.ts";
import { spread } from "./spread.ts";

type ScanFiles = { drawPage: (lines: string[]) => unknown; toJpeg: (page: unknown) => Buffer };

/** The reader of scans by itself, one process: milliseconds a page, and the most memory it took. */
export async function measureOcr() {
  const { createOcrPool } = await importSource<{ createOcrPool: (options: object) => OcrPool }>(
    "lib/resume/ocr/ocr-pool.ts",
  );
  const { drawPage, toJpeg } = await importSource<ScanFiles>("lib/testing/scan-files.ts");
  const drawn = Array.from({ length: 8 }, (_, index) => ({
    name: `scan-${index}.jpg`,
    bytes: toJpeg(drawPage(resumeLines(index))),
  }));
  const real = realFiles()
    .filter(({ name }) => name.endsWith(".pdf"))
    .slice(0, 12);
  const pool = createOcrPool({ workerFile: resolve("dist/ocr-worker.mjs"), processes: 1 });
  const stopWatching = watchMemory(process.pid, "ocr-worker");
  const results: { type: string; count: number; p50: number; p95: number }[] = [];
  try {
    for (const [type, files] of [["drawn, short", drawn] as const, ["real, first pages", real] as const]) {
      if (files.length === 0) continue;
      const times: number[] = [];
      // The first page starts the process.
      for (const [index, { name, bytes }] of [files[0], ...files].flatMap((file) => file ?? []).entries()) {
        const startedAt = performance.now();
        await pool.read({ bytes: new Uint8Array(bytes), fileName: name, page: 0 });
        if (index > 0) times.push(performance.now() - startedAt);
      }
      results.push({ type, ...spread(times) });
    }
  } finally {
    await pool.close();
  }
  return { results, megabytes: stopWatching() };
}
