import { hash32 } from "./hash";
import { pinyinSpellings } from "./pinyin";

/**
 * Words of Latin script (with + # . - inside) and overlapping pairs of Chinese characters, as signed 32-bit
 * FNV-1a hashes without repeats: what the GIN index on `resume.search_tokens` holds. A single Chinese
 * character becomes a token only in `names`, where surnames are looked for; names are also found by pinyin.
 */
export function searchTokens(text: string, names: readonly string[] = []): number[] {
  const tokens = new Set<number>();
  for (const part of fold(text).matchAll(words)) {
    const word = part[0];
    if (!isHan(word)) tokens.add(hash32(word));
    else for (const pair of pairs(word)) tokens.add(hash32(pair));
  }
  for (const name of names) {
    for (const character of fold(name)) if (isHan(character)) tokens.add(hash32(character));
    for (const spelling of pinyinSpellings(name)) tokens.add(hash32(spelling));
  }
  return [...tokens];
}

/**
 * The Latin words of a text that are also found by their beginning, and the pinyin of names: what the index on
 * `resume.words` holds. Numbers are found whole only.
 */
export function begunWords(text: string, names: readonly string[] = []): string[] {
  const found = new Set(names.flatMap(pinyinSpellings).filter(canBegin));
  for (const [word] of fold(text).matchAll(words)) if (found.size < mostBegun && canBegin(word)) found.add(word);
  return [...found];
}

/** A resume has a few hundred; a column takes one megabyte at most. */
const mostBegun = 5000;
const leastLetters = 3;
const mostLetters = 40;

/** How the words of a query are taken: as they stand, the last as a beginning, or each as one. */
export const wordReadings = ["whole", "last", "each"] as const;
export type WordReading = (typeof wordReadings)[number];

/**
 * What a row must have to match a query: its tokens, the Chinese runs of 3 or more to look for literally, and words
 * that begin like those in `begun`. With each word a beginning, a last one too short for that is left out: `said` has
 * the words that count.
 */
export function queryTokens(query: string, reading: WordReading = "whole") {
  const tokens = new Set<number>();
  const runs: string[] = [];
  const begun = new Set<string>();
  const words = queryWords(query);
  const said = reading === "each" && words.length > 1 && isTooShort(words.at(-1) ?? "") ? words.slice(0, -1) : words;
  for (const [place, word] of said.entries()) {
    const mayBegin = reading === "each" || (reading === "last" && place === said.length - 1);
    if (isHan(word) && word.length > 1) {
      for (const pair of pairs(word)) tokens.add(hash32(pair));
      if (word.length > 2) runs.push(word);
    } else if (mayBegin && canBegin(word)) begun.add(word);
    else tokens.add(hash32(word));
  }
  return { tokens: [...tokens], runs, begun: [...begun], said };
}

/** The ways to take a query's words that differ from each other, the narrowest first. */
export function readingsOf(query: string): WordReading[] {
  const seen = new Set<string>();
  return wordReadings.filter((reading) => {
    const key = JSON.stringify(queryTokens(query, reading));
    return !seen.has(key) && seen.add(key);
  });
}

/** The words of a query as they stand in a text in lower case: what is highlighted and ranked by. */
export function queryWords(query: string): string[] {
  return [...fold(query).matchAll(words)].map(([word]) => word);
}

const words = /\p{Script=Han}+|[\p{L}\p{N}]+(?:[.+#-]+[\p{L}\p{N}]+)*[+#]*/gu;

function fold(text: string) {
  return text.normalize("NFKC").toLowerCase();
}

function canBegin(word: string) {
  return word.length >= leastLetters && word.length <= mostLetters && /^\p{L}/u.test(word) && !isHan(word);
}

/** Half a word: a single Chinese character is a whole one. */
function isTooShort(word: string) {
  return word.length < leastLetters && /^\p{L}/u.test(word) && !isHan(word);
}

function isHan(word: string) {
  return /^\p{Script=Han}/u.test(word);
}

function* pairs(run: string) {
  if (run.length === 1) return;
  for (let index = 0; index < run.length - 1; index += 1) yield run.slice(index, index + 2);
}
