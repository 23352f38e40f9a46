import { pdfFile, txtFile } from "../../lib/testing/resume-files.ts";
import { measureImport } from "./api.ts";
import { overload, percentile } from "./load.ts";
import { residentMegabytes } from "./memory.ts";
import type { BenchServer } from "./server.ts";

const pages = [
  ...["/api/v1/resumes?limit=20", "/api/v1/positions", "/api/v1/batches", "/api/v1/figures", "/api/v1/interviews"],
  ...["/", "/resumes", "/positions"],
];
const words = ["java", "Munich", "order service", "后端", "postgresql", "Northwind Systems 42"];
const roundSeconds = 60;

/**
 * 200 people who upload and 50 who search, each again as soon as they are answered, minute by minute: what pages take
 * meanwhile, what was refused, and what the server's own process keeps.
 */
export async function measureOverload(server: BenchServer, minutes: number): Promise<[string, string, string][]> {
  await measureImport(server);
  const load = {
    ...{ url: server.url, headers: { cookie: server.cookie, origin: server.url }, pages },
    ...{ uploadsAtOnce: 200, searchesAtOnce: 50, seconds: Math.min(roundSeconds, minutes * 60) },
    searches: words.map((word) => `/api/v1/resumes?limit=20&q=${encodeURIComponent(word)}`),
    file: (number: number) => (number % 3 ? pdfFile(number) : txtFile(number)),
  };
  const rounds = [];
  const rest = serverMegabytes(server);
  for (let minute = 0, sent = 0; minute < minutes; minute += 1) {
    const round = await overload({ ...load, firstFile: 10_000_000 + sent });
    sent += round.sent;
    const megabytes = serverMegabytes(server);
    rounds.push({ ...round, megabytes });
    const { uploads, searched, opened } = round;
    const p95 = (took: number[]) => percentile(took, 0.95).toFixed(0);
    console.log(
      `minute ${minute + 1}: ${uploads.took.length} files, ${searched.took.length} searches (p95 ${p95(searched.took)} ms), ${opened.took.length} pages (p95 ${p95(opened.took)} ms), ${megabytes?.toFixed(0)} MB`,
    );
  }
  const all = rounds.flatMap(({ uploads, searched, opened }) => [uploads, searched, opened]);
  const statuses = new Map<number, number>();
  for (const answers of all)
    for (const [status, count] of answers.statuses) statuses.set(status, (statuses.get(status) ?? 0) + count);
  const faults = [...statuses].filter(([status]) => status === 0 || (status >= 500 && status !== 503));
  const opened = rounds.flatMap((round) => round.opened.took);
  const searched = rounds.flatMap((round) => round.searched.took);
  const spread = (took: number[]) =>
    `p50 ${percentile(took, 0.5).toFixed(0)} ms, p95 ${percentile(took, 0.95).toFixed(0)} ms`;
  const memory = rounds.map(({ megabytes }) => megabytes?.toFixed(0) ?? "?");
  return [
    ["Pages under overload", spread(opened), `${opened.length} opened beside 200 uploads and 50 searches`],
    ["Searches under overload", spread(searched), `${searched.length} of 50 people`],
    [
      "Answers under overload",
      faults.length === 0 ? "no fault" : faults.map(([status, count]) => `${count} times ${status}`).join(", "),
      `${[...statuses].map(([status, count]) => `${status}: ${count}`).join(", ")}; without Retry-After: ${all.reduce((sum, { silent }) => sum + silent, 0)}`,
    ],
    [
      "Memory under overload",
      `${rest?.toFixed(0)} → ${memory.at(-1)} MB`,
      `the server's own process, at rest and after each minute: ${memory.join(", ")}`,
    ],
  ];
}

function serverMegabytes(server: BenchServer) {
  return residentMegabytes(server.pid, "next-server");
}
