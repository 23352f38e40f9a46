import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./fixtures";
import { makeContent, open, pages } from "./support/pages";

declare global {
  interface Window {
    layoutShift: number;
  }
}

test.use({ role: "admin", expectedErrors: [/404/] });

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
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await open(page, "/sign-in", "form");
      expect((await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa"]).analyze()).violations).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
  }
});
