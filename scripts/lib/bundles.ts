import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build, stop } from "esbuild";

/** Everything a build is made from. */
const sources = [
  "app",
  "components",
  "lib",
  "inngest",
  "data",
  "prisma",
  "messages",
  "package-lock.json",
  "next.config.mjs",
  "postcss.config.mjs",
  "tsconfig.json",
  "instrumentation.ts",
];

/** The Prisma client, the workers and the command line: what tests, the server and the CLI all need. */
export async function buildBundles() {
  if (isFresh("dist/.built", ["lib", "inngest", "data", "prisma", "package-lock.json"])) return;
  generatePrismaClient();
  copyPdfAssets();
  const options: BuildOptions = {
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    packages: "external",
    // Like the server build: `server-only` is empty there and throws elsewhere.
    alias: { "@": ".", "server-only": "./scripts/lib/nothing.ts" },
    logLevel: "warning",
  };
  await build({
    ...options,
    entryPoints: {
      "parse-worker": "lib/resume/parsing/parse-worker.ts",
      "ocr-worker": "lib/resume/ocr/ocr-worker.ts",
      "report-worker": "lib/report/pdf/report-worker.ts",
      "media-worker": "lib/video/container/media-worker.ts",
    },
  });
  rmSync("dist/cli", { recursive: true, force: true });
  await build({
    ...options,
    entryPoints: { cli: "lib/cli/main.ts" },
    splitting: true,
    chunkNames: "cli/[name]-[hash]",
  });
  // Its helper process would stay for as long as ours.
  await stop();
  markFresh("dist/.built", ["lib", "inngest", "data", "prisma", "package-lock.json"]);
}

/** Builds the application when there is no build of these sources. Returns whether it did. */
export async function buildApplication({ force = false } = {}): Promise<boolean> {
  await buildBundles();
  if (!force && existsSync(".next/BUILD_ID") && isFresh(".next/.built", sources)) return false;
  run(process.execPath, ["node_modules/next/dist/bin/next", "build"]);
  markFresh(".next/.built", sources);
  return true;
}

/** What pdf.js fetches in the browser: its worker, and the tables without which Chinese fonts stay blank. */
function copyPdfAssets() {
  const from = "node_modules/pdfjs-dist";
  mkdirSync("public/pdfjs", { recursive: true });
  cpSync(join(from, "build/pdf.worker.min.mjs"), "public/pdfjs/pdf.worker.min.mjs");
  for (const folder of ["cmaps", "standard_fonts", "wasm"]) {
    cpSync(join(from, folder), join("public/pdfjs", folder), { recursive: true });
  }
}

function generatePrismaClient() {
  // `generate` looks for the schema engine, which it never runs and which may not be downloadable.
  run(process.execPath, ["node_modules/prisma/build/index.js", "generate", "--no-hints"], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  });
}

function run(file: string, args: string[], env: Record<string, string> = {}) {
  const { status } = spawnSync(file, args, {
    // Standard output belongs to the command that asked for the build.
    stdio: ["ignore", 2, 2],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", ...env },
  });
  if (status !== 0) throw new Error(`${args.slice(0, 2).join(" ")} failed with code ${status}. See the lines above.`);
}

function isFresh(stamp: string, paths: string[]) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint(paths);
}

function markFresh(stamp: string, paths: string[]) {
  writeFileSync(stamp, fingerprint(paths));
}

function fingerprint(paths: string[]) {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(listFiles).sort()) hash.update(path).update("\0").update(readFileSync(path));
  return hash.digest("hex");
}

function listFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !/\.test\.tsx?$/.test(entry.name) && entry.name !== "fixtures")
    .flatMap((entry) => listFiles(join(path, entry.name)));
}
