import { chromium, type Page } from "@playwright/test";
import { chooseBrowser } from "../../e2e/browser.ts";
import type { BenchServer } from "./server.ts";

const slowDown = 4;
const rounds = 3;

declare global {
  interface Window {
    vitals: { lcp: number; inp: number };
  }
}

type Ids = { positionId: string; resumeId: string };

/**
 * Largest Contentful Paint and the longest answer to an interaction (the INP of so short a visit) of the main pages,
 * in milliseconds, in the browser of the tests with the processor slowed down four times. The middle of three visits.
 */
export async function measureVitals(server: BenchServer, folder: string, { positionId, resumeId }: Ids) {
  const { source: _, ...options } = await chooseBrowser(folder);
  const browser = await chromium.launch(options);
  try {
    const pages: [string, string, (page: Page) => Promise<void>][] = [
      ["/", "/", keys("g", "?")],
      ["/resumes", "/resumes", library],
      ["/resumes/[id]", `/resumes/${resumeId}`, keys("?", "Escape")],
      ["/positions", "/positions", keys("j", "j", "?")],
      ["/positions/[id]", `/positions/${positionId}`, typeTitle],
      ["/positions/[id]/board", `/positions/${positionId}/board`, keys("j", "j", "e")],
    ];
    const results: { page: string; lcp: number; inp: number }[] = [];
    for (const [page, path, interact] of pages) {
      const visits = [];
      for (let round = 0; round < rounds; round += 1) visits.push(await visit(path, interact));
      results.push({ page, lcp: middle(visits.map(({ lcp }) => lcp)), inp: middle(visits.map(({ inp }) => inp)) });
    }
    return results;
  } finally {
    await browser.close();
  }

  async function visit(path: string, interact: (page: Page) => Promise<void>) {
    const context = await browser.newContext({
      baseURL: server.url,
      viewport: { width: 1440, height: 900 },
      locale: "en-US",
    });
    try {
      const [name = "", value = ""] = server.cookie.split(/=(.*)/s);
      await context.addCookies([{ name, value, url: server.url }]);
      const page = await context.newPage();
      const devtools = await context.newCDPSession(page);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowDown });
      await page.addInitScript(observe);
      await page.goto(path, { waitUntil: "networkidle" });
      const { lcp } = await page.evaluate(() => window.vitals);
      await interact(page);
      await page.waitForTimeout(1000);
      const { inp } = await page.evaluate(() => window.vitals);
      return { lcp, inp };
    } finally {
      await context.close();
    }
  }
}

/** Runs in the page, before anything else. */
function observe() {
  window.vitals = { lcp: 0, inp: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.vitals.lcp = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    // What the pointer passes over is told too, and is no interaction.
    for (const entry of list.getEntries() as PerformanceEventTiming[])
      if (entry.interactionId) window.vitals.inp = Math.max(window.vitals.inp, entry.duration);
  }).observe({ type: "event", durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}

function keys(...pressed: string[]) {
  return async (page: Page) => {
    for (const key of pressed) {
      await page.keyboard.press(key);
      await page.waitForTimeout(300);
    }
  };
}

async function library(page: Page) {
  await page.getByRole("searchbox").fill("python");
  await page.waitForTimeout(1000);
  await page.getByRole("searchbox").blur();
  await keys("j", "j", "x", "x")(page);
}

async function typeTitle(page: Page) {
  await page.getByRole("textbox").first().pressSequentially(" new", { delay: 100 });
}

function middle(values: number[]) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
