import type { Reading, TextSpan } from "@/lib/resume/profile";
import type { Quote } from "@/lib/screening/schema";

const longestQuote = 160;
const mostQuotes = 3;

export function quoteOf(text: string, { start, end }: TextSpan): Quote {
  return { start, end, text: text.slice(start, end) };
}

/** The first places of some readings as quotes, without repeats. */
export function quotesOf(text: string, readings: (Reading<unknown> | null | undefined)[]): Quote[] {
  const spans = readings.flatMap((reading) => reading?.spans[0] ?? []);
  return uniqueQuotes(spans.map((span) => quoteOf(text, span)));
}

/** Without repeats and without quotes that stand inside another. */
export function uniqueQuotes(quotes: Quote[], most = mostQuotes): Quote[] {
  const kept: Quote[] = [];
  for (const quote of quotes) {
    if (quote.text.trim() === "") continue;
    if (!kept.some(({ start, end }) => quote.start < end && start < quote.end)) kept.push(quote);
  }
  return kept.slice(0, most);
}

/**
 * The line or sentence around a place, at most 160 characters, cut at words. It stops at `walls`: contacts and
 * personal data stay out of quotes.
 */
export function quoteAround(text: string, { start, end }: TextSpan, walls: readonly TextSpan[]): Quote {
  const stop = Math.max(0, ...walls.filter((wall) => wall.end <= start).map((wall) => wall.end));
  const wall = Math.min(text.length, ...walls.filter((other) => other.start >= end).map((other) => other.start));
  let from = start;
  let to = Math.min(end, start + longestQuote);
  while (to < wall && !sentenceEnd(text, to) && to - from < longestQuote) to += 1;
  while (from > stop && !sentenceEnd(text, from - 1) && to - from < longestQuote) from -= 1;
  if (isInsideWord(text, from)) while (from < start && !/\s/.test(text[from] ?? "")) from += 1;
  if (isInsideWord(text, to)) while (to > end && !/\s/.test(text[to - 1] ?? "")) to -= 1;
  while (from < start && /[\s\-–·*,，、;；:：|｜)）]/.test(text[from] ?? "")) from += 1;
  while (to > end && /[\s,，、|｜(（]/.test(text[to - 1] ?? "")) to -= 1;
  return quoteOf(text, { start: from, end: to });
}

/** A full stop ends a sentence before a space only ("Node.js", "3.5"), and not behind an abbreviation ("Mar. 2021"). */
export function sentenceEnd(text: string, at: number): boolean {
  const character = text[at] ?? "";
  if (character !== ".") return /[\n。；;!?！？•●▪]/.test(character);
  if (!/\s/.test(text[at + 1] ?? " ")) return false;
  const before = text.slice(Math.max(0, at - 5), at);
  return /[a-z)\d]{2}$/.test(before) && !abbreviation.test(before);
}

const abbreviation = /(?:^|[^a-z])(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|inc|ltd|corp|co|no|vs|dr|st|etc)$/i;

function isInsideWord(text: string, at: number): boolean {
  return /[A-Za-z0-9]/.test(text[at - 1] ?? "") && /[A-Za-z0-9]/.test(text[at] ?? "");
}
