import "server-only";
import type { Checked } from "@/lib/ai/ask-model";
import { findQuote } from "@/lib/ai/find-quote";
import { inventedNumbers } from "@/lib/ai/numbers";
import type { ReviewAnswer, ReviewMaterial } from "@/lib/ai/review/schema";
import { quotedWords } from "@/lib/ai/screening/check-prose";

const longest = 500;

/** Every suggestion belongs to one fault, once; its numbers and what it quotes stand there. */
export function checkReview({ summary, facts }: ReviewMaterial, answer: ReviewAnswer): Checked<ReviewAnswer> {
  const all = [summary, ...facts.flatMap(({ text, quotes }) => [text, ...quotes])];
  const ids = answer.suggestions.map(({ fact }) => fact);
  const problems = [
    ...problemsOf(answer.summary, all).map((problem) => `Summary: ${problem}`),
    ...answer.suggestions.flatMap(({ fact: id, issue, recommendation }, index) => {
      const fact = facts.find((one) => one.id === id);
      if (!fact || ids.indexOf(id) !== index)
        return [`Suggestion ${index + 1}: its fault is not there, or named twice.`];
      const sources = [fact.text, ...fact.quotes];
      return [issue, recommendation]
        .flatMap((text) => problemsOf(text, sources))
        .map((problem) => `Suggestion ${index + 1}: ${problem}`);
    }),
  ];
  return problems.length > 0 ? { reason: "invented", problem: problems.join("\n") } : { value: answer };
}

function problemsOf(text: string, sources: string[]): string[] {
  if (text.trim() === "" || text.length > longest) return ["a text is empty or too long."];
  const numbers = inventedNumbers(text, sources);
  const words = quotedWords(text).filter((quoted) => !sources.some((source) => findQuote(source, quoted)));
  return [
    ...(numbers.length > 0 ? [`${numbers.join(", ")} stands in none of its lines.`] : []),
    ...words.map((quoted) => `these words stand in none of its lines: ${quoted}`),
  ];
}
