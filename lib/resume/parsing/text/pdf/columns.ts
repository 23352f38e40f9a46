import { findDateRanges } from "../../dates/date-ranges";
import { headingKind } from "../../headings";
import type { Segment } from "./types";

export type ColumnSplit = { above: Segment[]; left: Segment[]; right: Segment[]; below: Segment[]; x: number };

type Stretch = { from: number; to: number };

const minGutter = 5;

/** The best place where a stretch of the region stands in two independent columns; null for running rows. */
export function findColumns(segments: Segment[], isPageTop: boolean): ColumnSplit | null {
  const ordered = [...segments].sort((a, b) => a.baseline - b.baseline);
  const centred = centredHeadings(ordered);
  let best: { split: ColumnSplit; score: number } | null = null;
  for (const x of leftEdges(ordered)) {
    const stretches = stretchesBeside(ordered, x, centred).flatMap((one) => dividedAtHeadings(ordered, one, x));
    for (const stretch of stretches) {
      const split = splitStretch(ordered, stretch, x, isPageTop);
      if (!split) continue;
      const gutter = gutterWidth(split);
      const score = split.left.length + split.right.length + Math.min(gutter, 40) / 10;
      if (!best || score > best.score) best = { split, score };
    }
  }
  return best?.split ?? null;
}

function leftEdges(segments: Segment[]): number[] {
  const edges: number[] = [];
  for (const { x0 } of [...segments].sort((a, b) => a.x0 - b.x0)) {
    if (x0 - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > 1.5) edges.push(x0);
  }
  return edges.slice(1);
}

/** Headings alone on their lines in the middle of the region, whatever their width: what they divide is one column. */
function centredHeadings(segments: Segment[]): Segment[] {
  const left = Math.min(...segments.map(({ x0 }) => x0));
  const right = Math.max(...segments.map(({ x1 }) => x1));
  const centred = segments.filter(
    (segment) =>
      Math.abs((segment.x0 + segment.x1 - left - right) / 2) < (right - left) * 0.02 &&
      headingOf(segment) !== null &&
      !segments.some((other) => other !== segment && Math.abs(other.baseline - segment.baseline) < 0.3 * segment.size),
  );
  const edges = centred.map(({ x0 }) => x0);
  return Math.max(...edges) - Math.min(...edges) > 3 ? centred : [];
}

/** Index ranges of consecutive segments none of which crosses the gutter left of x. */
function stretchesBeside(segments: Segment[], x: number, centred: Segment[]): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (let index = 0; index <= segments.length; index += 1) {
    const segment = segments[index];
    if (segment && !centred.includes(segment) && !(segment.x0 < x - 1 && segment.x1 > x - minGutter)) continue;
    if (index - from >= 4) stretches.push({ from, to: index });
    from = index + 1;
  }
  return stretches;
}

/**
 * Headings at the left that leave room on both sides are of both where the right has none of its own: what stands side by
 * side below one is apart from what does below the next.
 */
function dividedAtHeadings(segments: Segment[], stretch: Stretch, x: number): Stretch[] {
  const inside = segments.slice(stretch.from, stretch.to);
  const right = inside.filter((segment) => segment.x0 >= x - 1);
  const heads = inside.filter((segment) => segment.x0 < x - 1 && headingOf(segment) !== null);
  const edge = Math.min(...inside.map(({ x0 }) => x0));
  const leavesRoom = (head: Segment) =>
    head.x0 - edge < 3 && right.every(({ baseline }) => Math.abs(baseline - head.baseline) > 0.9 * head.size);
  // "clients." ends a sentence, though it could head a list.
  const hasOwn = right.some((segment) => headingOf(segment) !== null && !/^\p{Ll}/u.test(segment.text));
  if (heads.length === 0 || hasOwn || !heads.every(leavesRoom)) return [stretch];
  const ends = [...heads.map((head) => stretch.from + inside.indexOf(head)), stretch.to];
  return ends.flatMap((to, index) => {
    const from = index === 0 ? stretch.from : (ends[index - 1] ?? 0) + 1;
    return to - from >= 4 ? [{ from, to }] : [];
  });
}

