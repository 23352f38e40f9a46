import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import en from "../../messages/en.json" with { type: "json" };

declare global {
  interface Window {
    layoutShift: number;
  }
}

/** What WCAG 2 A and AA forbid. `rules` narrows it to some. */
export async function findAxeProblems(page: Page, rules?: string[]): Promise<string[]> {
  // One frame: nothing has to be put together in a page of its own.
  const builder = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules ? builder.withRules(rules) : builder.withTags(["wcag2a", "wcag2aa"])).analyze();
  return violations.map(({ id, nodes }) => {
    const found = nodes.slice(0, 3).map(({ html, failureSummary }) => `${html} ${failureSummary}`);
    return `${id}: ${found.join("\n")}`;
  });
}

/** From now on, on every page that is opened. */
export function watchLayoutShift(page: Page) {
  return page.addInitScript(() => {
    window.layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ("value" in entry && !("hadRecentInput" in entry && entry.hadRecentInput))
          window.layoutShift += Number(entry.value);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

export async function findLayoutShift(page: Page): Promise<string[]> {
  const shift = await page.evaluate(() => window.layoutShift);
  return shift < 0.02 ? [] : [`jumps while it comes up: ${shift}`];
}

/** What a screen reader finds its way by: one main part, one first heading, no gap between levels, named menus. */
export async function findStructureProblems(page: Page): Promise<string[]> {
  const found = await page.evaluate(() => {
    const headings = [...document.querySelectorAll("h1, h2, h3, h4")].filter((heading) => heading.checkVisibility());
    const levels = headings.map(({ tagName }) => Number(tagName[1]));
    return {
      mains: document.querySelectorAll("main").length,
      firsts: levels.filter((level) => level === 1).length,
      gap: headings.find((_, index) => (levels[index] ?? 1) > (levels[index - 1] ?? 0) + 1)?.textContent ?? null,
      unnamed: [...document.querySelectorAll("nav")].filter((part) => !part.getAttribute("aria-label")).length,
      hasLiveRegion: document.querySelector("[role=status], [aria-live]") !== null,
      // The browser moves what one sees through only after the page has drawn it anew: scrolling waits for scripts.
      seenThrough: [...document.querySelectorAll("main *, [role=dialog] *")]
        .filter((part) => part.scrollHeight > part.clientHeight + 1)
        .map((part) => ({ part, style: getComputedStyle(part) }))
        .filter(({ style }) => /auto|scroll/.test(style.overflowY) && style.backgroundColor === "rgba(0, 0, 0, 0)")
        .map(({ part }) => part.className),
    };
  });
  const expected = { mains: 1, firsts: 1, gap: null, unnamed: 0, hasLiveRegion: true, seenThrough: [] };
  return JSON.stringify(found) === JSON.stringify(expected) ? [] : [`structure: ${JSON.stringify(found)}`];
}

/** What does not fit when every word of the interface is 40 % longer, as in German. The page keeps the long words. */
export async function findLongWordProblems(page: Page): Promise<string[]> {
  const grown = await page.evaluate(lengthen, knownSentences);
  return grown > 3 ? page.evaluate(findOverflow) : [`only ${grown} sentences of the interface were found`];
}

const knownSentences = sentences(en);

/** The sentences of the interface that take no values: those are found on a page as they stand. */
function sentences(messages: object): string[] {
  return Object.values(messages).flatMap((value) =>
    typeof value !== "string" ? sentences(value) : value.includes("{") ? [] : value,
  );
}

/** @returns how many sentences grew */
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
