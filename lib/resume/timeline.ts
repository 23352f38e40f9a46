import type { Reading, ResumeProfile, TextSpan } from "@/lib/resume/profile";

/** Months since year 0, the end not included. */
type Months = { from: number; to: number };
export type TimelineKind = "work" | "internship" | "education";
export type TimelineEntry = Months & {
  /** Of the profile: `work.0`. */
  path: string;
  kind: TimelineKind;
  title: string;
  place: string;
  start: string;
  /** Null where the resume does not say. */
  end: string | null;
  spans: readonly TextSpan[];
  /** Entries that overlap stand in lanes of their own, from 0, work and education apart. */
  lane: number;
};
export type TimelineGap = Months & { months: number };
export type Timeline = Months & {
  entries: TimelineEntry[];
  gaps: TimelineGap[];
  /** Entries without a start, by path. */
  undated: { path: string; title: string; place: string }[];
};

/** From this length on a gap is worth a word. */
export const namedGapMonths = 6;

/** Work and education along time, with what neither covers up to the day the resume is read at. Null without dates. */
export function makeTimeline(profile: ResumeProfile): Timeline | null {
  const { asOf } = profile;
  const found = [
    ...profile.work.map(({ title, company, start, end, isInternship }, index) => ({
      ...{ path: `work.${index}`, kind: isInternship ? ("internship" as const) : ("work" as const) },
      ...{ title: textOf(title), place: textOf(company), start, end, spans: spansOf(title, company) },
    })),
    ...profile.education.map(({ school, degree, major, start, end }, index) => ({
      ...{ path: `education.${index}`, kind: "education" as const, title: textOf(school), start, end },
      ...{ place: [degree, major].map(textOf).filter(Boolean).join(" · "), spans: spansOf(school, degree, major) },
    })),
  ];
  const dated = found.flatMap(({ start, end, ...entry }) => {
    const months = start && start.value !== "present" ? monthsOf(start.value, end?.value ?? null, asOf) : null;
    return start && months ? [{ ...entry, ...months, start: start.value, end: end?.value ?? null, lane: 0 }] : [];
  });
  if (dated.length === 0) return null;
  const entries = dated.toSorted((a, b) => a.from - b.from || b.to - a.to);
  stack(entries.filter(({ kind }) => kind !== "education"));
  stack(entries.filter(({ kind }) => kind === "education"));
  const from = Math.min(...entries.map((entry) => entry.from));
  const to = Math.max(monthOf(asOf) + 1, ...entries.map((entry) => entry.to));
  const undated = found
    .filter(({ path }) => !entries.some((entry) => entry.path === path))
    .map(({ path, title, place }) => ({ path, title, place }));
  return { from, to, entries, gaps: gapsBetween(entries, monthOf(asOf)), undated };
}

/** A year alone is taken whole, so that it makes no gap that nobody wrote. An end that is missing shows the start only. */
function monthsOf(start: string, end: string | null, asOf: string): Months | null {
  const from = monthOf(start);
  if (end === null) return { from, to: from + 1 };
  const to = end === "present" ? monthOf(asOf) + 1 : end.length === 4 ? monthOf(end) + 12 : monthOf(end) + 1;
  return to > from ? { from, to } : null;
}

function monthOf(date: string): number {
  const [year = "0", month = "1"] = date.split("-");
  return Number(year) * 12 + Number(month) - 1;
}

/** Each entry into the first lane that is free when it starts. */
function stack(entries: TimelineEntry[]) {
  const reached: number[] = [];
  for (const entry of entries) {
    const free = reached.findIndex((to) => to <= entry.from);
    entry.lane = free < 0 ? reached.length : free;
    reached[entry.lane] = entry.to;
  }
}

/** The month in which one ends and the next begins may be the same or the next one: neither is a gap. */
function gapsBetween(entries: readonly Months[], now: number): TimelineGap[] {
  const gaps: TimelineGap[] = [];
  let reached = entries[0]?.to ?? now;
  for (const { from, to } of entries) {
    if (from > reached) gaps.push({ from: reached, to: from, months: from - reached });
    reached = Math.max(reached, to);
  }
  if (now > reached) gaps.push({ from: reached, to: now, months: now - reached });
  return gaps;
}

function textOf(reading: Reading<string> | null) {
  return reading?.value ?? "";
}

function spansOf(...readings: (Reading<string> | null)[]): readonly TextSpan[] {
  return readings.find((reading) => reading && reading.spans.length > 0)?.spans ?? [];
}
