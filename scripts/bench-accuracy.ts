import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type * as gold from "../lib/gold/measure.ts";
import type * as goldReport from "../lib/gold/report.ts";
import type { OcrPool } from "../lib/resume/ocr/ocr-pool.ts";
import type { parseWithOcr } from "../lib/resume/ocr/parse-with-ocr.ts";
import type { ParsePool } from "../lib/resume/parsing/worker-pool.ts";
import { importSource } from "./bench/import-source.ts";
import { buildBundles } from "./lib/bundles.ts";

/*
 * npm run bench:accuracy: reads the made-up resumes with their truths, scans included, and the real ones beside the
 * repository where there are any; prints the tables and writes docs/accuracy.md, docs/accuracy.json and the truths.
 * A folder as argument gets the made-up files, to look at, and nothing else happens.
 */
const { measure, goldFiles, realFiles, truthLines } = await importSource<typeof gold>("lib/gold/measure.ts");
const [folder] = process.argv.slice(3);

if (folder) {
  mkdirSync(folder, { recursive: true });
  for (const { name, truth, make } of goldFiles()) {
    writeFileSync(join(folder, name), await make());
    writeFileSync(join(folder, `${name}.truth.json`), `${JSON.stringify(truth, null, 2)}\n`);
  }
} else {
  await bench();
}

async function bench() {
  await buildBundles();
  const report = await importSource<typeof goldReport>("lib/gold/report.ts");
  const { parse, close } = await openPools();
  try {
    const made = await measure(goldFiles(), parse);
    const real = await measure(realFiles(), parse);
    const tables = report.tables(made, real);
    console.log(report.toLines(tables));
    writeFileSync("docs/accuracy.md", report.toMarkdown(tables));
    writeFileSync("docs/accuracy.json", `${JSON.stringify(report.toBaseline(made), null, 2)}\n`);
    writeFileSync("lib/gold/truth.jsonl", truthLines());
    console.log("\nWrote docs/accuracy.md, docs/accuracy.json and lib/gold/truth.jsonl.");
  } finally {
    await close();
  }
}

/** As the server reads files: in workers, scans through OCR. */
async function openPools() {
  const source = <T>(file: string) => importSource<T>(`lib/resume/${file}`);
  const { createParsePool } = await source<{ createParsePool: (options: object) => ParsePool }>(
    "parsing/worker-pool.ts",
  );
  const { createOcrPool } = await source<{ createOcrPool: (options: object) => OcrPool }>("ocr/ocr-pool.ts");
  const ocr = await source<{ parseWithOcr: typeof parseWithOcr }>("ocr/parse-with-ocr.ts");
  const parsePool = createParsePool({ workerFile: resolve("dist/parse-worker.mjs"), processes: 1 });
  const ocrPool = createOcrPool({ workerFile: resolve("dist/ocr-worker.mjs"), processes: 1 });
  return {
    parse: (task: Parameters<typeof parseWithOcr>[1]) => ocr.parseWithOcr({ parsePool, ocrPool: () => ocrPool }, task),
    close: () => Promise.all([parsePool.close(), ocrPool.close()]),
  };
}
