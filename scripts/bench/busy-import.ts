import { setTimeout as sleep } from "node:timers/promises";
import { importFiles } from "./api.ts";
import { generatedFiles } from "./files.ts";
import { residentMegabytes, watchMemory } from "./memory.ts";
import { random } from "./random.ts";
import type { BenchServer } from "./server.ts";
import { spread } from "./spread.ts";

const people = 20;
const files = 1000;
const aloneMs = 30_000;
/** From one look to the next, evenly between the two: who waited together for an answer would ask together for ever. */
const [shortestMs, longestMs] = [1000, 3000];
const list = "/api/v1/resumes?limit=20";

/**
 * Twenty people who look through the library, first by themselves, then beside an import of a thousand files: how soon
 * the list comes, and how long the server's thread was held up. The server has to run with this `METRICS_TOKEN`.
 */
export async function measureBusyImport(
  server: BenchServer,
  metricsToken: string,
): Promise<[string, string, string][]> {
  await importFiles(server, generatedFiles(100));
  await heldUp(server, metricsToken);
  const alone = await browseWhile(server, () => sleep(aloneMs));
  const heldAlone = await heldUp(server, metricsToken);
  const stopWatching = watchMemory(server.pid, "next-server");
  let perSecond = 0;
  const beside = await browseWhile(server, async () => {
    perSecond = await importFiles(server, generatedFiles(files + 100).slice(100));
  });
  const heldBeside = await heldUp(server, metricsToken);
  const peak = stopWatching();
  const times = ({ p50, p95 }: typeof alone) => `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`;
  const rest = residentMegabytes(server.pid, "next-server");
  return [
    ["List, 20 people alone", times(alone), `${alone.count} times ${list}`],
    [
      "List, beside an import",
      times(beside),
      `${beside.count} times, p95 ${(beside.p95 / alone.p95).toFixed(1)} times as long; ${files} files at ${perSecond.toFixed(1)} a second`,
    ],
    [
      "Event loop, p99",
      `${heldAlone.toFixed(0)} → ${heldBeside.toFixed(0)} ms`,
      "without and with the import, with the 10 ms at which it is looked at",
    ],
    [
      "Memory beside an import",
      `${peak?.toFixed(0)} MB`,
      `the server's own process at most, ${rest?.toFixed(0)} MB after`,
    ],
  ];
}

/** What lists took while `work` went on; each person looks at a resume between two of them. */
async function browseWhile(server: BenchServer, work: () => Promise<unknown>) {
  let isOver = false;
  const times: number[] = [];
  const browse = async (number: number) => {
    const dice = random(number + 1);
    const readOn = () => sleep(shortestMs + dice() * (longestMs - shortestMs));
    await sleep(dice() * longestMs);
    while (!isOver) {
      const startedAt = performance.now();
      const { resumes } = await server.call<{ resumes: { id: string }[] }>("GET", list);
      times.push(performance.now() - startedAt);
      await readOn();
      const one = resumes[number % resumes.length];
      if (one) await server.call("GET", `/api/v1/resumes/${one.id}`).catch(() => undefined);
      await readOn();
    }
  };
  const all = Promise.all(Array.from({ length: people }, (_, number) => browse(number)));
  await work();
  isOver = true;
  await all;
  return spread(times);
}

/** Milliseconds: the 99th percentile since it was last asked for. */
async function heldUp(server: BenchServer, token: string): Promise<number> {
  const response = await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
  const seconds = /^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(await response.text())?.[1];
  return Number(seconds) * 1000;
}
