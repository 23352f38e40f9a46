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
  /** Letter height and left edge in points; null without a layout. */
  height: number | null;
  x: number | null;
  /** Where the font changes within the line. */
  styleBreaks: number[];
};

export function splitLines(document: ResumeDocument): TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  let isAfterGap = true;
  let box = 0;
  for (const raw of document.text.split("\n")) {
    const end = start + raw.length;
    if (raw.trim() === "") {
      isAfterGap = true;
    } else {
      const leading = raw.length - raw.trimStart().length;
      const bullet = bulletPattern.exec(raw.slice(leading))?.[0].length ?? 0;
      let height: number | null = null;
      let x: number | null = null;
      while (box < document.boxes.length && (document.boxes[box]?.[1] ?? 0) <= start) box += 1;
      for (let index = box; index < document.boxes.length; index += 1) {
        const [boxStart = 0, , , left = 0, , , tall = 0] = document.boxes[index] ?? [];
        if (boxStart >= end) break;
        height = Math.max(height ?? 0, tall);
        x = Math.min(x ?? left, left);
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
        styleBreaks: document.styleBreaks?.filter((at) => at > start && at < end) ?? [],
      });
      isAfterGap = false;
    }
    start = end + 1;
  }
  return lines;
}

const bulletPattern =
  /^(?:[•·●○◦▪■□◆◇▶►➢➤✓✔★☆⚫⚪◼◻⁃∙‣➔→–—*]\s*|[-+]\s+|-(?=\p{Script=Han})|[(（]?\d{1,2}[)）、]\s*|\d{1,2}\.\s+|\d{1,2}\.(?=\p{Script=Han})|[①-⑳]\s*)(?=\S)/u;
