import type { SummaryFact } from "@/lib/ai/screening-summary/schema";
import type { Requirement } from "@/lib/position/requirement";
import { verdicts } from "@/lib/screening/kinds";
import type { AppliedCorrection, ScreeningResult, Verdict } from "@/lib/screening/schema";
import { say } from "@/lib/screening/statements";

const adviceInWords = { interview: "invite to an interview", reserve: "keep in reserve", mismatch: "no match" };
const verdictInWords: Record<Verdict, string> = {
  met: "met",
  partly: "partly met",
  not_met: "not met",
  unknown: "unknown, to be asked",
};
const gateInWords = { pass: "the gate is passed", fail: "the gate is failed", ask: "the gate is to be asked about" };

type SummaryFacts = { result: ScreeningResult; requirements: Requirement[]; candidateName: string | null };

/**
 * A result line by line, for prose to rest on: the numbers are the engine's, the quotes the resume's. A quote with the
 * candidate's name or a contact in it stays here.
 */
export function summaryFacts({ result, requirements, candidateName }: SummaryFacts): SummaryFact[] {
  const lines = [
    scoreLine(result),
    countLine(result),
    ...result.verdicts.flatMap(({ requirementKey, verdict, gate, reason, quotes, corrections = [] }) => {
      const requirement = requirements.find(({ key }) => key === requirementKey);
      if (!requirement) return [];
      const outcome = [verdictInWords[verdict], gate && gateInWords[gate]].filter(Boolean).join("; ");
      const text = `Requirement (${requirement.necessity}): ${requirement.text}. ${outcome}. ${say(reason, "en")}${correctedIn(corrections)}`;
      return { text, quotes };
    }),
    ...result.strengths.map((strength) => ({ text: `Strength: ${say(strength, "en")}`, quotes: strength.quotes })),
  ];
  return lines.map(({ text, quotes }, index) => ({
    id: `F${index + 1}`,
    text,
    quotes: quotes.filter((quote) => !namesSomebody(quote.text, candidateName)),
  }));
}

/** Not the resume's words, and said so. */
function correctedIn(corrections: AppliedCorrection[]) {
  const values = corrections.map(({ value }) => value).filter((value) => !contact.test(value));
  return values.length > 0 ? ` Corrected by a recruiter, not stated in the resume: ${values.join("; ")}.` : "";
}

const contact = /\S@\S|(?<!\d)1[3-9]\d{9}(?!\d)|\+\d[\d ()-]{7,}/;

function namesSomebody(text: string, candidateName: string | null): boolean {
  const tight = (value: string) => value.replace(/\s/g, "").toLowerCase();
  return contact.test(text) || (candidateName !== null && tight(text).includes(tight(candidateName)));
}

function scoreLine({ comprehensive: { value, low, high }, advice, adviceReasons }: ScreeningResult) {
  const reasons = adviceReasons.map((reason) => say(reason, "en")).join(" ");
  const text = `Comprehensive score ${value} of 100, possible range ${low} to ${high}. Advice: ${adviceInWords[advice]}. ${reasons}`;
  return { text, quotes: [] };
}

function countLine({ verdicts: given }: ScreeningResult) {
  const counts = verdicts.map(
    (verdict) => `${given.filter((one) => one.verdict === verdict).length} ${verdictInWords[verdict]}`,
  );
  return { text: `Of ${given.length} requirements: ${counts.join(", ")}.`, quotes: [] };
}
