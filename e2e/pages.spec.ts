import { expect, test } from "./fixtures";
import {
  findAxeProblems,
  findLayoutShift,
  findLongWordProblems,
  findStructureProblems,
  watchLayoutShift,
} from "./support/page-checks";
import { makeContent, open, pages } from "./support/pages";

test.use({ role: "admin", expectedErrors: [/404/] });

test.describe.configure({ mode: "parallel" });

const parts = 2;

// Each page is opened once for all that is asked of it: most of the time goes into opening.
for (let part = 0; part < parts; part += 1)
  test(`every page comes up without jumping, can be read by anybody, in light and dark, and has room for long words: part ${part + 1}`, async ({
    page,
    api,
  }) => {
    test.setTimeout(180_000);
    const scenario = await makeContent(api("admin"));
    await watchLayoutShift(page);
    const problems: string[] = [];
    const all = [...pages(scenario), ["/no-such-page", "h1"] as const];
    for (const [path, sign] of all.filter((_, index) => index % parts === part)) {
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      await open(page, path, sign);
      const found = [...(await findLayoutShift(page)), ...(await findAxeProblems(page))];
      if (path !== "/no-such-page") found.push(...(await findStructureProblems(page)));
      await page.emulateMedia({ colorScheme: "dark" });
      // What the colours do not decide is known by now.
      found.push(...(await findAxeProblems(page, ["color-contrast"])).map((problem) => `in the dark: ${problem}`));
      if (path !== "/no-such-page") found.push(...(await findLongWordProblems(page)));
      problems.push(...found.map((problem) => `${path}: ${problem}`));
    }
    expect(problems).toEqual([]);
  });

test("no page scrolls sideways on a phone, nor jumps, nor is too narrow for long words", async ({ page, api }) => {
  test.setTimeout(180_000);
  const scenario = await makeContent(api("admin"));
  await page.setViewportSize({ width: 390, height: 844 });
  await watchLayoutShift(page);
  const problems: string[] = [];
  for (const [path, sign] of pages(scenario)) {
    await open(page, path, sign);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    const found = [...(width <= 390 ? [] : [`${width} pixels wide`]), ...(await findLayoutShift(page))];
    found.push(...(await findLongWordProblems(page)));
    problems.push(...found.map((problem) => `${path}: ${problem}`));
  }
  expect(problems).toEqual([]);
});

test.describe("a stranger", () => {
  test.use({ role: null });
  test("has a sign-in page without faults, in light and dark", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await open(page, "/sign-in", "form");
    expect(await findAxeProblems(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await findAxeProblems(page, ["color-contrast"])).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
