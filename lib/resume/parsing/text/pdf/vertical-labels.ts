import type { TextContent } from "pdfjs-dist/types/src/display/api";
import { headingKind } from "../../headings";
import { cleanCharacters } from "../clean-text";
import type { Run } from "./types";

const oneHan = /^\p{Script=Han}$/u;
const longest = 6;

export type Label = { runs: Run[]; text: string; x: number; right: number; top: number; bottom: number; size: number };

/**
 * Headings that stand upright at the side of what they are about, one character below the other or turned by a quarter,
 * become one run each, on the line of the first row beside them.
 */
export function withVerticalLabels(runs: Run[], turned: Label[]): Run[] {
  const labels = [...findLabels(runs), ...turned].sort((a, b) => a.top - b.top);
  if (labels.length === 0) return runs;
  const used = new Set(labels.flatMap((label) => label.runs));
  const others = runs.filter((run) => !used.has(run));
  const whole = labels.map((label, index) => {
    const same = (other: Label | undefined) => (other && Math.abs(other.x - label.x) < label.size ? other : undefined);
    const beside = { before: same(labels[index - 1]), after: same(labels[index + 1]) };
    if (isAtRight(label, others)) return aboveRows(label, others, beside.before);
    const baseline = firstRow(label, others, beside);
    const { text, x, size, runs: own } = label;
    return { text, x, width: size, size, baseline, top: baseline - size * 0.85, font: own[0]?.font ?? "" };
  });
  return [...others, ...whole];
}

/** Nothing but the margin follows it. */
function isAtRight({ right, top, bottom }: Label, others: Run[]): boolean {
  return others.every(
    ({ x, baseline, text }) => x < right || baseline < top || baseline > bottom || text.trim() === "",
  );
}

/** A heading at the right end of its rows: on a line of its own above the block in whose middle it stands. */
function aboveRows(label: Label, others: Run[], before: Label | undefined): Run {
  const runs = others.filter(({ text, x }) => text.trim() !== "" && x < label.x);
  const rows = runs.toSorted((a, b) => a.baseline - b.baseline);
  const baselines = [...new Set(rows.map(({ baseline }) => baseline))];
  const steps = baselines.slice(1).map((baseline, index) => baseline - (baselines[index] ?? 0));
  const usual = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? label.size;
  const floor = before ? boundary(baselines, before.bottom, label.top) : Number.NEGATIVE_INFINITY;
  let first = rows.findIndex(({ baseline }) => baseline > label.top);
  while (first > 0) {
    const above = rows[first - 1]?.baseline ?? 0;
    if (above < floor || (rows[first]?.baseline ?? 0) - above > 2.4 * usual) break;
    first -= 1;
  }
  const { size = label.size, baseline = label.top, x = label.x } = rows[first] ?? {};
  const line = baseline - 0.9 * size;
  return { text: label.text, x, width: size, size: size * 1.2, baseline: line, top: line - size, font: "upright" };
}

type PageView = { x0: number; y1: number };

/** Headings among the text that is turned by a quarter, either way; other such text is decoration. */
export function turnedLabels({ items }: TextContent, { x0, y1 }: PageView): Label[] {
  return items.flatMap((item) => {
    if (!("str" in item)) return [];
    const [a = 0, b = 0, , , e = 0, f = 0] = item.transform as number[];
    const text = cleanCharacters(item.str).trim();
    if (Math.abs(b) <= Math.abs(a) || headingKind(text) === null) return [];
    const size = Math.abs(b);
    const ends = [y1 - f, y1 - f - Math.sign(b) * Math.max(item.width, item.height)];
    const x = e - x0 - (b > 0 ? size : 0);
    return [{ runs: [], text, x, right: x + size, top: Math.min(...ends), bottom: Math.max(...ends), size }];
  });
}

/** Columns of two to six single characters, evenly below each other and alone on their lines, that make a heading. */
function findLabels(runs: Run[]): Label[] {
  const single = runs.filter((run) => oneHan.test(run.text.trim())).sort((a, b) => a.baseline - b.baseline);
  const taken = new Set<Run>();
  const labels: Label[] = [];
  for (const start of single) {
    if (taken.has(start)) continue;
    const column = [start];
    while (column.length < longest) {
      const last = column.at(-1) ?? start;
      const next = single.find((run) => !taken.has(run) && isBelow(last, run));
      if (!next) break;
      column.push(next);
    }
    const heads = column.map((_, index) => column.slice(0, column.length - index));
    const whole = heads.find(
      (some) =>
        some.length > 1 && isAlone(some, runs) && headingKind(some.map(({ text }) => text.trim()).join("")) !== null,
    );
    if (!whole) continue;
    for (const run of whole) taken.add(run);
    const [first = start, last = start] = [whole[0], whole.at(-1)];
    const { x, size, top } = first;
    const text = whole.map((run) => run.text.trim()).join("");
    labels.push({ runs: whole, text, x, right: x + first.width, top, bottom: last.baseline, size });
  }
  return labels;
}

function isBelow(above: Run, below: Run): boolean {
  const step = below.baseline - above.baseline;
  const { size } = above;
  const isSameSize = Math.abs(below.size - size) < 0.1 * size;
  return isSameSize && step > 0.8 * size && step < 3 * size && Math.abs(below.x - above.x) < 0.3 * size;
}

/** Nothing stands right beside the characters: single characters of running text have neighbours. */
function isAlone(column: Run[], runs: Run[]): boolean {
  return column.every((own) =>
    runs.every((other) => {
      if (other === own || other.text.trim() === "") return true;
      if (Math.abs(other.baseline - own.baseline) > 0.5 * own.size) return true;
      return other.x - (own.x + own.width) > 0.5 * own.size || own.x - (other.x + other.width) > 0.5 * own.size;
    }),
  );
}

/**
 * The baseline of the first row beside a label. A label stands in the middle of its cell, so the rows between two labels
 * are shared out at their widest gap.
 */
function firstRow(label: Label, others: Run[], { before, after }: { before?: Label; after?: Label }): number {
  const rows = [
    ...new Set(others.filter(({ x, text }) => x > label.right && text.trim() !== "").map(({ baseline }) => baseline)),
  ].sort((a, b) => a - b);
  const middle = (one: Label) => (one.top + one.bottom) / 2;
  const start = before ? boundary(rows, middle(before), middle(label)) : null;
  const end = after ? boundary(rows, middle(label), middle(after)) : null;
  // As far above its middle as its cell goes below.
  const top = start ?? (end === null ? label.top - 0.2 * label.size : 2 * middle(label) - end - 0.5 * label.size);
  return rows.find((row) => row > top) ?? label.top + 0.85 * label.size;
}

/** The middle of the widest gap between rows from one height to another. */
function boundary(rows: number[], from: number, to: number): number {
  const between = [from, ...rows.filter((row) => row > from && row < to), to];
  let widest = { gap: 0, at: (from + to) / 2 };
  for (const [index, row] of between.entries()) {
    const gap = index < 1 ? 0 : row - (between[index - 1] ?? row);
    if (gap > widest.gap) widest = { gap, at: row - gap / 2 };
  }
  return widest.at;
}
