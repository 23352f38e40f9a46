import type { Requirement } from "@/lib/position/requirement";
import type { RequirementVerdict, Score } from "@/lib/screening/schema";
import { withAccepted } from "./accepted";
import type { Evidence } from "./evidence";
import { judgeCertificate } from "./judge-certificate";
import { judgeEducation } from "./judge-education";
import { judgeExperience } from "./judge-experience";
import { judgeLanguage } from "./judge-language";
import { judgeLeadership } from "./judge-leadership";
import { judgeLocation } from "./judge-location";
import { judgeProject } from "./judge-project";
import { judgeSalary, type PayRange } from "./judge-salary";
import { judgeSkill } from "./judge-skill";
import { judgeText } from "./judge-text";
import { type Judgement, toVerdict } from "./judgement";

const judges: Record<Requirement["kind"], (text: string, evidence: Evidence, pay: PayRange) => Judgement> = {
  skill: judgeSkill,
  experience: judgeExperience,
  education: judgeEducation,
  certificate: judgeCertificate,
  project: judgeProject,
  leadership: judgeLeadership,
  language: judgeLanguage,
  location: judgeLocation,
  salary: judgeSalary,
  other: judgeText,
};

/** A requirement with its verdict and what the verdict counts. */
export type Judged = { requirement: Requirement; verdict: RequirementVerdict; points: Score };

export function judgeRequirement(requirement: Requirement, evidence: Evidence, pay: PayRange): Judged {
  const own = judges[requirement.kind](requirement.text, evidence, pay);
  const found = withAccepted(requirement, own, evidence);
  // Whatever a rule gave: a quote that does not stand in the resume is not evidence.
  const quotes = found.quotes.filter(({ start, end, text }) => evidence.text.slice(start, end) === text);
  return { requirement, verdict: toVerdict(requirement, { ...found, quotes }), points: found.points };
}
