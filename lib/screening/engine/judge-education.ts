import { degreeLevels, type EducationEntry } from "@/lib/resume/profile";
import type { Evidence } from "./evidence";
import { type Judgement, judgement, pointsOfShares, statement } from "./judgement";
import { monthOf } from "./months";
import { quoteOf, quotesOf, uniqueQuotes } from "./quotes";
import { namesSchoolTier, readDegree, readMajorFamilies } from "./read-education";

/** Highest degree against the least one asked for, then the subject's family when one is named. */
export function judgeEducation(requirement: string, evidence: Evidence): Judgement {
  const { profile, text } = evidence;
  const asked = readDegree(requirement);
  const families = readMajorFamilies(requirement);
  if (!asked && families.length === 0) return judgement("unknown", 0.3, statement("not_readable"));

  const highest = profile.highestDegree;
  const lineOf = (entry: EducationEntry | undefined) =>
    entry ? entryQuote(entry, evidence) : quotesOf(text, [highest]);
  const shown = profile.education.find(({ degreeLevel }) => degreeLevel?.value === highest?.value);
  if (asked) {
    if (!highest) return judgement("unknown", 0.6, statement("degree_absent", { asked }));
    const degree = highest.value;
    if (rank(degree) < rank(asked))
      return judgement("not_met", highest.confidence, statement("degree_lower", { degree, asked }), lineOf(shown));
    const enough = profile.education.filter(({ degreeLevel }) => degreeLevel && rank(degreeLevel.value) >= rank(asked));
    if (enough.length > 0 && enough.every((entry) => isRunning(entry, profile.asOf)))
      return judgement("partly", 0.7, statement("degree_running", { degree }), lineOf(enough[0]), pointsOfShares(0.7));
  }
  const degree = highest?.value ?? "";
  const isTierAsked = namesSchoolTier(requirement);
  if (families.length === 0 && isTierAsked)
    return judgement("partly", 0.5, statement("degree_tier_unread", { degree }), lineOf(shown), pointsOfShares(0.5));
  if (families.length === 0)
    return judgement("met", highest?.confidence ?? 0.5, statement("degree_met", { degree }), lineOf(shown));

  const fitting = profile.education.find(({ major }) => major && families.some((family) => family.test(major.value)));
  if (fitting) {
    const major = fitting.major?.value ?? "";
    const reason = statement(degree === "" ? "major_only" : isTierAsked ? "major_tier_unread" : "major_met", {
      degree,
      major,
    });
    return judgement(
      isTierAsked ? "partly" : "met",
      0.85,
      reason,
      lineOf(fitting),
      isTierAsked ? pointsOfShares(0.6) : undefined,
    );
  }
  const other = profile.education.find(({ major }) => major);
  if (!other && !highest) return judgement("unknown", 0.5, statement("education_absent"));
  const reason = other?.major
    ? statement(degree === "" ? "major_other_only" : "major_other", { degree, major: other.major.value })
    : statement("major_absent", { degree });
  return judgement("partly", 0.55, reason, lineOf(other ?? shown), other ? undefined : pointsOfShares(0.5));
}

function rank(level: (typeof degreeLevels)[number]) {
  return degreeLevels.indexOf(level);
}

/** Still studying: an open end, or one after the day the resume is read at. */
function isRunning({ end }: EducationEntry, asOf: string) {
  return end !== null && (end.value === "present" || monthOf(end.value, asOf) > monthOf(asOf, asOf));
}

/** School, degree and subject as one quote where they stand together, else each on its own. */
function entryQuote({ school, degree, major }: EducationEntry, { text }: Evidence) {
  const spans = [school, degree, major].flatMap((reading) => reading?.spans[0] ?? []);
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  if (spans.length > 0 && end - start <= 140) return [quoteOf(text, { start, end })];
  return uniqueQuotes(spans.map((span) => quoteOf(text, span)));
}
