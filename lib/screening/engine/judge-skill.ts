import type { TextSpan } from "@/lib/resume/profile";
import { type Evidence, uniqueQuotes } from "./evidence";
import { type Judgement, judgement } from "./judgement";
import { coveredMonths, type Interval, intervalOf } from "./months";
import { readTerms, readYears, type TermGroup } from "./read-requirement";

/**
 * Skills named in the requirement against their places in the resume. A skill the resume does not mention is
 * unknown: people leave things out. Asked-for years are counted from the dated entries that mention it.
 */
export function judgeSkill(requirement: string, evidence: Evidence): Judgement {
  const groups = readTerms(requirement);
  if (groups.length === 0) return judgement("unknown", 0.3, "not_readable");
  const found = groups.map((group) => ({ group, places: placesOf(group, evidence) }));
  const present = found.filter(({ places }) => places.length > 0);
  const missing = found.filter(({ places }) => places.length === 0).map(({ group }) => group.label);
  if (present.length === 0) return judgement("unknown", 0.6, "skill_absent", { skills: listed(missing) });

  const quotes = uniqueQuotes(present.map(({ places }) => evidence.quoteAround(bestPlace(places, evidence))));
  const skills = listed(present.map(({ group }) => group.label));
  if (missing.length > 0)
    return judgement("partly", 0.75, "skill_partly", { skills, missing: listed(missing) }, quotes);

  const asked = readYears(requirement);
  if (asked === null) return judgement("met", 0.9, "skill_found", { skills }, quotes);
  const years = Math.min(...present.map(({ places }) => yearsAt(places, evidence)));
  const values = { skills, years: round(years), asked };
  if (years === 0) return judgement("partly", 0.5, "skill_years_unknown", values, quotes);
  return years >= asked
    ? judgement("met", 0.8, "skill_years_met", values, quotes)
    : judgement("partly", 0.65, "skill_years_short", values, quotes);
}

export function placesOf({ skills, words }: TermGroup, evidence: Evidence): TextSpan[] {
  const known = skills.flatMap((skill) => evidence.skillPlaces.get(skill) ?? []);
  return [...known, ...words.flatMap((word) => evidence.findTerm(word))].toSorted((a, b) => a.start - b.start);
}

/** A place inside a job or project says more than one in a list. */
function bestPlace(places: TextSpan[], { profile }: Evidence): TextSpan {
  const entries = [...profile.work, ...profile.projects];
  const inEntry = places.find(({ start }) => entries.some(({ span }) => start >= span.start && start < span.end));
  return inEntry ?? places[0] ?? { start: 0, end: 1 };
}

/** Years covered by the dated work and projects that mention one of the places. */
export function yearsAt(places: TextSpan[], { profile }: Evidence): number {
  const intervals: Interval[] = [];
  for (const entry of [...profile.work.filter(({ isInternship }) => !isInternship), ...profile.projects]) {
    const isMentioned = places.some(({ start }) => start >= entry.span.start && start < entry.span.end);
    const interval = isMentioned ? intervalOf(entry, profile.asOf) : null;
    if (interval) intervals.push(interval);
  }
  return coveredMonths(intervals) / 12;
}

export function round(value: number) {
  return Math.round(value * 10) / 10;
}

export function listed(labels: string[]) {
  return [...new Set(labels)].join("、");
}
