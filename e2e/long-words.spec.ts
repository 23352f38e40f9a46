import en from "../messages/en.json" with { type: "json" };
import { expect, test } from "./fixtures";
import { makeContent, open, pages } from "./support/pages";

test.use({ role: "admin", expectedErrors: [/404/] });

/** The sentences of the interface that take no values: those are found on a page as they stand. */
function sentences(messages: object): string[] {
  return Object.values(messages).flatMap((value) =>
    typeof value !== "string" ? sentences(value) : value.includes("{") ? [] : value,
  );
}

/** Makes every word of the interface on the page 40 % longer, as German would. @returns how many sentences grew */
function lengthen(known: string[]): number {
  const set = new Set(known);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let grown = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue?.trim() ?? "";
    if (!set.has(text)) continue;
    node.nodeValue = text.replace(/\p{L}+/gu, (word) => word + word.slice(0, Math.ceil(word.length * 0.4)));
    grown += 1;
  }
  return grown;
}

/** Buttons, headings and links whose words do not fit, and whatever stands out of the page at the right. */
function findOverflow(): string[] {
  const name = (element: Element) => `<${element.tagName.toLowerCase()}> ${element.textContent?.trim().slice(0, 60)}`;
  const isShown = (element: Element) => element.checkVisibility() && !element.closest(".sr-only, thead, option");
  const scrolls = (element: Element): boolean => {
    const parent = element.parentElement;
    if (!parent || parent === document.body) return false;
    return /auto|scroll/.test(getComputedStyle(parent).overflowX) || scrolls(parent);
  };
  const found: string[] = [];
  if (document.documentElement.scrollWidth > innerWidth) found.push(`page: ${document.documentElement.scrollWidth}`);
  for (const element of document.querySelectorAll("button, a, h1, h2, h3, label, p, dt, legend")) {
    if (!isShown(element) || getComputedStyle(element).textOverflow === "ellipsis") continue;
    const box = element.getBoundingClientRect();
    if (box.width === 0) continue;
    if (box.right > innerWidth + 1 && !scrolls(element)) found.push(`beyond the edge: ${name(element)}`);
    const isClipped = getComputedStyle(element).overflowX === "hidden";
    const isButton = element.tagName === "BUTTON";
    if ((isButton || isClipped) && element.scrollWidth > element.clientWidth + 2)
      found.push(`does not fit: ${name(element)}`);
  }
  return found;
}

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`words as long as German ones break no page at ${width}`, async ({ page, api }) => {
    test.setTimeout(120_000);
    const scenario = await makeContent(api("admin"));
    await page.setViewportSize({ width, height });
    const problems: string[] = [];
    for (const [path, sign] of pages(scenario)) {
      await open(page, path, sign);
      expect(await page.evaluate(lengthen, sentences(en)), path).toBeGreaterThan(3);
      problems.push(...(await page.evaluate(findOverflow)).map((problem) => `${path}: ${problem}`));
    }
    expect(problems).toEqual([]);
  });
}
