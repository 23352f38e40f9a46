import type { Requirement } from "@/lib/position/requirement";
import type { Quote, RequirementVerdict, Score, Statement, Verdict } from "@/lib/screening/schema";
import { round } from "./read-numbers";

/** What one rule found about one requirement; `points` is what the verdict counts in a score. */
export type Judgement = { verdict: Verdict; confidence: number; reason: Statement; quotes: Quote[]; points: Score };

/** Nothing known: the middle, with the whole range. */
export const unknownScore: Score = { value: 50, low: 0, high: 100 };

/** What a verdict counts when nothing more is known. */
export const usualPoints: Record<Verdict, Score> = {
  met: exactly(100),
  partly: exactly(50),
  not_met: exactly(0),
  unknown: unknownScore,
};

export function exactly(value: number): Score {
  return { value, low: value, high: value };
}

/** Points of something of which shares are shown (100) and ruled out (0); the rest is unknown: the middle, open both ways. */
export function pointsOfShares(shown: number, ruledOut = 0): Score {
  return {
    value: round(50 + 50 * (shown - ruledOut), 4),
    low: round(100 * shown, 4),
    high: round(100 * (1 - ruledOut), 4),
  };
}

/** Points of a length of time of which the resume's dates show only a share: at least the middle, for dates can be left out. */
export function pointsOfShort(share: number): Score {
  return { value: round(Math.max(50, 100 * share), 4), low: round(100 * share, 4), high: 100 };
}

export function judgement(
  verdict: Verdict,
  confidence: number,
  reason: Statement,
  quotes: Quote[] = [],
  points: Score = usualPoints[verdict],
): Judgement {
  return { verdict, confidence: round(confidence, 2), reason, quotes, points };
}

export function statement(code: string, values: Statement["values"] = {}): Statement {
  return { code, values };
}

/** A gate passes when met, fails only on evidence against it, and is asked about otherwise. */
export function gateOf({ necessity }: Requirement, verdict: Verdict): RequirementVerdict["gate"] {
  const gates = { met: "pass", partly: "ask", not_met: "fail", unknown: "ask" } as const;
  return necessity === "gate" ? gates[verdict] : null;
}

export function toVerdict(requirement: Requirement, found: Judgement): RequirementVerdict {
  const { verdict, confidence, reason, quotes } = found;
  const gate = gateOf(requirement, verdict);
  return { requirementKey: requirement.key, verdict, gate, confidence, reason, quotes };
}
