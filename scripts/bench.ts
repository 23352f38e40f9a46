import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpus, totalmem } from "node:os";
import { startTranscriptionServer } from "../lib/testing/transcription-server.ts";
import { measureImport, measureScreening } from "./bench/api.ts";
import { measureBoard } from "./bench/board.ts";
import { measureBusyImport } from "./bench/busy-import.ts";
import { measureInterview } from "./bench/interview.ts";
import { measureLibrary } from "./bench/library.ts";
import { fillLibrary } from "./bench/made-up-library.ts";
import { measureOcr } from "./bench/ocr.ts";
import { measureOverload } from "./bench/overload.ts";
import { measureGrowth, measureParsing } from "./bench/parsing.ts";
import { measureReference } from "./bench/reference.ts";
import { measureScripts } from "./bench/scripts.ts";
import { openBenchServer } from "./bench/server.ts";
import { measureStreams } from "./bench/streams.ts";
import { measureUpload } from "./bench/upload.ts";
import { measureVitals } from "./bench/vitals.ts";
import { buildApplication } from "./lib/bundles.ts";
import { readSecrets } from "./lib/data-dir.ts";
import { startPostgres } from "./lib/postgres.ts";
import { openScratch } from "./lib/scratch.ts";

/*
 * npm run bench: files imported per second, time to parse a file, screenings per second, script per page, the time of
 * a second start, how soon pages paint and answer, and lists and searches over large libraries, on a production
 * server with a fresh data folder. BENCH_ROWS names the libraries' sizes; 0 leaves them out. BENCH_PARTS=library leaves
 * everything else out, BENCH_PARTS=board all but a board with 5,000 candidates, BENCH_PARTS=interview all but an
 * interview, BENCH_PARTS=upload all but a recording of a gigabyte. In none of the others: BENCH_PARTS=overload
 * lets 200 people upload and 50 search at once for BENCH_MINUTES (2), and watches pages and memory; BENCH_PARTS=streams
 * opens a thousand streams of a model's words; BENCH_PARTS=busy-import imports a thousand files beside twenty people.
 */
const sizes = (process.env.BENCH_ROWS ?? "200000,1000000").split(",").map(Number).filter(Boolean);
const scratch = await openScratch("hireglass-bench-");
const transcription = await startTranscriptionServer(() => ({ text: "我负责订单系统的拆分。" }));
let server: Awaited<ReturnType<typeof openBenchServer>> | null = null;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => void cleanUp().then(() => process.exit(130)));

