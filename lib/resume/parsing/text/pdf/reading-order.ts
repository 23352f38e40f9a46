import { headingKind } from "../../headings";
import { type ColumnSplit, findColumns } from "./columns";
import type { Row, Segment } from "./types";

/** One page in reading order. `gutter` is where its two main columns divide, if it has them. */
export type PageLayout = { above: Row[]; left: Row[]; right: Row[]; below: Row[]; gutter: number | null };

/** Segments of one page in the order a person reads them: columns one after the other, table rows across. */
export function layOutPage(segments: Segment[], isFirstPage: boolean): PageLayout {
  const split = findColumnsIn(segments, isFirstPage, 0);
  if (!split) return { above: toRows(segments), left: [], right: [], below: [], gutter: null };
  return {
    above: orderRegion(split.above, isFirstPage, 1),
    left: orderRegion(split.left, false, 1),
    right: orderRegion(split.right, false, 1),
    below: orderRegion(split.below, false, 1),
    gutter: split.x,
  };
}

/** A page's rows one after the other, or, where columns run on over pages, each column's rows to its end first. */
export function readingOrder(pages: PageLayout[]): { page: number; rows: Row[] }[] {
  const layouts: PageLayout[] = [];
  for (const page of pages) layouts.push(asLeftColumn(page, layouts.at(-1)));
  const flow: { page: number; rows: Row[] }[] = [];
  for (let first = 0; first < layouts.length; ) {
    let next = first + 1;
    while (next < layouts.length && runsOn(layouts[next - 1], layouts[next])) next += 1;
    for (const part of ["above", "left", "right", "below"] as const) {
      for (let page = first; page < next; page += 1) flow.push({ page, rows: layouts[page]?.[part] ?? [] });
    }
    first = next;
  }
  return flow.filter(({ rows }) => rows.length > 0);
}

/** The longer, left column ends on a page of its own, within the edges it had and without a heading of its own first. */
function asLeftColumn(page: PageLayout, before: PageLayout | undefined): PageLayout {
  const gutter = before?.gutter;
  const [first] = page.above;
  if (page.gutter || !gutter || !first || (before?.left.length ?? 0) < 4) return page;
  const isNarrow = page.above.every(({ segments }) => segments.every(({ x1 }) => x1 < gutter));
  const opens = headingKind(first.segments.map(({ text }) => text).join(" ")) !== null;
  return isNarrow && !opens ? { above: [], left: page.above, right: [], below: [], gutter } : page;
}

function runsOn(page: PageLayout | undefined, next: PageLayout | undefined): boolean {
  if (!page?.gutter || !next?.gutter) return false;
  return Math.abs(page.gutter - next.gutter) < 12 && page.below.length <= 2 && next.above.length <= 2;
}

function orderRegion(segments: Segment[], isPageTop: boolean, depth: number): Row[] {
  if (segments.length === 0) return [];
  const split = findColumnsIn(segments, isPageTop, depth);
  if (!split) return toRows(segments);
  return [
    ...orderRegion(split.above, isPageTop, depth + 1),
    ...orderRegion(split.left, false, depth + 1),
    ...orderRegion(split.right, false, depth + 1),
    ...orderRegion(split.below, false, depth + 1),
  ];
}

function findColumnsIn(segments: Segment[], isPageTop: boolean, depth: number): ColumnSplit | null {
  return segments.length >= 4 && depth < 8 ? findColumns(segments, isPageTop) : null;
}

function toRows(segments: Segment[]): Row[] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const isSameRow = first && Math.abs(first.baseline - segment.baseline) < 0.42 * Math.max(first.size, segment.size);
    if (row && isSameRow && !row.some((other) => isOverlapping(other, segment))) row.push(segment);
    else rows.push([segment]);
  }
  const gaps = rows.map((row, index) => (index === 0 ? 0 : rowTop(row) - rowBottom(rows[index - 1] ?? row)));
  const usualGap = median(gaps.slice(1).filter((gap) => gap > -2));
  return rows.map((row, index) => ({
    segments: row.sort((a, b) => a.x0 - b.x0),
    isNewBlock: index === 0 || (gaps[index] ?? 0) > Math.max(usualGap * 1.4 + 1, 0.45 * (row[0]?.size ?? 10)),
  }));
}

function isOverlapping(a: Segment, b: Segment): boolean {
  return Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > 2;
}

function rowTop(row: Segment[]): number {
  return Math.min(...row.map((segment) => segment.top));
}

function rowBottom(row: Segment[]): number {
  return Math.max(...row.map((segment) => segment.bottom));
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
