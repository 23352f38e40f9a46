import type { OcrLine, OcrWord } from "../ocr-page";
import type { Glyph } from "./decode-line";
import { type Ink, inkRows, widestGap } from "./ink";
import type { Box } from "./text-boxes";

/** A character with the columns of the strip it fills. */
type Placed = Glyph & { left: number; right: number; rows: { top: number; bottom: number } | null };

/** A line of words with their places on the page, from the characters the reader saw in the strip `box`. */
export function toLine(glyphs: readonly Glyph[], ink: Ink, box: Box): OcrLine | null {
  const placed = place(glyphs, ink);
  if (placed.length === 0) return null;
  const { size, baseline } = measureLine(placed, box.bottom - box.top);
  const words = splitWords(placed, size).map((word) => toWord(word, box));
  return { baseline: box.top + baseline, size, words };
}

/** Between two characters is where the widest gap is. Characters seen where there is no ink are left out. */
function place(seen: readonly Glyph[], ink: Ink): Placed[] {
  const room = strayRoom * ink.lineHeight;
  const firstInk = Math.max(
    0,
    ink.columns.findIndex((count) => count > 0),
  );
  const lastInk = ink.columns.findLastIndex((count) => count > 0) + 1 || ink.width;
  const glyphs = seen.filter(({ at }) => at * ink.width > firstInk - room && at * ink.width < lastInk + room);
  const middles = glyphs.map(({ at }) => at * ink.width);
  const gaps = middles.slice(1).map((middle, index) => widestGap(ink, middles[index] ?? 0, middle));
  return glyphs.map((glyph, index) => {
    const left = gaps[index - 1]?.end ?? Math.min(firstInk, Math.floor(middles[0] ?? 0));
    const right = Math.max(left + 1, gaps[index]?.start ?? Math.max(lastInk, Math.ceil(middles.at(-1) ?? 0)));
    return { ...glyph, left, right, rows: inkRows(ink, left, right) };
  });
}

/** Of a line's height: how far from the ink a character may be seen. */
const strayRoom = 0.4;

/** How high characters are, and how far they reach below the line, in shares of the letters' size. */
const shapes: { like: RegExp; height: number; below: number }[] = [
  { like: /\p{Script=Han}/u, height: 0.9, below: 0.08 },
  { like: /[\dA-PR-Zbdfhklt]/, height: 0.73, below: 0 },
  { like: /[gpqy]/, height: 0.73, below: 0.21 },
  { like: /[acemnorsuvwxz]/, height: 0.52, below: 0 },
];

function measureLine(placed: readonly Placed[], height: number): { size: number; baseline: number } {
  const known = placed.flatMap(({ text, rows }) => {
    const shape = shapes.find(({ like }) => like.test(text));
    return shape && rows ? [{ ...shape, ...rows }] : [];
  });
  if (known.length === 0) return { size: height * 0.6, baseline: height * 0.75 };
  // Of Chinese characters only the tall ones are as high as the letters' size says.
  const size = percentileOf(
    known.map(({ top, bottom, height }) => (bottom - top) / height),
    0.6,
  );
  return {
    size,
    baseline: percentileOf(
      known.map(({ bottom, below }) => bottom - below * size),
      0.5,
    ),
  };
}

function percentileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const isHan = /[\p{Script=Han}，。、；：（）《》]/u;
/** In shares of the letters' size. */
const wideGap = 0.14;
const doubtfulGap = 0.1;
/** Dots and dashes have room around them within addresses and dates too. */
const markGap = 0.4;
const hanGap = 0.3;

function splitWords(placed: readonly Placed[], size: number): Placed[][] {
  const gaps = findGaps(placed, size);
  const words: Placed[][] = [];
  for (const [index, glyph] of placed.entries()) {
    if (index > 0 && !isApart(gaps, index)) words.at(-1)?.push(glyph);
    else words.push([glyph]);
  }
  return words;
}

/** What stands between a character and the one before. `isSpace` says the reader. */
type Gap = { isWide: boolean; isSpace: boolean; isBetweenScripts: boolean };

function findGaps(placed: readonly Placed[], size: number): Gap[] {
  const usual = usualGap(placed);
  return placed.map((right, index) => {
    const left = placed[index - 1];
    if (!left) return { isWide: true, isSpace: true, isBetweenScripts: false };
    const hans = [left, right].filter(({ text }) => isHan.test(text)).length;
    const width = (right.left - left.right) / size;
    if (hans === 2) return { isWide: width > hanGap, isSpace: false, isBetweenScripts: false };
    const isMark = [left, right].some(({ text }) => /[.@_/-]/.test(text));
    const limit = isMark ? markGap : right.space > 0.02 ? doubtfulGap : wideGap;
    const isWide = width - usual / size > limit;
    return { isWide, isSpace: right.space > 0.3, isBetweenScripts: hans === 1 };
  });
}

/** The reader places a character up to a letter's width beside where it stands: a gap beside its space is that space. */
function isApart(gaps: readonly Gap[], index: number): boolean {
  const gap = gaps[index];
  if (!gap?.isWide || gap.isSpace || gap.isBetweenScripts) return Boolean(gap?.isSpace || gap?.isBetweenScripts);
  return ![gaps[index - 1], gaps[index + 1]].some((beside) => beside?.isSpace && !beside.isWide);
}

/** How far letters stand apart within words: in spaced headings farther than words do elsewhere. */
function usualGap(placed: readonly Placed[]): number {
  const gaps = placed.slice(1).flatMap((right, index) => {
    const left = placed[index];
    return left && right.space < 0.3 && ![left, right].some(({ text }) => isHan.test(text))
      ? [right.left - left.right]
      : [];
  });
  return gaps.length < 3 ? 0 : percentileOf(gaps, 0.4);
}

function toWord(placed: readonly Placed[], box: Box): OcrWord {
  const left = Math.min(...placed.map(({ left }) => left));
  const right = Math.max(...placed.map(({ right }) => right));
  const tops = placed.flatMap(({ rows }) => rows?.top ?? []);
  const bottoms = placed.flatMap(({ rows }) => rows?.bottom ?? []);
  const top = tops.length > 0 ? Math.min(...tops) : 0;
  const bottom = bottoms.length > 0 ? Math.max(...bottoms) : box.bottom - box.top;
  return {
    text: placed.map(({ text }) => text).join(""),
    ...{ x: box.left + left, y: box.top + top, width: right - left, height: bottom - top },
    confidence: Math.min(1, placed.reduce((sum, { confidence }) => sum + confidence, 0) / placed.length),
  };
}
