import type { TextSpan } from "@/lib/resume/profile";
import type { Dimension, Measure } from "../schema";

type Counted = { share: number; values?: Measure["values"]; spans?: TextSpan[] };

/** Points for a share of what there is to get, to two places: the same on every machine. */
export function give(
  dimension: Dimension,
  key: string,
  max: number,
  { share, values = {}, spans = [] }: Counted,
): Measure {
  const points = Math.round(Math.min(1, Math.max(0, share)) * max * 100) / 100;
  return { dimension, key, max, points, values, spans: spans.slice(0, 5).map(({ start, end }) => ({ start, end })) };
}

/** What `count` of something is worth: each further one less than the one before. */
export function step(steps: readonly number[], count: number): number {
  return steps[Math.min(count, steps.length - 1)] ?? 0;
}

export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

const longestQuote = 48;

/** The words of a place, cut where they are long; they stand in the text as they are. */
export function quoteOf(text: string, { start, end }: TextSpan): string {
  const [line = ""] = text.slice(start, end).trim().split("\n");
  return line.length > longestQuote
    ? `${line
        .slice(0, longestQuote)
        .toWellFormed()
        .replace(/\uFFFD$/, "")}…`
    : line;
}
