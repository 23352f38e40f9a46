import type { DimensionScore, Quote, Score, Statement } from "@/lib/screening/schema";
import type { Evidence } from "./evidence";
import { isInFields } from "./fields";
import { leadershipMentions } from "./judge-leadership";
import type { Judged } from "./judge-requirement";
import { statement, unknownScore } from "./judgement";
import { quotesOf, uniqueQuotes } from "./quotes";
import { together } from "./teamwork";
import { bestPlace, placesOf } from "./terms";
import { isBareAmounts } from "./told-amounts";
import type { Topics } from "./topics";

type Key = DimensionScore["key"];

/**
 * The mean of the verdicts' points by the requirements' weights. Null when the position asks for nothing of the kind.
 */
export function byVerdicts(key: Key, weight: number, judged: Judged[]): DimensionScore {
  if (judged.length === 0) return dimension(key, weight, null, statement("dimension_not_asked"));
  const total = judged.reduce((sum, { requirement }) => sum + requirement.weight, 0);
  const mean = (end: keyof Score) =>
    judged.reduce((sum, { requirement, points }) => sum + requirement.weight * points[end], 0) / total;
  const count = (verdict: string) => judged.filter((row) => row.verdict.verdict === verdict).length;
  const values = { met: count("met"), partly: count("partly"), not_met: count("not_met"), unknown: count("unknown") };
  const quotes = uniqueQuotes(judged.flatMap(({ verdict }) => verdict.quotes.slice(0, 1)));
  const score = { value: mean("value"), low: mean("low"), high: mean("high") };
  const corrections = new Map(
    judged.flatMap(({ verdict }) => verdict.corrections ?? []).map((correction) => [correction.path, correction]),
  );
  return {
    ...dimension(key, weight, score, statement("dimension_verdicts", values), quotes),
    ...(corrections.size > 0 && { corrections: [...corrections.values()] }),
  };
}

/**
 * How far the skills asked for go beyond a list; the mean over all of them. Each: 50 when only listed, 70, 85, 95 when
 * used in one, two or more jobs or projects, and 10 more when one of these gives results in numbers, ±10. A skill the
 * resume does not show is unknown.
 */
export function depth(weight: number, { skills }: Topics, evidence: Evidence): DimensionScore {
  if (skills.length === 0) return dimension("depth", weight, null, statement("dimension_not_asked"));
  const each = skills.map((group) => {
    const places = placesOf(group, evidence);
    if (places.length === 0) return { score: unknownScore, isShown: false, isUsed: false };
    const uses = evidence.usesOf(places);
    const isMeasured = uses.some(({ span }) => hasResults(evidence, span));
    const value = Math.min(100, ([50, 70, 85][uses.length] ?? 95) + (isMeasured ? 10 : 0));
    return { score: around(value, 10), isShown: true, isUsed: uses.length > 0, place: bestPlace(places, evidence) };
  });
  const shown = each.filter(({ isShown }) => isShown);
  if (shown.length === 0) return dimension("depth", weight, unknownScore, statement("depth_unknown"));
  const mean = (end: keyof Score) => each.reduce((sum, { score }) => sum + score[end], 0) / each.length;
  const used = shown.filter(({ isUsed }) => isUsed);
  const quotes = uniqueQuotes(used.flatMap(({ place }) => (place ? [evidence.quoteAround(place)] : [])));
  const reason = statement("depth", { asked: each.length, skills: shown.length, used: used.length });
  const score = { value: mean("value"), low: mean("low"), high: mean("high") };
  return dimension("depth", weight, score, reason, quotes);
}

const results =
  /(?<!\d)\d+(?:\.\d+)?\s*(?:%|％|万|亿|倍|ms\b|毫秒|秒|qps|tps|k\b|million|billion|users|customers|x\b)|[$¥€£]\s?\d|\b\d{2,}\b(?=\s*(?:users|clients|people|人|家|台|单|次))/i;

function hasResults({ folded }: Evidence, { start, end }: { start: number; end: number }) {
  return results.test(folded.slice(start, end));
}

/**
 * The described jobs and projects that touch what the position is about, 40 and 10 for each up to four, 10 for each up
 * to two with results in numbers, ±10.
 */
export function projects(weight: number, topics: Topics, evidence: Evidence): DimensionScore {
  const { profile, text } = evidence;
  const described = [...profile.projects, ...profile.work].filter(({ description }) => description !== null);
  if (described.length === 0) return dimension("projects", weight, unknownScore, statement("projects_unknown"));
  const named = evidence.usesOf([...topics.skills, ...topics.others].flatMap((group) => placesOf(group, evidence)));
  const related = described.filter((entry) => {
    const title = "name" in entry ? entry.role : entry.title;
    return topics.isEmpty || named.includes(entry) || (title && isInFields(title.value, topics.fields));
  });
  if (related.length === 0) return dimension("projects", weight, unknownScore, statement("projects_unrelated"));
  const measured = related.filter(({ span }) => hasResults(evidence, span));
  const value = 40 + 10 * Math.min(related.length, 4) + 10 * Math.min(measured.length, 2);
  const names = related.map((entry) => ("name" in entry ? entry.name : (entry.title ?? entry.company)));
  const reason = statement("projects", { count: related.length, numbers: measured.length });
  return dimension("projects", weight, around(value, 10), reason, quotesOf(text, names));
}

/** Sentences of jobs, projects, campus life and the summary about working with others. */
export function teamwork(weight: number, evidence: Evidence): DimensionScore {
  const told = [
    ...evidence.profile.work,
    ...evidence.profile.projects,
    ...evidence.profile.sections.filter(({ kind }) => ["summary", "campus", "volunteering"].includes(kind)),
  ];
  const mentions = evidence.sentences.filter(
    ({ start, folded }) =>
      together.test(folded) &&
      told.some(({ span }) => start >= span.start && start < span.end) &&
      !isBareAmounts(folded),
  );
  return byMentions("teamwork", weight, mentions, evidence);
}

export function leadership(weight: number, evidence: Evidence): DimensionScore {
  const mentions = leadershipMentions(evidence)
    .toSorted((a, b) => Number(b.isPeople) - Number(a.isPeople) || a.sentence.start - b.sentence.start)
    .map(({ sentence }) => sentence);
  return byMentions("leadership", weight, mentions, evidence);
}

/** One mention 60, each further one 15 more up to 90, ±15: words alone never give full points. */
function byMentions(
  key: "teamwork" | "leadership",
  weight: number,
  mentions: readonly { start: number; end: number }[],
  evidence: Evidence,
): DimensionScore {
  if (mentions.length === 0) return dimension(key, weight, unknownScore, statement(`${key}_unknown`));
  const value = Math.min(90, 45 + 15 * mentions.length);
  const quotes = uniqueQuotes(mentions.map((mention) => evidence.quoteAround(mention)));
  const reason = statement(`${key}_mentions`, { count: mentions.length });
  return dimension(key, weight, around(value, 15), reason, quotes);
}

export function dimension(
  key: Key,
  weight: number,
  score: Score | null,
  reason: Statement,
  quotes: Quote[] = [],
): DimensionScore {
  return { key, weight, score, reason, quotes };
}

export function around(value: number, spread: number): Score {
  return { value, low: Math.max(0, value - spread), high: Math.min(100, value + spread) };
}
