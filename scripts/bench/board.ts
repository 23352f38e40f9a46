import { randomUUID } from "node:crypto";
import { type Browser, chromium, type Page } from "@playwright/test";
import { chooseBrowser } from "../../e2e/browser.ts";
import { boardRequirements, fillBoard } from "./made-up-board.ts";
import type { BenchServer } from "./server.ts";

const candidates = 5000;
const rounds = 4;
/** Half again as long as a frame at 60 a second: the screen showed one frame twice. */
const missedMs = 25;
/** Pixels a second. A wheel that is turned fast gives some 24 notches of 100. */
const wheelSpeed = 2400;
const wheelDistance = 4800;

/** A position with 5,000 screened candidates: its answer, how soon the page can be worked with, and how it scrolls. */
export async function measureBoard(server: BenchServer, databaseUrl: string, folder: string) {
  const { id: positionId } = await server.call<{ id: string }>("POST", "/api/v1/positions", {
    ...{ title: "Backend engineer", department: "", city: "", description: "", salaryMin: null, salaryMax: null },
    requirements: boardRequirements.map(([kind, text, necessity]) => ({
      ...{ key: randomUUID(), kind, text, necessity, weight: 3, note: "" },
    })),
  });
  await fillBoard(databaseUrl, positionId, candidates);

  const answers: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    bytes = JSON.stringify(await server.call("GET", `/api/v1/positions/${positionId}/board`)).length;
    // The first round warms the caches.
    if (round > 0) answers.push(performance.now() - startedAt);
  }
  const { source: _, ...options } = await chooseBrowser(folder);
  const browser = await chromium.launch(options);
  try {
    const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1440, height: 900 } });
    const [name = "", value = ""] = server.cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: server.url }]);
    const visits = [];
    for (let round = 0; round < rounds; round += 1) {
      const page = await context.newPage();
      const startedAt = performance.now();
      await page.goto(`/positions/${positionId}/board`, { waitUntil: "commit" });
      const committed = performance.now() - startedAt;
      await page.locator("tbody tr").first().waitFor();
      const firstRow = performance.now() - startedAt;
      await page.waitForFunction(isAlive, null, { polling: "raf" });
      const interactive = performance.now() - startedAt;
      const first = await turnWheel(browser, page);
      const warm = await turnWheel(browser, page);
      visits.push({ committed, firstRow, interactive, first, warm, ...(await page.evaluate(scroll, missedMs)) });
      await page.close();
    }
    const plain = await context.newPage();
    await plain.setContent(plainTable());
    const plainFrames = await plain.evaluate(scroll, missedMs);
    const warm = visits.slice(1);
    return {
      ...{ candidates, bytes, answer: middle(answers) },
      firstRow: middle(warm.map(({ firstRow }) => firstRow)),
      committed: middle(warm.map(({ committed }) => committed)),
      interactive: middle(warm.map(({ interactive }) => interactive)),
      frame: middle(warm.map(({ frame }) => frame)),
      slowFrame: middle(warm.map(({ slow }) => slow)),
      missed: middle(warm.map(({ missed }) => missed)),
      first: summary(warm.map(({ first }) => first)),
      warm: summary(warm.map(({ warm }) => warm)),
      plain: plainFrames,
    };
  } finally {
    await browser.close();
  }
}

function isAlive() {
  const row = document.querySelector("tbody tr button");
  return row !== null && Object.keys(row).some((key) => key.startsWith("__reactProps"));
}

/** As many rows of one word each, without style or script: what this browser can do at best. */
function plainTable() {
  const rows = Array.from({ length: candidates }, (_, index) => `<tr><td>row ${index}</td></tr>`).join("");
  return `<div style="height: 800px; overflow: auto"><table><tbody>${rows}</tbody></table></div>`;
}

/**
 * Two seconds of a wheel's own events, as the browser takes them from a mouse.
 *
 * @returns of the frames that scrolling wished for, how many the browser says it did not show (its own count of what
 * makes scrolling less smooth); milliseconds between two of the page's own frames, in which rows are brought, at the
 * 95th of a hundred; and in how many of those shown rows were wanting at the lower edge, by how far it was without
 * when they were brought
 */