try {
  await buildApplication();
  console.log(
    `\nMachine   ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`,
  );
  console.log(`Commit    ${commit()}`);
  console.log(`Reference ${measureReference().toFixed(0)} ms to sort and write 400,000 numbers\n`);

  process.env.TRANSCRIPTION_BASE_URL = transcription.baseUrl;
  const metricsToken = randomBytes(16).toString("hex");
  if (process.env.BENCH_PARTS === "busy-import") process.env.METRICS_TOKEN = metricsToken;
  if (process.env.BENCH_PARTS === "streams") process.env.MODEL_CONCURRENCY ??= "64";
  server = await openBenchServer(scratch.folder);
  const parts = process.env.BENCH_PARTS;
  if (!parts) print(await measureSmall());
  if (parts === "overload") print(await measureOverload(server, Number(process.env.BENCH_MINUTES ?? 2)));
  if (parts === "streams") print(await measureStreams(server));
  if (parts === "busy-import") print(await measureBusyImport(server, metricsToken));
  if (parts === "upload") print(uploadRows(await measureUpload(server)));
  if (parts === "interview") print(interviewRows(await measureInterviewAlone(server)));
  const postgres = await startPostgres({
    dataDir: scratch.folder,
    password: readSecrets(scratch.folder).databasePassword,
  });
  if (!parts || parts === "board") print(boardRows(await measureBoard(server, postgres.url, scratch.folder)));
  for (const size of !parts || parts === "library" ? sizes : []) {
    const startedAt = Date.now();
    await fillLibrary(postgres.url, size);
    console.log(`\n${size.toLocaleString("en")} resumes, made in ${((Date.now() - startedAt) / 1000).toFixed(0)} s\n`);
    const measured = await measureLibrary(server);
    print(
      measured.map(({ title, p50, p95, most }) => [
        title,
        `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
        `at most ${most.toFixed(0)} ms, over HTTP`,
      ]),
    );
  }
} finally {
  await cleanUp();
}

/** All but the large libraries. Leaves another server running, on the same data. */
async function measureSmall(): Promise<[string, string, string][]> {
  if (!server) throw new Error("No server");
  // First: what a server remembers of other work is not the recording's.
  const upload = await measureUpload(server);
  const parsing = await measureParsing();
  const growth = await measureGrowth();
  const ocr = await measureOcr();
  const imported = await measureImport(server);
  const screening = await measureScreening(server);
  const interview = await measureInterview(server, screening.positionId);
  const scripts = await measureScripts(server, { positionId: screening.positionId, interviewId: interview.id });
  const { resumes } = await server.call<{ resumes: { id: string }[] }>("GET", "/api/v1/resumes?q=java&limit=1");
  const ids = { positionId: screening.positionId, resumeId: resumes[0]?.id ?? "" };
  const vitals = await measureVitals(server, scratch.folder, ids);
  await server.stop();
  server = await openBenchServer(scratch.folder, server.admin);

  const { readyMs } = server;
  return [
    ...imported.map(({ title, files, perSecond, peakMegabytes }): [string, string, string] => [
      `Import, ${title}`,
      `${perSecond.toFixed(1)} files/s`,
      `${files} files, upload to COMPLETED${peakMegabytes ? `, peak memory ${peakMegabytes.toFixed(0)} MB` : ""}`,
    ]),
    ...parsing.map(({ type, count, p50, p95 }): [string, string, string] => [
      `Parse ${type}`,
      `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
      `${count} files, one process`,
    ]),
    [
      "Memory of a parsing process",
      growth.map((megabytes) => megabytes.toFixed(0)).join(", "),
      "MB after each 200 of 1,000 mixed files",
    ],
    ...ocr.results.map(({ type, count, p50, p95 }): [string, string, string] => [
      `OCR of a page, ${type}`,
      `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
      `${count} pages, one process${ocr.megabytes ? `, about ${ocr.megabytes.toFixed(0)} MB` : ""}`,
    ]),
    [
      "Screening",
      `${screening.perSecond.toFixed(0)} runs/s`,
      `batch of ${screening.runs} in ${screening.seconds.toFixed(1)} s, request to finished`,
    ],
    ...interviewRows(interview),
    ...uploadRows(upload),
    ...scripts.map(({ page, bytes, files }): [string, string, string] => [
      `Script of ${page}`,
      `${(bytes / 1000).toFixed(0)} kB`,
      `${files} files, gzipped`,
    ]),
    ...vitals.map(({ page, lcp, inp }): [string, string, string] => [
      `Paint of ${page}`,
      `LCP ${lcp.toFixed(0)} ms, INP ${inp.toFixed(0)} ms`,
      "processor slowed down 4 times",
    ]),
    ["Second start", `${(readyMs / 1000).toFixed(1)} s`, "npm start to ready, everything built"],
  ];
}

/** With the resumes and the screened position that an interview stands on. */
async function measureInterviewAlone(on: NonNullable<typeof server>) {
  await measureImport(on);
  const { positionId } = await measureScreening(on);
  return measureInterview(on, positionId);
}

function interviewRows(interview: Awaited<ReturnType<typeof measureInterview>>): [string, string, string][] {
  const { suggestions, first, speech, pieceSeconds } = interview;
  const spreadOf = ({ p50, p95 }: typeof speech) => `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`;
  return [
    [
      "Interview, next question",
      spreadOf(suggestions),
      `answer said to suggestions, ${suggestions.count} turns, first ${first.toFixed(0)} ms, over HTTP`,
    ],
    [
      "Interview, speech to text",
      spreadOf(speech),
      `${pieceSeconds} s of speech, beside what the endpoint takes, over HTTP`,
    ],
  ];
}

function uploadRows({ seconds, peak, atRest }: Awaited<ReturnType<typeof measureUpload>>): [string, string, string][] {
  const memory = `the server's process at most ${peak?.toFixed(0)} MB, ${atRest?.toFixed(0)} MB at rest`;
  return [["Recording of 1 GB", `${seconds.toFixed(0)} s`, `sent in parts; ${memory}`]];
}

function boardRows(board: Awaited<ReturnType<typeof measureBoard>>): [string, string, string][] {
  const { candidates, answer, bytes, committed, firstRow, interactive, frame, slowFrame, missed, plain } = board;
  const title = `Board of ${candidates.toLocaleString("en")}`;
  return [
    [`${title}, answer`, `${answer.toFixed(0)} ms`, `${(bytes / 1e6).toFixed(2)} MB of JSON, over HTTP`],
    [`${title}, page`, `first row after ${firstRow.toFixed(0)} ms`, `first byte after ${committed.toFixed(0)} ms`],
    [`${title}, interactive`, `${interactive.toFixed(0)} ms`, "rows answer to clicks and keys"],
    wheelRow(`${title}, by a wheel at once`, board.first),
    wheelRow(`${title}, by a wheel again`, board.warm),
    [
      `${title}, thrown`,
      `${frame.toFixed(1)} ms a frame, p95 ${slowFrame.toFixed(0)} ms`,
      `${missed} of 120 frames missed; a plain table in the same browser: p95 ${plain.slow.toFixed(0)} ms, ${plain.missed} missed`,
    ],
  ];
}

function wheelRow(title: string, wheel: Awaited<ReturnType<typeof measureBoard>>["first"]): [string, string, string] {
  const { frames, dropped, slow, empty, waitsForScripts } = wheel;
  const by = waitsForScripts ? "scrolled by the page's own thread" : "scrolled by the browser's own thread";
  const rows = `rows brought within ${slow.toFixed(0)} ms at p95, wanting in ${empty} frames; 2,400 px a second`;
  return [title, `${dropped} of ${frames} frames not shown`, `${by}; ${rows}`];
}

function print(rows: [string, string, string][]) {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const [what, value, note] of rows)
    console.log(`${what.padEnd(widths[0] ?? 0)}  ${value.padEnd(widths[1] ?? 0)}  ${note}`);
}

async function cleanUp() {
  await server?.stop();
  await transcription.close();
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
