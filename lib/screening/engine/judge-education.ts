import { schoolOf } from "@/lib/resume/parsing/dictionaries/schools";
import { degreeLevels, type EducationEntry } from "@/lib/resume/profile";
import type { Evidence } from "./evidence";
import { type Judgement, judgement, pointsOfShares, statement } from "./judgement";
import { monthOf } from "./months";
import { quoteOf, quotesOf, uniqueQuotes } from "./quotes";
import { readDegree, readMajorFamilies, readSchoolTiers, type SchoolTier } from "./read-education";

/** Highest degree against the least one asked for, then the subject's family when one is named. */
export function judgeEducation(requirement: string, evidence: Evidence): Judgement {
  const { profile, text } = evidence;
  const asked = readDegree(requirement);
  const families = readMajorFamilies(requirement);
  const tiers = readSchoolTiers(requirement);
  if (!asked && families.length === 0 && tiers.length === 0)
    return judgement("unknown", 0.3, statement("not_readable"));

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
  const standing = tiers.length > 0 ? standingOf(profile.education, tiers) : null;
  if (standing && !standing.isOf) {
    const reason = statement("tier_other", { degree, school: standing.school });
    return judgement("partly", 0.7, reason, lineOf(standing.entry), pointsOfShares(0.4, 0.4));
  }
  // Of the standing asked for: only degree and subject are left to judge.
  const isTierAsked = tiers.length > 0 && !standing;
  if (families.length === 0 && standing)
    return judgement("met", 0.85, statement("tier_met", { degree, school: standing.school }), lineOf(standing.entry));
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

type Standing = { isOf: boolean; school: string; entry: EducationEntry };

/** The first school of a tier asked for, else one that is known and is not; null when none is known. */
function standingOf(education: readonly EducationEntry[], tiers: readonly SchoolTier[]): Standing | null {
  const known = education.flatMap((entry) => {
    const school = entry.school && schoolOf(entry.school.value);
    if (!school || school.type > 4) return [];
    const { type, rank: worldRank } = school;
    const own: Record<SchoolTier, boolean> = {
      "985": type === 1,
      "211": type === 1 || type === 2,
      overseas: type === 3 || type === 4,
      top: worldRank !== null && worldRank <= 100,
    };
    return [{ isOf: tiers.some((tier) => own[tier]), school: entry.school?.value ?? "", entry }];
  });
  return known.find(({ isOf }) => isOf) ?? known[0] ?? null;
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