async function turnWheel(browser: Browser, page: Page) {
  await page.evaluate(watchRows, wheelSpeed / 60);
  await browser.startTracing(page, { categories: ["cc", "benchmark"] });
  const session = await page.context().newCDPSession(page);
  await session.send("Input.synthesizeScrollGesture", {
    ...{ x: 700, y: 500, yDistance: -wheelDistance, speed: wheelSpeed, gestureSourceType: "mouse", preventFling: true },
  });
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(String(await browser.stopTracing()));
  const { frames, empty } = await page.evaluate(() => {
    const { benchRows } = globalThis as unknown as Watched;
    benchRows.stop();
    return { frames: benchRows.frames, empty: benchRows.empty };
  });
  frames.sort((a, b) => a - b);
  const shown = countShown(traceEvents);
  if (shown.frames === 0) throw new Error("The browser reports no frame");
  return { ...shown, slow: frames[Math.floor(frames.length * 0.95)] ?? 0, empty };
}

type TraceEvent = { name: string; ph: string; args: { frame_reporter?: FrameReport } };
/** What Chromium's compositor says of a frame: `cc/metrics/compositor_frame_reporter.cc`. */
type FrameReport = { frame_sequence: number; state: string; scroll_state: string; affects_smoothness: boolean };

/** Each frame counts once: one that showed the scrolling before the scripts' part of it is reported twice. */
function countShown(trace: TraceEvent[]) {
  const reports = trace
    .flatMap(({ name, ph, args }) => (name === "PipelineReporter" && ph === "b" ? (args.frame_reporter ?? []) : []))
    .filter(({ state, scroll_state }) => scroll_state !== "SCROLL_NONE" && state !== "STATE_NO_UPDATE_DESIRED");
  const dropped = reports.filter(({ state, affects_smoothness }) => state === "STATE_DROPPED" && affects_smoothness);
  return {
    frames: new Set(reports.map(({ frame_sequence }) => frame_sequence)).size,
    dropped: new Set(dropped.map(({ frame_sequence }) => frame_sequence)).size,
    waitsForScripts: reports.some(({ scroll_state }) => scroll_state === "SCROLL_MAIN_THREAD"),
  };
}

type Watched = { benchRows: { frames: number[]; empty: number; stop: () => void } };

/** Notes each frame in which the rows have moved on: the page hears of it before it brings new ones. */
function watchRows(pixelsAFrame: number) {
  const stop = () => window.removeEventListener("scroll", onScroll, { capture: true });
  const watched = { frames: [] as number[], empty: 0, stop };
  (globalThis as unknown as Watched).benchRows = watched;
  const scroller = document.querySelector("table")?.parentElement;
  let last = 0;
  const onScroll = () => {
    const now = performance.now();
    if (last > 0) watched.frames.push(now - last);
    last = now;
    const bottom = scroller?.querySelector("tbody tr:last-child")?.getBoundingClientRect().bottom ?? 0;
    const gap = (scroller?.getBoundingClientRect().bottom ?? 0) - bottom;
    if (gap > 0) watched.empty += Math.ceil(gap / pixelsAFrame);
  };
  window.addEventListener("scroll", onScroll, { capture: true });
}

/** Throws the rows on by 120 px a frame, 7,200 px a second at 60 frames. @returns milliseconds of a frame, of the 95th of a hundred, and how many of 120 were missed */
async function scroll(missedMs: number) {
  const scroller = document.querySelector("table")?.parentElement;
  const frames: number[] = [];
  let last = performance.now();
  for (let step = 0; step < 120; step += 1) {
    scroller?.scrollBy(0, 120);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    frames.push(performance.now() - last);
    last = performance.now();
  }
  frames.sort((a, b) => a - b);
  const at = (share: number) => frames[Math.floor(frames.length * share)] ?? 0;
  return { frame: at(0.5), slow: at(0.95), missed: frames.filter((frame) => frame > missedMs).length };
}

function summary(turns: Awaited<ReturnType<typeof turnWheel>>[]) {
  return {
    frames: middle(turns.map(({ frames }) => frames)),
    dropped: middle(turns.map(({ dropped }) => dropped)),
    slow: middle(turns.map(({ slow }) => slow)),
    empty: middle(turns.map(({ empty }) => empty)),
    waitsForScripts: turns.some(({ waitsForScripts }) => waitsForScripts),
  };
}

function middle(values: number[]) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
