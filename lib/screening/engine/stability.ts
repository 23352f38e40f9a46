import type { DimensionScore } from "@/lib/screening/schema";
import { around, dimension } from "./dimensions";
import type { Evidence } from "./evidence";
import { statement, unknownScore } from "./judgement";
import { coveredMonths, datedJobs } from "./months";
import { quotesOf } from "./quotes";

/** Mean months with one employer, and the points for them. */
const pointsByMonths: [months: number, points: number][] = [
  [0, 20],
  [12, 50],
  [24, 75],
  [36, 90],
  [48, 100],
];
const monthsOfGap = 6;

/**
 * Mean time with an employer by the table above, straight lines between; 5 less for each gap of over six months, at most
 * 15; ±5, and ±15 with one employer. A present job that only pulls the mean down is left out: it is not over. Internships
 * say nothing, so students are unknown.
 */
export function stability(weight: number, { profile, text }: Evidence): DimensionScore {
  const jobs = datedJobs(profile);
  if (jobs.length === 0) {
    const hasInternships = profile.work.some(({ isInternship }) => isInternship);
    return dimension(
      "stability",
      weight,
      unknownScore,
      statement(hasInternships ? "stability_internships" : "stability_unknown"),
    );
  }
  const employers = Map.groupBy(jobs, ({ entry }) => entry.company?.value.toLowerCase() ?? entry.span.start);
  const stays = [...employers.values()].map((held) => ({
    months: coveredMonths(held.map(({ interval }) => interval)),
    isPresent: held.some(({ entry }) => entry.end?.value === "present"),
  }));
  const over = stays.filter(({ isPresent }) => !isPresent);
  const months = Math.round(over.length === 0 ? meanOf(stays) : Math.max(meanOf(stays), meanOf(over)));
  if (over.length === 0 && months < 24)
    return dimension("stability", weight, unknownScore, statement("stability_first_job", { months }));

  const gaps = countGaps(jobs.map(({ interval }) => interval));
  const value = Math.max(0, interpolate(months, pointsByMonths) - Math.min(gaps * 5, 15));
  const quotes = quotesOf(
    text,
    jobs.map(({ entry }) => entry.company ?? entry.title),
  );
  const reason = statement("stability", { months, jobs: stays.length, gaps });
  return dimension("stability", weight, around(value, stays.length === 1 ? 15 : 5), reason, quotes);
}

function meanOf(stays: { months: number }[]) {
  return stays.reduce((sum, { months }) => sum + months, 0) / stays.length;
}

function countGaps(intervals: { from: number; to: number }[]): number {
  const sorted = intervals.toSorted((a, b) => a.from - b.from);
  let reached = sorted[0]?.from ?? 0;
  let gaps = 0;
  for (const { from, to } of sorted) {
    if (from - reached > monthsOfGap) gaps += 1;
    reached = Math.max(reached, to);
  }
  return gaps;
}

/** Straight lines between the given points, level beyond them. */
function interpolate(x: number, line: readonly [number, number][]): number {
  const next = line.findIndex(([at]) => at >= x);
  if (next === -1) return line.at(-1)?.[1] ?? 0;
  const [x1, y1] = line[next] ?? [0, 0];
  const [x0, y0] = line[next - 1] ?? [x1, y1];
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}
