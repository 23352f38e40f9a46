import "server-only";
import { findQuote } from "@/lib/ai/find-quote";
import { inventedNumbers } from "@/lib/ai/numbers";
import type { Prose } from "@/lib/ai/screening/schema";

const longestProse = 800;

/** What is wrong with prose: its numbers and what it puts in quotation marks have to stand in the sources. */
export function problemsOfProse({ zh, en }: Prose, sources: readonly string[]): string[] {
  return Object.entries({ zh, en }).flatMap(([language, text]) => {
    if (text.trim() === "" || text.length > longestProse) return [`${language}: it is empty or too long.`];
    const numbers = inventedNumbers(text, sources);
    const words = quotedWords(text).filter((quoted) => !sources.some((source) => findQuote(source, quoted)));
    return [
      ...(numbers.length > 0 ? [`${language}: ${numbers.join(", ")} stands in no source.`] : []),
      ...words.map((quoted) => `${language}: these words stand in no source: ${quoted}`),
    ];
  });
}

const closingMarks = new Map([
  ["“", "”"],
  ["「", "」"],
  ["『", "』"],
  ['"', '"'],
]);

export function quotedWords(text: string): string[] {
  const found: string[] = [];
  const unclosed = new Set<string>();
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(/[“「『"]/g)) {
    if (index < from || unclosed.has(mark)) continue;
    const end = text.indexOf(closingMarks.get(mark) ?? "", index + 1);
    if (end < 0) unclosed.add(mark);
    if (end <= index + 1) continue;
    found.push(text.slice(index + 1, end));
    from = end + 1;
  }
  return found;
}
