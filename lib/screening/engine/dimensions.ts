import type { Requirement } from "@/lib/position/requirement";
import type { DimensionScore, Quote, RequirementVerdict, Score, Statement } from "@/lib/screening/schema";
import { type Evidence, quotesOf, uniqueQuotes } from "./evidence";
import { leadershipMentions } from "./judge-leadership";
import { placesOf } from "./judge-skill";
import { coveredMonths, datedJobs } from "./months";
import { readTerms } from "./read-requirement";

export type Judged = { requirement: Requirement; verdict: RequirementVerdict };
type Key = DimensionScore["key"];

/** Nothing known: the middle, with the whole range. */
const unknownScore: Score = { value: 50, low: 0, high: 100 };
const points = { met: 100, partly: 50, not_met: 0 } as const;

/**
 * The weighted mean of the verdicts: met 100, partly 50, not met 0. What is unknown counts as the middle and
 * opens the range to both ends. Null when the position asks for nothing of the kind.
 */
export function scoreVerdicts(judged: Judged[]): Score | null {
  const weight = judged.reduce((sum, { requirement }) => sum + requirement.weight, 0);
  if (weight === 0) return null;
  const mean = (pick: (verdict: RequirementVerdict["verdict"]) => number) =>
    judged.reduce((sum, { requirement, verdict }) => sum + requirement.weight * pick(verdict.verdict), 0) / weight;
  return {
    value: mean((verdict) => (verdict === "unknown" ? 50 : points[verdict])),
    low: mean((verdict) => (verdict === "unknown" ? 0 : points[verdict])),
    high: mean((verdict) => (verdict === "unknown" ? 100 : points[verdict])),
  };
}

export function byVerdicts(key: Key, weight: number, judged: Judged[]): DimensionScore {
  const count = (verdict: string) => judged.filter((row) => row.verdict.verdict === verdict).length;
  const values = { met: count("met"), partly: count("partly"), not_met: count("not_met"), unknown: count("unknown") };
  const quotes = uniqueQuotes(judged.flatMap(({ verdict }) => verdict.quotes.slice(0, 1)));
  const reason =
    judged.length === 0 ? { code: "dimension_not_asked", values: {} } : { code: "dimension_verdicts", values };
  return { key, weight, score: scoreVerdicts(judged), reason, quotes };
}

/** Mean time in a job and gaps between jobs. */
export function stability(weight: number, { profile, text }: Evidence): DimensionScore {
  const jobs = datedJobs(profile);
  if (jobs.length === 0)
    return dimension("stability", weight, unknownScore, { code: "stability_unknown", values: {} }, []);
  const intervals = jobs.map(({ interval }) => interval).toSorted((a, b) => a.from - b.from);
  const companies = new Set(jobs.map(({ entry }) => entry.company?.value ?? entry.span.start));
  const months = Math.round(coveredMonths(intervals) / companies.size);
  let gaps = 0;
  let reached = intervals[0]?.from ?? 0;
  for (const { from, to } of intervals) {
    if (from - reached > 6) gaps += 1;
    reached = Math.max(reached, to);
  }
  const value = Math.max(
    0,
    interpolate(months, [
      [0, 20],
      [12, 50],
      [24, 75],
      [36, 90],
      [48, 100],
    ]) - Math.min(gaps * 5, 15),
  );
  // One job says little about staying or leaving.
  const spread = jobs.length === 1 ? 15 : 5;
  const quotes = quotesOf(
    text,
    jobs.flatMap(({ entry }) => [entry.start, entry.end]),
  );
  const reason = { code: "stability", values: { months, jobs: companies.size, gaps } };
  return dimension("stability", weight, around(value, spread), reason, quotes);
}

