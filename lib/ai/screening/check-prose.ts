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

export function quotedWords(text: string): string[] {
  return [...text.matchAll(/“([^”]+)”|「([^」]+)」|『([^』]+)』|"([^"]+)"/g)].map(
    ([, ...groups]) => groups.find((group) => group !== undefined) ?? "",
  );
}
