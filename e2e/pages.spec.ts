import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { hostileFiles } from "../lib/testing/hostile-files";
import { docxFile, pdfFile, txtFile } from "../lib/testing/resume-files";
import { expect, test } from "./fixtures";
import { type Scenario, screenedPosition } from "./support/scenario";

declare global {
  interface Window {
    layoutShift: number;
  }
}

/** Every page of the workspace, with what shows that it is there. */
function pages({ positionId, resumeIds, applicationIds }: Scenario): [string, string][] {
  return [
    ["/", "h1"],
    ["/resumes", "tbody tr"],
    ["/resumes?q=java", "tbody tr"],
    ["/resumes?q=nothing-like-it", "main p"],
    [`/resumes/${resumeIds[0]}`, "canvas"],
    [`/resumes/${resumeIds[2]}`, "section"],
    ["/positions", "tbody tr"],
    ["/positions/new", "form"],
    [`/positions/${positionId}`, "form"],
    [`/positions/${positionId}/board`, "tbody tr"],
    [`/positions/${positionId}/board?application=${applicationIds[0]}`, "[role=dialog] textarea"],
    ["/screening", "tbody tr"],
    ["/settings", "#users"],
  ];
}

test.use({ role: "admin", expectedErrors: [/404/] });

async function makeContent(api: Parameters<typeof screenedPosition>[0]) {
  const scenario = await screenedPosition(api, { files: [pdfFile(1), docxFile(2), txtFile(3)] });
  const bad = hostileFiles().find(({ name }) => name === "broken.pdf");
  if (bad) await api.upload(bad.name, bad.bytes);
  return scenario;
}

async function open(page: Page, path: string, sign: string) {
  await page.goto(path);
  await expect(page.locator(sign).first(), path).toBeVisible();
  await page.waitForLoadState("networkidle");
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any page, ${colorScheme}`, async ({ page, api }) => {
    test.setTimeout(120_000);
    const scenario = await makeContent(api("admin"));
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const problems: string[] = [];
    for (const [path, sign] of [...pages(scenario), ["/no-such-page", "h1"] as [string, string]]) {
      await open(page, path, sign);
      const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa"]).analyze();
      problems.push(
        ...violations.map(
          ({ id, nodes }) =>
            `${path}: ${id}: ${nodes
              .map(({ html, failureSummary }) => `${html} ${failureSummary}`)
              .slice(0, 3)
              .join("\n")}`,
        ),
      );
    }
    expect(problems).toEqual([]);
  });
}

test("nothing scrolls sideways on a phone", async ({ page, api }) => {
  test.setTimeout(90_000);
  const scenario = await makeContent(api("admin"));
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [path, sign] of pages(scenario)) {
    await open(page, path, sign);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, path).toBeLessThanOrEqual(390);
  }
});

test("nothing jumps while a page comes up", async ({ page, api }) => {
  test.setTimeout(90_000);
  const scenario = await makeContent(api("admin"));
  await page.addInitScript(() => {
    window.layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ("value" in entry && !("hadRecentInput" in entry && entry.hadRecentInput))
          window.layoutShift += Number(entry.value);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const [path, sign] of pages(scenario)) {
    await open(page, path, sign);
    const shift = await page.evaluate(() => window.layoutShift);
    expect(shift, path).toBeLessThan(0.02);
  }
});

test.describe("a stranger", () => {
  test.use({ role: null });
  for (const colorScheme of ["light", "dark"] as const) {
    test(`axe finds nothing on the sign-in page, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await open(page, "/sign-in", "form");
      expect((await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa"]).analyze()).violations).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
  }
});
