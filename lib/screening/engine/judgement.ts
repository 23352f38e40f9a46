import type { Requirement } from "@/lib/position/requirement";
import type { Quote, RequirementVerdict, Statement, Verdict } from "@/lib/screening/schema";

/** What one rule found about one requirement. */
export type Judgement = { verdict: Verdict; confidence: number; reason: Statement; quotes: Quote[] };

export function judgement(
  verdict: Verdict,
  confidence: number,
  code: string,
  values: Statement["values"] = {},
  quotes: Quote[] = [],
): Judgement {
  return { verdict, confidence, reason: { code, values }, quotes };
}

/** A gate passes when met, fails only on evidence against it, and is asked about otherwise. */
export function toVerdict({ key, necessity }: Requirement, found: Judgement): RequirementVerdict {
  const gates = { met: "pass", partly: "ask", not_met: "fail", unknown: "ask" } as const;
  return { requirementKey: key, gate: necessity === "gate" ? gates[found.verdict] : null, ...found };
}
