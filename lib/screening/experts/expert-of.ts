import { judgingExperts } from "@/lib/ai/screening/kinds";
import type { AskedRequirement } from "@/lib/ai/screening/prompts";
import type { JudgingExpert } from "@/lib/ai/screening/schema";
import type { Requirement } from "@/lib/position/requirement";
import { counts } from "@/lib/screening/engine/score-judged";
import type { ScreeningResult } from "@/lib/screening/schema";

/** Places and pay are read from wishes and addresses, which no model is shown: they stay the engine's. */
export const expertOf: Record<Requirement["kind"], JudgingExpert | null> = {
  ...{ experience: "hr", education: "hr", certificate: "hr", language: "hr", other: "hr" },
  ...{ skill: "technical", project: "manager", leadership: "manager", location: null, salary: null },
};

/** What an expert is asked about; nothing about personal attributes. */
export function requirementsFor(
  expert: JudgingExpert,
  { requirements, result }: { requirements: readonly Requirement[]; result: ScreeningResult },
): AskedRequirement[] {
  const isJudged = ({ key }: Requirement) =>
    result.verdicts.some((verdict) => verdict.requirementKey === key && counts({ verdict }));
  return requirements
    .filter((requirement) => expertOf[requirement.kind] === expert && isJudged(requirement))
    .map(({ key, text }, index) => ({ id: `R${index + 1}`, key, text }));
}

export function expertsFor(asked: Parameters<typeof requirementsFor>[1]): JudgingExpert[] {
  return judgingExperts.filter((expert) => requirementsFor(expert, asked).length > 0);
}
