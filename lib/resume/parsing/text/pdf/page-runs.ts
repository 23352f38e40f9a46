import type { TextContent, TextItem } from "pdfjs-dist/types/src/display/api";
import { cleanCharacters } from "../clean-text";
import { withAccents } from "./accents";
import { readPrivateDigits } from "./private-digits";
import type { Run } from "./types";

type PageView = { x0: number; y1: number; privateZero: number | null };

/** Upright text of a page. Text turned by more than 45° is left out: it is decoration nearly always. */
export function pageRuns(content: TextContent, { x0, y1, privateZero }: PageView): Run[] {
  const runs: Run[] = [];
  for (const item of content.items) {
    if (!isTextItem(item)) continue;
    const [a = 0, b = 0, , d = 0, e = 0, f = 0] = item.transform as number[];
    if (Math.abs(b) > Math.abs(a)) continue;
    // XeTeX fonts give their hyphen as U+00AD, which elsewhere means "nothing here"; Word on a Mac writes three for one.
    const hyphened = item.str.replace(/-?\u00ad\u2010/g, "-").replaceAll("\u00ad", "-");
    const text = cleanCharacters(withDigits(hyphened, privateZero));
    if (text === "") continue;
    const size = Math.abs(d) || item.height || Math.abs(a);
    const baseline = y1 - f;
    runs.push({
      text,
      x: e - x0,
      top: baseline - size * 0.85,
      width: Math.max(item.width, 0),
      size,
      baseline,
      font: item.fontName,
    });
  }
  return withoutIcons(withAccents(withoutRepeats(runs)));
}

function withDigits(text: string, privateZero: number | null): string {
  return privateZero === null ? text : readPrivateDigits(text, privateZero);
}

/** What the items of a page say, for guessing how its fonts write digits. */
export function pageStrings(content: TextContent): string[] {
  return content.items.flatMap((item) => (isTextItem(item) ? [item.str] : []));
}

function isTextItem(item: TextContent["items"][number]): item is TextItem {
  return "str" in item;
}

/** Fake bold draws the same text twice, a hair apart. */
function withoutRepeats(runs: Run[]): Run[] {
  const seen = new Map<string, Run[]>();
  return runs.filter((run) => {
    if (run.text.trim() === "") return true;
    const same = seen.get(run.text) ?? [];
    if (same.some((other) => Math.abs(other.x - run.x) < 1.5 && Math.abs(other.baseline - run.baseline) < 1.5)) {
      return false;
    }
    seen.set(run.text, [...same, run]);
    return true;
  });
}

/**
 * Icon fonts without a private-use mapping show up as odd letters ("R", "½", "#"). A font whose every run is
 * one lone character before other text is taken for one, unless it draws bullets, dashes or digits.
 */
function withoutIcons(runs: Run[]): Run[] {
  const byFont = Map.groupBy(
    runs.filter((run) => run.text.trim() !== ""),
    (run) => run.font,
  );
  const icons = new Set<Run>();
  for (const ofFont of byFont.values()) {
    const texts = [...new Set(ofFont.map((run) => run.text.trim()))];
    if (!texts.every((text) => /^\S$/u.test(text)) || texts.every((text) => ordinary.test(text))) continue;
    if (texts.length === 1 && /[\p{L}\d]/u.test(texts[0] ?? "")) continue;
    const alone = ofFont.filter((run) => !touches(run, runs)).length;
    if (alone < ofFont.length * 0.75) continue;
    for (const run of ofFont) if (!bullet.test(run.text.trim())) icons.add(run);
  }
  return runs.filter((run) => !icons.has(run));
}

const bullet = /^[•·●○◦▪■□◆–—|*-]$/;
/** What a font of lone characters may hold without being an icon font. */
const ordinary = /^[•·●○◦▪■□◆◇▶➢✓★☆–—\-|*→.,:;()&/+<>=~\d\p{Script=Han}]$/u;

/** Whether other text stands so near on the same line that both could be one word. */
function touches(run: Run, runs: Run[]): boolean {
  return runs.some(
    (other) =>
      other !== run &&
      other.text.trim() !== "" &&
      Math.abs(other.baseline - run.baseline) < 0.6 * run.size &&
      Math.min(Math.abs(other.x - run.x - run.width), Math.abs(run.x - other.x - other.width)) < 0.12 * run.size,
  );
}
