import type { Requirement } from "@/lib/position/requirement";
import { findSkills } from "@/lib/resume/parsing/skills";
import type { TextSpan } from "@/lib/resume/profile";
import type { Evidence } from "./evidence";
import { type Judgement, judgement, statement } from "./judgement";
import { bestPlace } from "./terms";

const rank = { met: 2, partly: 1, unknown: 0, not_met: 0 } as const;

/**
 * The judgement, or a better one where the resume says words that a person accepts for the requirement. Of several the
 * best counts, and of equals the first. What is nobody's business in screening stays so.
 */
export function withAccepted({ accepted = [] }: Requirement, found: Judgement, evidence: Evidence): Judgement {
  if (found.reason.code === "personal_attribute") return found;
  const rules = accepted.toSorted((a, b) => rank[b.verdict] - rank[a.verdict]);
  for (const { phrase, verdict } of rules) {
    if (rank[verdict] <= rank[found.verdict]) return found;
    const places = placesOf(phrase, evidence);
    const place = bestPlace(places, evidence);
    if (!place) continue;
    const confidence = evidence.usesOf(places).length > 0 ? 0.9 : 0.7;
    return judgement(verdict, confidence, statement(`accepted_${verdict}`, { phrase }), [evidence.quoteAround(place)]);
  }
  return found;
}

/** Word for word, and where the words are a skill's name by its other names too. */
function placesOf(phrase: string, evidence: Evidence): TextSpan[] {
  const [skill] = findSkills(phrase);
  const isSkill = skill?.start === 0 && skill.end === phrase.length;
  const named = isSkill ? (evidence.skillPlaces.get(skill.canonical) ?? []) : [];
  return [...evidence.findTerm(phrase), ...named];
}
