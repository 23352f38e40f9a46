import "server-only";
import type { Checked } from "@/lib/ai/ask-model";
import { type FoundQuote, findQuote } from "@/lib/ai/find-quote";
import { problemsOfProse } from "@/lib/ai/screening/check-prose";
import type { AskedRequirement } from "@/lib/ai/screening/prompts";
import type { ExpertAnswer, ExpertFact, ExpertFindings } from "@/lib/ai/screening/schema";

const longestQuote = 300;
const mostQuotes = 3;

type Source = {
  text: string;
  /** The resume itself, at the same places. */
  original: string;
  requirements: readonly AskedRequirement[];
};

/**
 * Holds an answer against the resume. Quotes that do not stand there go back once; after that they are left out and
 * counted, and prose that says more than its sources is left out.
 */
export function checkExpert(source: Source, answer: ExpertAnswer, isLast: boolean): Checked<ExpertFindings> {
  const facts = new Map<string, ExpertFact>();
  const missing: string[] = [];
  for (const { requirement: id, verdict, quotes } of answer.facts) {
    const requirement = source.requirements.find((one) => one.id === id);
    // Nobody asked, or it was answered before.
    if (!requirement || facts.has(requirement.key)) continue;
    const found = quotes.slice(0, mostQuotes).map((quote) => ({ quote, place: placeOf(source, quote) }));
    missing.push(...found.flatMap(({ quote, place }) => (place ? [] : [`${id}: ${quote.slice(0, longestQuote)}`])));
    const places = found.flatMap(({ place }) => place ?? []);
    facts.set(requirement.key, { requirementKey: requirement.key, verdict, quotes: unique(places) });
  }
  const { zh, en } = answer;
  const prose = { zh: zh.trim(), en: en.trim() };
  const sources = [source.text, ...source.requirements.map(({ text }) => text)];
  const said = problemsOfProse(prose, sources);
  const problems = [...missing.map((quote) => `These words do not stand in the resume: ${quote}`), ...said];
  if (problems.length > 0 && !isLast) return { reason: "invented", problem: problems.slice(0, 20).join("\n") };
  const value = { facts: [...facts.values()], prose: said.length > 0 ? null : prose, dropped: missing.length };
  return { value };
}

/** A quote that reaches over words which were taken out is not the resume's. */
function placeOf({ text, original }: Source, quote: string): FoundQuote | null {
  if (quote.length > longestQuote || !/\p{L}/u.test(quote)) return null;
  const found = findQuote(text, quote);
  return found && original.slice(found.start, found.end) === found.text ? found : null;
}

function unique(quotes: FoundQuote[]): FoundQuote[] {
  return quotes.filter(
    ({ start, end }, index) => quotes.findIndex((other) => other.start === start && other.end === end) === index,
  );
}
