import { degreeLevels } from "@/lib/resume/profile";
import { type Evidence, quotesOf } from "./evidence";
import { type Judgement, judgement } from "./judgement";
import { readDegree, readMajorFamilies } from "./read-requirement";

/** Highest degree against the least one asked for, then the major's family when one is named. */
export function judgeEducation(requirement: string, { profile, text }: Evidence): Judgement {
  const asked = readDegree(requirement);
  const families = readMajorFamilies(requirement);
  if (!asked && families.length === 0) return judgement("unknown", 0.3, "not_readable");

  const highest = profile.highestDegree;
  const degreeQuotes = quotesOf(text, [highest]);
  if (asked) {
    if (!highest) return judgement("unknown", 0.6, "degree_absent", { asked });
    if (degreeLevels.indexOf(highest.value) < degreeLevels.indexOf(asked)) {
      return judgement("not_met", highest.confidence, "degree_lower", { degree: highest.value, asked }, degreeQuotes);
    }
  }
  const degree = highest?.value ?? "";
  if (families.length === 0)
    return judgement("met", highest?.confidence ?? 0.5, "degree_met", { degree, asked: asked ?? "" }, degreeQuotes);

  const majors = profile.education.flatMap(({ major }) => major ?? []);
  const fitting = majors.filter(({ value }) => families.some((family) => family.test(value)));
  if (fitting.length > 0) {
    const quotes = [...quotesOf(text, fitting), ...degreeQuotes].slice(0, 3);
    return judgement("met", 0.85, "major_met", { degree, major: fitting[0]?.value ?? "" }, quotes);
  }
  if (majors.length === 0) return judgement("partly", 0.5, "major_absent", { degree }, degreeQuotes);
  return judgement("partly", 0.6, "major_other", { degree, major: majors[0]?.value ?? "" }, quotesOf(text, majors));
}