function splitStretch(
  segments: Segment[],
  { from, to }: { from: number; to: number },
  x: number,
  isPageTop: boolean,
): ColumnSplit | null {
  let inside = segments.slice(from, to);
  let above = segments.slice(0, from);
  if (isPageTop) {
    const header = headerRows(inside, x);
    above = [...above, ...header];
    inside = inside.filter((segment) => !header.includes(segment));
  }
  const left = inside.filter((segment) => segment.x0 < x - 1);
  const right = inside.filter((segment) => segment.x0 >= x - 1);
  const isFlush = isLinedUp(left, ["x0", "x1"]) && isLinedUp(right, ["x0"]);
  return isFlush && areColumns(left, right) ? { above, left, right, below: segments.slice(to), x } : null;
}

/** A column's lines start (or are centred) at common places; centred headers and right-aligned dates do not. */
function isLinedUp(column: Segment[], edges: ("x0" | "x1")[]): boolean {
  const positions = [
    ...edges.map((edge) => column.map((segment) => segment[edge])),
    column.map((segment) => (segment.x0 + segment.x1) / 2),
  ];
  return positions.some((values) => {
    const largest =
      values.map((value) => values.filter((other) => Math.abs(other - value) < 2.5).length).sort((a, b) => b - a)[0] ??
      0;
    return largest >= Math.max(2, column.length * 0.25);
  });
}

/** Name and contact lines that stand side by side above the first heading belong to no column. */
function headerRows(inside: Segment[], x: number): Segment[] {
  const firstHeading = inside.find((segment) => headingOf(segment) !== null);
  if (!firstHeading) return [];
  const header = inside.filter((segment) => segment.bottom < firstHeading.top + 1);
  const isOnBothSides = header.some((segment) => segment.x0 < x - 1) && header.some((segment) => segment.x0 >= x - 1);
  return isOnBothSides || isCentred(header, inside) ? header : [];
}

/** Set on the middle of the page, as names above one column often are. */
function isCentred(header: Segment[], region: Segment[]): boolean {
  const left = Math.min(...region.map((segment) => segment.x0));
  const right = Math.max(...region.map((segment) => segment.x1));
  const rows = [...Map.groupBy(header, (segment) => Math.round(segment.baseline / 2)).values()];
  const near = rows.filter((row) => {
    const middle = (Math.min(...row.map((segment) => segment.x0)) + Math.max(...row.map((segment) => segment.x1))) / 2;
    return Math.abs(middle - (left + right) / 2) < (right - left) * 0.03;
  });
  return near.length >= 2 && near.length >= rows.length * 0.6;
}

function areColumns(left: Segment[], right: Segment[]): boolean {
  if (left.length < 2 || right.length < 2) return false;
  if (isDateGutter(left, right) || isDateGutter(right, left)) return false;
  // "Programming ⇥ : Java, Go": the colons of a list stand below each other.
  if (right.filter(({ text }) => /^\s*[:：]/.test(text)).length >= right.length * 0.5) return false;
  // Headings set on the middle of one column.
  if (right.every((segment) => headingOf(segment) !== null)) return false;
  const isLeftSmaller = left.length <= right.length;
  const small = isLeftSmaller ? left : right;
  const large = isLeftSmaller ? right : left;
  if (ownHeadings(left, right) > 0 && ownHeadings(right, left) > 0) return true;
  const aligned = alignedShare(small, large);
  const factual = factualShare(small);
  // As many dates and places as lines beside them are the ends of their rows all the same.
  if (left.length === right.length && aligned === 1 && factualShare(right) > 0.6) return false;
  if (factual > 0.6 || (factual > 0.4 && aligned > 0.4)) return false;
  if (small.length < 3) return false;
  if (aligned < 0.6 || (factual < 0.2 && goesOn(left) && goesOn(right))) return true;
  // "Back-end ⇥ Django, Flask", row by row: short labels at the left are no column of their own.
  return averageLength(small) >= 28 && averageLength(left) >= 16 && small.length / large.length > 0.5 && factual < 0.2;
}

