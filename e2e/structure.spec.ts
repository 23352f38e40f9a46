import { expect, test } from "./fixtures";
import { makeContent, open, pages } from "./support/pages";

test.use({ role: "admin", expectedErrors: [/404/] });

test("a screen reader finds one main part, one first heading and no gap between levels on every page", async ({
  page,
  api,
}) => {
  test.setTimeout(120_000);
  const scenario = await makeContent(api("admin"));
  const problems: string[] = [];
  for (const [path, sign] of pages(scenario)) {
    await open(page, path, sign);
    const found = await page.evaluate(() => {
      const headings = [...document.querySelectorAll("h1, h2, h3, h4")].filter((heading) => heading.checkVisibility());
      const levels = headings.map(({ tagName }) => Number(tagName[1]));
      return {
        mains: document.querySelectorAll("main").length,
        firsts: levels.filter((level) => level === 1).length,
        gap: headings.find((_, index) => (levels[index] ?? 1) > (levels[index - 1] ?? 0) + 1)?.textContent ?? null,
        unnamed: [...document.querySelectorAll("nav")].filter((part) => !part.getAttribute("aria-label")).length,
        hasLiveRegion: document.querySelector("[role=status], [aria-live]") !== null,
      };
    });
    const expected = { mains: 1, firsts: 1, gap: null, unnamed: 0, hasLiveRegion: true };
    if (JSON.stringify(found) !== JSON.stringify(expected)) problems.push(`${path}: ${JSON.stringify(found)}`);
  }
  expect(problems).toEqual([]);
});
