import type { Reading, ResumeProfile, WorkEntry } from "@/lib/resume/profile";

/** Months since year 0; a date without a month counts from January. */
export function monthOf(date: string, asOf: string): number {
  const [year = "0", month = "1"] = (date === "present" ? asOf : date).split("-");
  return Number(year) * 12 + Number(month) - 1;
}

export type Interval = { from: number; to: number };

/** The months of a dated entry; null when a date is missing or the end lies before the start. */
export function intervalOf(
  entry: { start: Reading<string> | null; end: Reading<string> | null },
  asOf: string,
): Interval | null {
  if (!entry.start || !entry.end) return null;
  const from = monthOf(entry.start.value, asOf);
  // Both months are worked in where both are named.
  const isMonthly = entry.start.value.length > 4 && (entry.end.value.length > 4 || entry.end.value === "present");
  const to = monthOf(entry.end.value, asOf) + (isMonthly ? 1 : 0);
  return to > from ? { from, to } : null;
}

/** What of an interval lies within the window. */
export function within(window: number | null, { from, to }: Interval, asOf: string): Interval[] {
  const start = window === null ? from : Math.max(from, monthOf(asOf, asOf) + 1 - Math.round(window * 12));
  return to > start ? [{ from: start, to }] : [];
}

/** Length of a set of intervals, in months, overlaps counted once. */
export function coveredMonths(intervals: Interval[]): number {
  let covered = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { from, to } of intervals.toSorted((a, b) => a.from - b.from)) {
    covered += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return covered;
}

export function datedJobs(profile: ResumeProfile): { entry: WorkEntry; interval: Interval }[] {
  return profile.work.flatMap((entry) => {
    const interval = entry.isInternship ? null : intervalOf(entry, profile.asOf);
    return interval ? [{ entry, interval }] : [];
  });
}
