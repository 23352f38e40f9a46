import type { Requirement } from "@/lib/position/requirement";
import type { RequirementVerdict } from "@/lib/screening/schema";
import type { Evidence } from "./evidence";
import { judgeEducation } from "./judge-education";
import { judgeExperience } from "./judge-experience";
import { judgeLanguage } from "./judge-language";
import { judgeLeadership } from "./judge-leadership";
import { judgeSkill } from "./judge-skill";
import { judgeCertificate, judgeText } from "./judge-text";
import { type Judgement, toVerdict } from "./judgement";

const judges: Record<Requirement["kind"], (text: string, evidence: Evidence) => Judgement> = {
  skill: judgeSkill,
  experience: judgeExperience,
  education: judgeEducation,
  certificate: judgeCertificate,
  project: judgeText,
  leadership: judgeLeadership,
  language: judgeLanguage,
  other: judgeText,
};

export function judgeRequirement(requirement: Requirement, evidence: Evidence): RequirementVerdict {
  const verdict = toVerdict(requirement, judges[requirement.kind](requirement.text, evidence));
  // Whatever a rule gave: a quote that does not stand in the resume is not evidence.
  const quotes = verdict.quotes.filter(({ start, end, text }) => evidence.text.slice(start, end) === text);
  return { ...verdict, quotes };
}
