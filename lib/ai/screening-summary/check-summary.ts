import "server-only";
import type { Checked } from "@/lib/ai/ask-model";
import { findQuote } from "@/lib/ai/find-quote";
import { inventedNumbers } from "@/lib/ai/numbers";
import { quotedWords } from "@/lib/ai/screening/check-prose";
import type { SummaryAnswer, SummaryFact, SummarySentence } from "@/lib/ai/screening-summary/schema";

const mostSentences = 8;
const longestSentence = 600;

/** Every sentence rests on facts, its numbers stand in them, and what it puts in quotation marks in their quotes. */
export function checkSummary(facts: SummaryFact[], { sentences }: SummaryAnswer): Checked<SummarySentence[]> {
  if (sentences.length === 0) return { reason: "not_understood", problem: "There is no sentence." };
  if (sentences.length > mostSentences) return { reason: "not_understood", problem: "There are too many sentences." };
  const problems = sentences.flatMap((sentence, index) =>
    problemsOf(facts, sentence).map((problem) => `Sentence ${index + 1}: ${problem}`),
  );
  if (problems.length > 0) return { reason: "invented", problem: problems.join("\n") };
  const value = sentences.map(({ facts: ids, zh, en }) => ({
    zh: zh.trim(),
    en: en.trim(),
    quotes: unique(facts.filter(({ id }) => ids.includes(id)).flatMap(({ quotes }) => quotes)),
  }));
  return { value };
}

function problemsOf(facts: SummaryFact[], { facts: ids, zh, en }: SummaryAnswer["sentences"][number]): string[] {
  const cited = facts.filter(({ id }) => ids.includes(id));
  const unknown = ids.filter((id) => !facts.some((fact) => fact.id === id));
  if (cited.length === 0 || unknown.length > 0) return ["it names no fact, or one that is not there."];
  const quotes = cited.flatMap((fact) => fact.quotes.map(({ text }) => text));
  const sources = [...cited.map(({ text }) => text), ...quotes];
  return [zh, en].flatMap((text) => {
    if (text.trim() === "" || text.length > longestSentence) return ["it is empty or too long in one language."];
    const numbers = inventedNumbers(text, sources);
    const words = quotedWords(text).filter((quoted) => !sources.some((source) => findQuote(source, quoted)));
    return [
      ...(numbers.length > 0 ? [`its facts do not hold ${numbers.join(", ")}.`] : []),
      ...words.map((quoted) => `these words stand in none of its quotes: ${quoted}`),
    ];
  });
}

function unique(quotes: SummarySentence["quotes"]) {
  return quotes.filter(
    ({ start, end }, index) => quotes.findIndex((q) => q.start === start && q.end === end) === index,
  );
}