/** How far the skills that were found go beyond a list: entries that use them, and results with numbers. */
export function depth(weight: number, judged: Judged[], evidence: Evidence): DimensionScore {
  const { profile, text } = evidence;
  const entries = [...profile.work, ...profile.projects].map(({ span }) => span);
  const groups = judged
    .filter(({ requirement }) => requirement.kind === "skill")
    .flatMap(({ requirement }) => readTerms(requirement.text));
  if (groups.length === 0) return dimension("depth", weight, null, { code: "dimension_not_asked", values: {} }, []);
  const quotes: Quote[] = [];
  const depths = groups.flatMap((group) => {
    const places = placesOf(group, evidence);
    if (places.length === 0) return [];
    const used = entries.filter((span) => places.some(({ start }) => start >= span.start && start < span.end));
    const place = places.find(({ start }) => used.some((span) => start >= span.start && start < span.end));
    if (place) quotes.push(evidence.quoteAround(place));
    const hasNumbers = used.some((span) => quantified.test(text.slice(span.start, span.end)));
    return [Math.min(100, ([40, 70, 85][used.length] ?? 95) + (hasNumbers ? 10 : 0))];
  });
  if (depths.length === 0) return dimension("depth", weight, unknownScore, { code: "depth_unknown", values: {} }, []);
  const value = depths.reduce((sum, one) => sum + one, 0) / depths.length;
  const deep = depths.filter((one) => one >= 70).length;
  const reason = { code: "depth", values: { skills: depths.length, used: deep } };
  return dimension("depth", weight, around(value, 10), reason, uniqueQuotes(quotes));
}

const quantified =
  /\d+(?:\.\d+)?\s*(?:%|％|万|亿|倍|ms|毫秒|秒|qps|tps|k\b|million|users|customers|x\b)|\b\d{2,}\b(?=\s*(?:users|clients|people|人|家|台|单|次))/i;

/** Projects asked for, or, when none are, the described projects and jobs with results in numbers. */
export function projects(weight: number, judged: Judged[], evidence: Evidence): DimensionScore {
  if (judged.length > 0) return byVerdicts("projects", weight, judged);
  const { profile, text } = evidence;
  const described = [...profile.projects, ...profile.work].filter(({ description }) => description !== null);
  if (described.length === 0)
    return dimension("projects", weight, unknownScore, { code: "projects_unknown", values: {} }, []);
  const withNumbers = described.filter(({ span }) => quantified.test(text.slice(span.start, span.end)));
  const value = Math.min(100, 40 + 10 * Math.min(described.length, 4) + 10 * Math.min(withNumbers.length, 2));
  const names = described.map((entry) => ("name" in entry ? entry.name : (entry.title ?? entry.company)));
  const reason = { code: "projects", values: { count: described.length, numbers: withNumbers.length } };
  return dimension("projects", weight, around(value, 10), reason, quotesOf(text, names));
}

const together =
  /协作|合作|配合|跨部门|团队|沟通|协调|对接|collaborat|cross-functional|\bteam|partner(?:ed|ing)|coordinat|stakeholder/i;

export function teamwork(weight: number, evidence: Evidence): DimensionScore {
  return byMentions(
    "teamwork",
    weight,
    evidence.sentences.filter(({ folded }) => together.test(folded)),
    evidence,
  );
}

export function leadership(weight: number, judged: Judged[], evidence: Evidence): DimensionScore {
  if (judged.length > 0) return byVerdicts("leadership", weight, judged);
  return byMentions("leadership", weight, leadershipMentions(evidence), evidence);
}

/** One mention 60, each further one 15 up to 90: words alone never give full points. */
function byMentions(
  key: "teamwork" | "leadership",
  weight: number,
  mentions: readonly { start: number; end: number }[],
  evidence: Evidence,
) {
  if (mentions.length === 0) return dimension(key, weight, unknownScore, { code: `${key}_unknown`, values: {} }, []);
  const value = Math.min(90, 45 + 15 * mentions.length);
  const quotes = uniqueQuotes(mentions.map((mention) => evidence.quoteAround(mention)));
  return dimension(
    key,
    weight,
    around(value, 15),
    { code: `${key}_mentions`, values: { count: mentions.length } },
    quotes,
  );
}

function dimension(key: Key, weight: number, score: Score | null, reason: Statement, quotes: Quote[]): DimensionScore {
  return { key, weight, score, reason, quotes };
}

function around(value: number, spread: number): Score {
  return { value, low: Math.max(0, value - spread), high: Math.min(100, value + spread) };
}

/** Straight lines between the given points, level beyond them. */
function interpolate(x: number, line: [number, number][]): number {
  const next = line.findIndex(([at]) => at >= x);
  if (next === -1) return line.at(-1)?.[1] ?? 0;
  const [x1, y1] = line[next] ?? [0, 0];
  const [x0, y0] = line[next - 1] ?? [x1, y1];
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}
