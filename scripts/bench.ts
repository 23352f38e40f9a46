import { execFileSync } from "node:child_process";
import { cpus, totalmem } from "node:os";
import { measureImport, measureScreening } from "./bench/api.ts";
import { measureParsing } from "./bench/parsing.ts";
import { measureScripts } from "./bench/scripts.ts";
import { openBenchServer } from "./bench/server.ts";
import { buildApplication } from "./lib/bundles.ts";
import { openScratch } from "./lib/scratch.ts";

/*
 * npm run bench: files imported per second, time to parse a file, screenings per second, script per page and the time
 * of a second start, on a production server with a fresh data folder.
 */
const scratch = await openScratch("hireglass-bench-");
let server: Awaited<ReturnType<typeof openBenchServer>> | null = null;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => void cleanUp().then(() => process.exit(130)));

try {
  await buildApplication();
  console.log(
    `\nMachine   ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`,
  );
  console.log(`Commit    ${commit()}\n`);

  const parsing = await measureParsing();
  server = await openBenchServer(scratch.folder);
  const imported = await measureImport(server);
  const screening = await measureScreening(server);
  const scripts = await measureScripts(server, screening.positionId);
  await server.stop();
  server = await openBenchServer(scratch.folder);

  const rows: [string, string, string][] = [
    ...imported.map(({ title, files, perSecond }): [string, string, string] => [
      `Import, ${title}`,
      `${perSecond.toFixed(1)} files/s`,
      `${files} files, upload to COMPLETED`,
    ]),
    ...parsing.map(({ type, count, p50, p95 }): [string, string, string] => [
      `Parse ${type}`,
      `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
      `${count} files, one worker thread`,
    ]),
    ["Screening", `${screening.perSecond.toFixed(0)} runs/s`, `batch of ${screening.runs}, request to finished`],
    ...scripts.map(({ page, bytes, files }): [string, string, string] => [
      `Script of ${page}`,
      `${(bytes / 1000).toFixed(0)} kB`,
      `${files} files, gzipped`,
    ]),
    ["Second start", `${(server.readyMs / 1000).toFixed(1)} s`, "npm start to ready, everything built"],
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const [what, value, note] of rows)
    console.log(`${what.padEnd(widths[0] ?? 0)}  ${value.padEnd(widths[1] ?? 0)}  ${note}`);
} finally {
  await cleanUp();
}

async function cleanUp() {
  await server?.stop();
  await scratch.remove();
}

function commit() {
  try {
    const git = (...args: string[]) =>
      execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    return `${git("rev-parse", "--short", "HEAD")}${git("status", "--porcelain") ? " with changes" : ""}`;
  } catch {
    return "not a git repository";
  }
}
