import type { WorkEntry } from "@/lib/resume/profile";
import { type Evidence, quotesOf, uniqueQuotes } from "./evidence";
import { readFields } from "./fields";
import { listed, placesOf, round, yearsAt } from "./judge-skill";
import { type Judgement, judgement } from "./judgement";
import { coveredMonths, intervalOf } from "./months";
import { readTerms, readYears } from "./read-requirement";

/** Below the asked years by no more than this share, the rest is worth asking about. */
const nearShare = 0.7;

/**
 * Years in all or in a field, from the dated entries; internships do not count. A job is in the field when its title
 * is, or when the requirement's own words stand in it.
 */
export function judgeExperience(requirement: string, evidence: Evidence): Judgement {
  const asked = readYears(requirement);
  const groups = readTerms(requirement.replace(/以上|工作/g, ""));
  if (groups.length === 0)
    return asked === null ? judgement("unknown", 0.3, "not_readable") : judgeTotal(asked, evidence);

  const { profile, text } = evidence;
  const places = groups.flatMap((group) => placesOf(group, evidence));
  const fields = readFields(requirement);
  const jobs = profile.work.filter(
    (job) => places.some(({ start }) => start >= job.span.start && start < job.span.end) || isIn(job, fields),
  );
  const field = listed(groups.map(({ label }) => label));
  if (jobs.length === 0) {
    if (places.length === 0) return judgement("unknown", 0.55, "field_absent", { field });
    const quotes = uniqueQuotes(
      places.map((place) => evidence.quoteAround(place)),
      2,
    );
    return judgement("partly", 0.5, "field_outside_work", { field }, quotes);
  }
  const quotes = uniqueQuotes([
    ...jobs.slice(0, 2).flatMap(({ title, company, start, end }) => quotesOf(text, [title ?? company, start, end])),
  ]);
  if (asked === null) return judgement("met", 0.75, "field_found", { field }, quotes);

  const months = coveredMonths(
    jobs.filter(({ isInternship }) => !isInternship).flatMap((job) => intervalOf(job, profile.asOf) ?? []),
  );
  const years = Math.max(months / 12, yearsAt(places, evidence));
  if (years === 0) return judgement("partly", 0.45, "field_undated", { field, asked }, quotes);
  const values = { field, years: round(years), asked };
  if (years >= asked) return judgement("met", 0.8, "field_years_met", values, quotes);
  const total = profile.yearsOfWork?.value ?? years;
  // Enough years in all, but the text does not tie them to the field: a question, not a failing.
  if (years >= asked * nearShare || total >= asked)
    return judgement("partly", 0.6, "field_years_short", values, quotes);
  return judgement("not_met", 0.65, "field_years_short", values, quotes);
}

/** By the title, or by the department where the title says nothing: a field named in passing is not a job in it. */
function isIn({ title, department }: WorkEntry, fields: RegExp[]) {
  return fields.some((field) => field.test(title?.value ?? "") || (!title && field.test(department?.value ?? "")));
}

function judgeTotal(asked: number, { profile, text }: Evidence): Judgement {
  const years = profile.yearsOfWork;
  if (!years) return judgement("unknown", 0.6, "years_absent", { asked });
  const values = { years: round(years.value), asked };
  const quotes = uniqueQuotes(years.spans.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })));
  if (years.value >= asked) return judgement("met", years.confidence, "years_met", values, quotes);
  const verdict = years.value >= asked * nearShare ? "partly" : "not_met";
  return judgement(verdict, years.confidence * 0.9, "years_short", values, quotes);
}
