import type { ResumeDocument } from "../document";

/** One line that has text. `contentStart` is behind a bullet or number that begins a list item. */
export type TextLine = {
  text: string;
  start: number;
  end: number;
  contentStart: number;
  isBullet: boolean;
  /** An empty line or a wider gap stands above. */
  isAfterGap: boolean;
  /** Letter height, left and right edge in points; null without a layout. */
  height: number | null;
  x: number | null;
  right: number | null;
  /** Of a heading of Markdown, from 1. */
  level?: number;
  /** Where the font changes within the line. */
  styleBreaks: number[];
};

export function splitLines(document: ResumeDocument): TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  let isAfterGap = true;
  let box = 0;
  const levels = new Map(document.headings);
  for (const raw of document.text.split("\n")) {
    const end = start + raw.length;
    if (raw.trim() === "") {
      isAfterGap = true;
    } else if (!pageNumber.test(raw)) {
      const leading = raw.length - raw.trimStart().length;
      const bullet = bulletLength(raw.slice(leading));
      let height: number | null = null;
      let x: number | null = null;
      let right: number | null = null;
      while (box < document.boxes.length && (document.boxes[box]?.[1] ?? 0) <= start) box += 1;
      for (let index = box; index < document.boxes.length; index += 1) {
        const [boxStart = 0, , , left = 0, , wide = 0, tall = 0] = document.boxes[index] ?? [];
        if (boxStart >= end) break;
        height = Math.max(height ?? 0, tall);
        x = Math.min(x ?? left, left);
        right = Math.max(right ?? 0, left + wide);
      }
      lines.push({
        text: raw.trim(),
        start: start + leading,
        end: start + raw.trimEnd().length,
        contentStart: Math.min(start + leading + bullet, start + raw.trimEnd().length),
        isBullet: bullet > 0,
        isAfterGap,
        height,
        x,
        right,
        ...(levels.has(start) && { level: levels.get(start) }),
        styleBreaks: document.styleBreaks?.filter((at) => at > start && at < end) ?? [],
      });
      isAfterGap = false;
    }
    start = end + 1;
  }
  return lines;
}

/** "第 1 页 / 共 2 页", "Page 1 of 2", "- 1 -": at the foot of a page of its own, part of no section. */
const pageNumber =
  /^\s*(?:第\s*\d{1,3}\s*页(?:[\s/，,]*共\s*\d{1,3}\s*页)?|page\s+\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?|[-–—]\s*\d{1,3}(?:\s*\/\s*\d{1,3})?\s*[-–—]|(?:\d{1,3}\s+)?last (?:updated|modified|revised)\b.{0,30})\s*$/i;

/** Of the bullet or number that begins a line, with the space behind it. */
export function bulletLength(line: string): number {
  return bulletPattern.exec(line)?.[0].length ?? 0;
}

const bulletPattern =
  /^(?:[•·●○◎◉※❖✦▸▹❑❏√◦▪■□◆◇▶►➢➤✓✔★☆⚫⚪◼◻⁃∙‣➔→–—*]\s*|[-+]\s+|-(?=\p{Script=Han})|[(（]?\d{1,2}[)）、]\s*|\d{1,2}\.\s+|\d{1,2}\.(?=\p{Script=Han})|[①-⑳]\s*)(?=\S)/u;
