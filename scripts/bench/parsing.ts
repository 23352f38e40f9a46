import { extname, resolve } from "node:path";
import type { ResumeFile } from "../../lib/testing/resume-files.ts";
import { generatedFiles, realFiles } from "./files.ts";
import { importSource } from "./import-source.ts";
import { workerMegabytes } from "./memory.ts";
import { spread } from "./spread.ts";

type Parsed = { ok: boolean; document?: { pages: unknown[] } };
type Pool = {
  parse: (task: { bytes: Uint8Array; fileName: string; asOf: string }) => Promise<Parsed>;
  close: () => Promise<void>;
};

/** A process reads files for days: its code is compiled when the clock starts, and each file counts this often. */
const warmUpRounds = 3;
const rounds = 3;

/** The worker pool by itself: milliseconds per file and type. */
export async function measureParsing() {
  const pool = await openPool();
  const asOf = new Date().toISOString().slice(0, 10);
  const parse = ({ name, bytes }: ResumeFile) => pool.parse({ bytes: new Uint8Array(bytes), fileName: name, asOf });
  const generated = generatedFiles(120);
  const groups: [string, ResumeFile[]][] = [
    ...(["pdf", "docx", "txt", "md"] as const).map((kind): [string, ResumeFile[]] => [
      `${kind}, generated`,
      generated.filter(({ name }) => extname(name) === `.${kind}`),
    ]),
    ...(["pdf", "docx", "txt"] as const).map((kind): [string, ResumeFile[]] => [
      `${kind}, real`,
      realFiles().filter(({ name }) => extname(name) === `.${kind}`),
    ]),
  ];
  const results: { type: string; count: number; p50: number; p95: number }[] = [];
  try {
    for (const [type, files] of groups) {
      if (files.length === 0) continue;
      for (const file of repeated(files, warmUpRounds)) await parse(file);
      const times: number[] = [];
      const ofTwoPages: number[] = [];
      for (const file of repeated(files, rounds)) {
        const startedAt = performance.now();
        const { document } = await parse(file);
        const took = performance.now() - startedAt;
        times.push(took);
        if (document?.pages.length === 2) ofTwoPages.push(took);
      }
      results.push({ type, ...spread(times) });
      if (type.startsWith("pdf") && ofTwoPages.length > 0)
        results.push({ type: `${type}, two pages`, ...spread(ofTwoPages) });
    }
  } finally {
    await pool.close();
  }
  return results;
}

function repeated(files: ResumeFile[], times: number): ResumeFile[] {
  return Array.from({ length: times }, () => files).flat();
}

const mostGrowthFiles = 1000;

/** Megabytes of one process after the first two hundred mixed files and after every further two hundred. */
export async function measureGrowth(): Promise<number[]> {
  const pool = await openPool();
  const files = [...generatedFiles(120), ...realFiles()];
  const megabytes: number[] = [];
  try {
    for (let number = 1; number <= mostGrowthFiles; number += 1) {
      const { name, bytes } = files[number % files.length] ?? { name: "", bytes: Buffer.alloc(0) };
      await pool.parse({ bytes: new Uint8Array(bytes), fileName: name, asOf: "2026-11-21" });
      if (number % 200 === 0) megabytes.push(workerMegabytes("parse-worker") ?? Number.NaN);
    }
  } finally {
    await pool.close();
  }
  return megabytes;
}

async function openPool(): Promise<Pool> {
  const { createParsePool } = await importSource<{ createParsePool: (options: object) => Pool }>(
    "lib/resume/parsing/worker-pool.ts",
  );
  return createParsePool({ workerFile: resolve("dist/parse-worker.mjs"), processes: 1 });
}