function averageLength(column: Segment[]): number {
  return column.reduce((sum, segment) => sum + segment.text.length, 0) / column.length;
}

/** Sentences that run on over lines: a row's cells do not. */
function goesOn(column: Segment[]): boolean {
  return column.filter(({ text }) => /^\p{Ll}\S*(?: \S+){2}/u.test(text.trim())).length >= 2;
}

function factualShare(column: Segment[]): number {
  return column.filter((segment) => rowEnd.test(segment.text.trim())).length / column.length;
}

/**
 * How much of a column stands on the other one's lines. Headings that only this column has are of both ("教育背景" above
 * "2015 - 2019 ⇥ 海州大学"): they stand alone on their lines however the rows are read.
 */
function alignedShare(small: Segment[], large: Segment[]): number {
  const hasHeadings = large.some((segment) => headingOf(segment) !== null);
  const plain = hasHeadings ? small : small.filter((segment) => headingOf(segment) === null);
  const counted = plain.length >= 2 ? plain : small;
  return counted.filter((segment) => findBeside(segment, large)).length / counted.length;
}

/** Periods beside the entries they belong to, with nothing of their own above or below but headings and periods. */
function isDateGutter(column: Segment[], other: Segment[]): boolean {
  const periods = column.filter((segment) => isDatesOnly(segment));
  if (periods.length < 2) return false;
  const beside = periods.filter((period) => other.some((entry) => isOnRow(period, entry))).length;
  if (beside < periods.length * 0.6) return false;
  const standAlone = periods.filter((period) => !column.some((near) => isTextNear(period, near)));
  return standAlone.length >= periods.length * 0.8;
}

/** On one line, also where the entry is set larger than its period and a little lower. */
function isOnRow(period: Segment, entry: Segment): boolean {
  return Math.abs(entry.baseline - period.baseline) < 0.2 * Math.max(period.size, entry.size);
}

/** On its line or the next one. */
function isTextNear(period: Segment, near: Segment): boolean {
  const distance = near.baseline - period.baseline;
  return (
    near !== period &&
    distance > -0.3 * period.size &&
    distance < 2.4 * period.size &&
    !isDatesOnly(near) &&
    headingOf(near) === null
  );
}

/** Of a segment's text; each is asked anew for every place where a column might begin. */
function remembered<Value>(read: (text: string) => Value): (segment: Segment) => Value {
  const known = new WeakMap<Segment, { value: Value }>();
  return (segment) => {
    const found = known.get(segment) ?? { value: read(segment.text) };
    known.set(segment, found);
    return found.value;
  };
}

const headingOf = remembered(headingKind);
const isDatesOnly = remembered((text) => {
  const ranges = findDateRanges(text);
  const covered = ranges.reduce((sum, { span }) => sum + span.end - span.start, 0);
  return covered > 0 && covered >= text.replace(/(?<![\s()（）\-–—~至到])[\s()（）\-–—~至到]+$/u, "").length * 0.9;
});

/** Headings of a column that are not labels of the text beside them. */
function ownHeadings(column: Segment[], other: Segment[]): number {
  return column.filter((segment) => {
    if (headingOf(segment) === null) return false;
    const beside = findBeside(segment, other);
    return !beside || headingOf(beside) !== null || beside.size < segment.size * 0.9;
  }).length;
}

function findBeside(segment: Segment, column: Segment[]): Segment | undefined {
  return column.find((other) => Math.abs(other.baseline - segment.baseline) < 0.2 * segment.size);
}

function gutterWidth({ left, right }: ColumnSplit): number {
  return Math.min(...right.map((segment) => segment.x0)) - Math.max(...left.map((segment) => segment.x1));
}

/** What stands at either end of an entry's line: a date, a place, a short number. */
const rowEnd =
  /^[(（]?\s*(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|fall|autumn|winter|since|from|expected)[a-z]*\.?,?\s+)?'?(?:19|20)?\d{2}(?:\D|$)|^\d{1,2}[/.]\d{4}|^(?:present|now|至今|current)\b|^[\p{L}.'\- ]{2,25},\s*[\p{L}. ]{2,20}$|^gpa/iu;
