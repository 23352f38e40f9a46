import type { Reading, TextSpan } from "../../profile";
import { foldWidth } from "../fold";
import { read } from "../piece";
import { type DateAtom, findDateAtoms, monthNamePattern, monthNumber } from "./date-atoms";

export type DatePoint = { value: string; span: TextSpan };

/** A period, or a single date (`end` alone) as `isRange: false`. Span covers all of it. */
export type DateRange = {
  start: DatePoint | null;
  end: DatePoint | null;
  isRange: boolean;
  isOpen: boolean;
  span: TextSpan;
};

const separator =
  /^\s*(?:(?:[-—~～―─→‐‑⁃―]{1,6}|一{1,3})|至|到|\bto\b|\buntil\b|\btill\b|\bthrough\b|\bthru\b|and(?= present))\s*(?:exp(?:ected|\.)?\s*|est\.\s*|预计\s*)?$/i;
/** "2024 –" at the line's end or before a wide gap. */
const openEnd = /^\s*(?:-|—|~|～|至|到)+(?:\s*[)）]?\s*$|\t|\s{2,})/;

/** All periods and dates of one line, in order. `offset` is where the line stands in the resume's text. */
export function findDateRanges(line: string, offset = 0): DateRange[] {
  // No heading of an entry is this long; a bound keeps hostile lines from costing the square of their length.
  const text = line.slice(0, 2_000);
  const folded = foldWidth(text);
  const atoms = findDateAtoms(text);
  const ranges: DateRange[] = [];
  for (let index = 0; index < atoms.length; index += 1) {
    const atom = atoms[index];
    const next = atoms[index + 1];
    if (!atom) continue;
    if (
      next &&
      atom.value !== "present" &&
      joins(folded.slice(atom.end, next.start), atom, next) &&
      isOrdered(atom, next)
    ) {
      ranges.push(period(point(atom, offset), point(next, offset), false));
      index += 1;
      continue;
    }
    const single = singleRange(folded, atom, offset);
    if (single) ranges.push(single);
  }
  return ranges;
}

/** A dash or "to"; or nothing but a space where both name a month, because some PDFs lose their dashes. */
function joins(between: string, atom: DateAtom, next: DateAtom): boolean {
  if (separator.test(between) || (next.value === "present" && /^\s?$/.test(between))) return true;
  const isMonth = (value: string) => value === "present" || value.length >= 7;
  return /^ {1,3}$/.test(between) && !atom.isWeak && isMonth(atom.value) && isMonth(next.value);
}

function singleRange(folded: string, atom: DateAtom, offset: number): DateRange | null {
  const before = monthBefore(folded, atom, offset);
  if (before) return period(before, point(atom, offset), false);
  const after = monthAfter(folded, atom, offset);
  if (after) return period(point(atom, offset), after, false);
  if (atom.isWeak) return null;
  const lead = folded.slice(0, atom.start);
  const tail = folded.slice(atom.end);
  if (atom.value === "present") return null;
  if (/(?:since|from|自|从)\s*$/i.test(lead) || /^\s*(?:起|以来|开始)/.test(tail)) {
    return period(point(atom, offset), null, true);
  }
  if (openEnd.test(tail)) return period(point(atom, offset), null, true);
  const single = point(atom, offset);
  // 2019级: the year of those who began then.
  if (/^\s?级/.test(tail)) return { start: single, end: null, isRange: false, isOpen: false, span: single.span };
  return { start: null, end: single, isRange: false, isOpen: false, span: single.span };
}

/** "Jan – Mar 2019", "6月-8月 2019": the year stands once. */
function monthBefore(folded: string, atom: DateAtom, offset: number): DatePoint | null {
  if (!/^\d{4}-\d{2}$/.test(atom.value)) return null;
  const match = new RegExp(`(?<![a-z])(${monthNamePattern})\\.?\\s*(?:-|—|~|to)\\s*$`, "i").exec(
    folded.slice(0, atom.start),
  );
  if (!match?.[1]) return null;
  const start = offset + match.index;
  return { value: `${atom.value.slice(0, 4)}-${monthNumber(match[1])}`, span: { start, end: start + match[1].length } };
}

/** "2015年3月–5月", "2019.07-09". */
function monthAfter(folded: string, atom: DateAtom, offset: number): DatePoint | null {
  if (!/^\d{4}-\d{2}$/.test(atom.value)) return null;
  const match = /^\s*(?:-|—|~|至|到)\s*(0?[1-9]|1[0-2])(?:\s?月|(?=\s*$|\s*[\t )]))/.exec(folded.slice(atom.end));
  if (!match?.[1]) return null;
  const start = offset + atom.end + match[0].indexOf(match[1]);
  return {
    value: `${atom.value.slice(0, 4)}-${match[1].padStart(2, "0")}`,
    span: { start, end: offset + atom.end + match[0].length },
  };
}

function isOrdered(first: DateAtom, second: DateAtom): boolean {
  return second.value === "present" || first.value.slice(0, 4) <= second.value.slice(0, 4);
}

function point(atom: DateAtom, offset: number): DatePoint {
  return { value: atom.value, span: { start: offset + atom.start, end: offset + atom.end } };
}

function period(start: DatePoint, end: DatePoint | null, isOpen: boolean): DateRange {
  return { start, end, isRange: true, isOpen, span: { start: start.span.start, end: (end ?? start).span.end } };
}

export function readDate(date: DatePoint | null | undefined): Reading<string> | null {
  return date ? read(date.value, date.span, { confidence: 0.95 }) : null;
}
