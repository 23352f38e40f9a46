import { Agent, type ClientRequest, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type ModelAnswer, startModelServer, streams } from "../../lib/testing/openai-server.ts";
import { importFiles, measureScreening } from "./api.ts";
import { generatedFiles } from "./files.ts";
import { residentMegabytes } from "./memory.ts";
import type { BenchServer } from "./server.ts";
import { spread } from "./spread.ts";

const count = 1000;
const lists = 200;
const settleMs = 10_000;
/** As many people do not press a key in the same moment. */
const openedPerSecond = 200;
/** So few that the server is still as small as when it began. */
const resumes = 40;
const list = "/api/v1/resumes?limit=20";
/** Five minutes of words: nothing ends by itself while it is measured. */
const words = Array.from({ length: 1200 }, (_, index) => `word${index} `);

/**
 * A thousand next questions asked of a model at once, each a stream that stays open: written to, or waiting for its
 * turn at the model. What the server's own process takes, how soon the library answers beside them, and what is left
 * when all have gone.
 */
export async function measureStreams(server: BenchServer): Promise<[string, string, string][]> {
  const atRest = memoryOf(server);
  await importFiles(server, generatedFiles(resumes));
  const { positionId } = await measureScreening(server);
  let asked = 0;
  const slow = streams(words, { everyMs: 250 });
  const answer: ModelAnswer = async (response, call) => {
    asked += 1;
    response.once("close", () => (asked -= 1));
    response.on("error", () => undefined);
    await slow(response, call);
  };
  const model = await startModelServer(answer);
  try {
    const address = await openInterview(server, positionId, model.baseUrl);
    const alone = await timeLists(server);
    const before = memoryOf(server);
    const opened: ReturnType<typeof openStream>[] = [];
    for (; opened.length < count; await sleep(1000 / openedPerSecond)) opened.push(openStream(server, address));
    await sleep(settleMs);
    const beside = await timeLists(server);
    const during = memoryOf(server);
    const open = opened.filter(({ state }) => state().isOpen).length;
    const written = opened.filter(({ state }) => state().isOpen && state().bytes > 0).length;
    const atModel = asked;
    for (const { close } of opened) close();
    await sleep(settleMs);
    const after = memoryOf(server);
    const later = await timeLists(server);
    const times = ({ p50, p95 }: typeof alone) => `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`;
    return [
      ["Streams at once", `${open} open of ${count}`, `${written} written to, ${atModel} at the model, the rest wait`],
      ["List, nothing beside", times(alone), `${lists} times ${list}`],
      ["List, beside the streams", times(beside), `${lists} times`],
      ["List, after the streams", times(later), `${lists} times; ${asked} calls left at the model`],
      [
        "Memory with streams",
        `${before} → ${during} → ${after} MB`,
        `the server's own process before, during and ${settleMs / 1000} s after; ${atRest} MB fresh`,
      ],
    ];
  } finally {
    await model.close();
  }
}

function memoryOf(server: BenchServer): string {
  return residentMegabytes(server.pid, "next-server")?.toFixed(0) ?? "?";
}

async function openInterview(server: BenchServer, positionId: string, baseUrl: string): Promise<string> {
  const modelNames = { default: "", draft: "", summary: "", fields: "", experts: "", interview: "slow" };
  await server.call("PUT", "/api/v1/model-settings", {
    ...{ baseUrl, apiKey: null, modelNames, fillsFields: false, asksExperts: false },
    ...{ prices: [], currency: "CNY", monthlyTokenCap: null, monthlyCostCap: null },
  });
  const path = `/api/v1/positions/${positionId}/board`;
  const board = await server.call<{ rows: { applicationId: string }[] }>("GET", path);
  const wanted = { applicationId: board.rows[0]?.applicationId, language: "en", minutes: 60 };
  const { id } = await server.call<{ id: string }>("POST", "/api/v1/interviews", wanted);
  await server.call("POST", `/api/v1/interviews/${id}/start`, { consent: "spoken" });
  return `/api/v1/interviews/${id}/suggestions`;
}

/** One after the other, as somebody who pages does. */
async function timeLists(server: BenchServer) {
  const times: number[] = [];
  for (let number = 0; number < lists; number += 1) {
    const startedAt = performance.now();
    await server.call("GET", list);
    times.push(performance.now() - startedAt);
    await sleep(50);
  }
  return spread(times);
}

const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });

function openStream(server: BenchServer, path: string) {
  let bytes = 0;
  let isOpen = true;
  const end = () => {
    isOpen = false;
  };
  const headers = { cookie: server.cookie, origin: server.url };
  const call: ClientRequest = request(`${server.url}${path}`, { method: "POST", agent, headers }, (response) => {
    response.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
    });
    response.once("close", end);
    response.on("error", end);
  });
  call.on("error", end);
  call.end();
  return { state: () => ({ isOpen, bytes }), close: () => call.destroy() };
}
