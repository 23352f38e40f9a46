import { hasHan } from "../../fold";
import { headingKind } from "../../headings";
import type { Segment } from "./types";

/**
 * Headings in a column of their own at the left ("PROFESSIONAL", "AFFILIATIONS" below each other): the lines of each
 * become one segment above the first row beside it, as wide as the page, as headings mostly are.
 */
export function withSideHeadings(segments: Segment[]): Segment[] {
  const all = headingBlocks(segments);
  // Above the first heading a form may stand, whose labels lie in the same column.
  const blocks = all.slice(
    Math.max(
      0,
      all.findIndex(({ kind }) => kind !== null),
    ),
  );
  const known = blocks.filter(({ kind }) => kind !== null);
  if (known.length < 2 || !known.some(({ kind }) => kind && ofEntries.has(kind)) || !leavesRoom(known)) return segments;
  const edge = Math.max(...known.flatMap(({ lines }) => lines.map(({ x1 }) => x1)));
  // Nothing else stands in that column: entries beside other entries are columns of another kind.
  const column = segments.filter(({ x0 }) => x0 < edge - 2);
  const inBlocks = blocks.flatMap(({ lines }) => lines).filter((line) => column.includes(line));
  const first = Math.min(...known.map(({ lines }) => lines[0]?.top ?? 0));
  const below = column.filter(({ bottom }) => bottom > first);
  const headings = inBlocks.filter((line) => below.includes(line)).length;
  if (headings < below.length * 0.8 || known.length < blocks.length * 0.5) return segments;
  // "TEL：…", an address: the text of a narrow column with headings of its own.
  if (blocks.some(({ kind, lines }) => kind === null && /[:：@]|\d{7}/.test(textOf(lines)))) return segments;
  const used = new Set(inBlocks);
  const right = Math.max(...segments.map(({ x1 }) => x1));
  const joined = blocks.filter(({ lines }) => lines.every((line) => used.has(line)));
  return [
    ...segments.filter((segment) => !used.has(segment)),
    ...joined.map(({ lines, beside }) => join(lines, beside, right)),
  ];
}

const ofEntries = new Set(["education", "work", "internship", "projects", "research"]);

/** Labels of a list stand line below line; headings have entries beside them. */
function leavesRoom(blocks: Block[]): boolean {
  const gaps = blocks
    .slice(1)
    .map(({ lines }, index) => (lines[0]?.baseline ?? 0) - (blocks[index]?.lines.at(-1)?.baseline ?? 0));
  const size = blocks[0]?.lines[0]?.size ?? 10;
  const sorted = gaps.sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? 0) > 3 * size;
}

type Block = { lines: Segment[]; beside: Segment; kind: ReturnType<typeof headingKind> };

const mostLines = 4;
const widestShare = 0.3;

/** Short lines below each other at the left edge, with the first row that stands beside them. */
function headingBlocks(segments: Segment[]): Block[] {
  if (segments.length < 8) return [];
  const left = Math.min(...segments.map(({ x0 }) => x0));
  const right = Math.max(...segments.map(({ x1 }) => x1));
  const others = segments.filter(({ x0 }) => x0 > left + 20);
  const widest = Math.min(left + (right - left) * widestShare, usualEdge(others) + 2);
  const narrow = segments.filter(({ x1 }) => x1 < widest).sort((a, b) => a.baseline - b.baseline);
  const blocks: Block[] = [];
  for (let index = 0; index < narrow.length; ) {
    const lines = oneHeading(narrow.slice(index, index + mostLines));
    index += lines.length;
    const [first, last] = [lines[0], lines.at(-1)];
    const kind = headingKind(textOf(lines));
    const below = last && lines.length > 1 && kind !== null ? rowBelow(last, others) : undefined;
    const beside = (first && rowBeside(first, others)) ?? below;
    if (beside) blocks.push({ lines, beside, kind });
  }
  return blocks;
}

/** The row on the same line, or the upper one of two that the heading stands between. */
function rowBeside(heading: Segment, others: Segment[]): Segment | undefined {
  const distance = (other: Segment) => Math.abs(other.baseline - heading.baseline);
  const near = others.filter((other) => other.x0 > heading.x1 + 4 && distance(other) < 1.1 * heading.size);
  const level = near.find((other) => distance(other) < 0.3 * heading.size);
  return level ?? near.toSorted((a, b) => a.baseline - b.baseline)[0];
}

/** "教育" above "背景" in a cell whose rows begin below both. */
function rowBelow(heading: Segment, others: Segment[]): Segment | undefined {
  const below = others.filter(({ baseline }) => baseline > heading.baseline);
  const next = below.toSorted((a, b) => a.baseline - b.baseline)[0];
  return next && next.baseline - heading.baseline < 3.2 * heading.size ? next : undefined;
}

/** Where most of the text begins that does not begin at the left edge. */
function usualEdge(segments: Segment[]): number {
  const groups = [...Map.groupBy(segments, ({ x0 }) => Math.round(x0 / 2)).values()];
  const largest = groups.reduce<Segment[]>((most, group) => (group.length > most.length ? group : most), []);
  return Math.min(...largest.map(({ x0 }) => x0));
}

/** The lines of the first heading: as many as make one that is known, else all that stand close below each other. */
function oneHeading(below: Segment[]): Segment[] {
  const end = below.findIndex((line, index) => index > 0 && !isCloseBelow(below[index - 1] ?? line, line));
  const close = end < 0 ? below : below.slice(0, end);
  const known = close.findLastIndex((_, index) => headingKind(textOf(close.slice(0, index + 1))) !== null);
  if (known < 0) return close;
  const linked = close.findLastIndex((line, index) => index > known && /^(?:&|and\b)/i.test(line.text.trim()));
  return close.slice(0, Math.max(known, linked) + 1);
}

/** In the same letters, flush on one side or set on one middle. */
function isCloseBelow(line: Segment, next: Segment): boolean {
  const distance = next.baseline - line.baseline;
  const isFlush =
    Math.abs(line.x0 - next.x0) < 2 ||
    Math.abs(line.x1 - next.x1) < 2 ||
    Math.abs(line.x0 + line.x1 - next.x0 - next.x1) < 4;
  // Chinese and Latin letters are of two fonts, whatever the style.
  const isSameFont = line.parts[0]?.run.font === next.parts[0]?.run.font || hasHan(line.text) !== hasHan(next.text);
  const isAlike = isSameFont && Math.abs(line.size - next.size) < 0.5;
  return isFlush && isAlike && distance > 0.5 * line.size && distance < 1.7 * line.size;
}

const textOf = (lines: Segment[]) => lines.map(({ text }) => text.trim()).join(" ");

function join(lines: Segment[], beside: Segment, right: number): Segment {
  let text = "";
  const parts: Segment["parts"] = [];
  for (const line of lines) {
    const from = text === "" ? 0 : text.length + 1;
    text = text === "" ? line.text : `${text} ${line.text}`;
    parts.push(...line.parts.map(({ start, end, run }) => ({ start: from + start, end: from + end, run })));
  }
  const size = Math.max(...lines.map((line) => line.size));
  const baseline = beside.baseline - 0.7 * Math.max(size, beside.size);
  return {
    ...{ text, parts, baseline, size },
    x0: Math.min(...lines.map(({ x0 }) => x0)),
    x1: right,
    top: baseline - 0.85 * size,
    bottom: baseline + 0.2 * size,
  };
}
