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

/** The tokens a row must have to match a query, and the Chinese runs of 3 or more to look for literally. */
export function queryTokens(query: string): { tokens: number[]; runs: string[] } {
  const tokens = new Set<number>();
  const runs: string[] = [];
  for (const part of fold(query).matchAll(words)) {
    const word = part[0];
    if (!isHan(word) || word.length === 1) tokens.add(hash32(word));
    else {
      for (const pair of pairs(word)) tokens.add(hash32(pair));
      if (word.length > 2) runs.push(word);
    }
  }
  return { tokens: [...tokens], runs };
}

/** The words of a query as they stand in a text in lower case: what is highlighted and ranked by. */
export function queryWords(query: string): string[] {
  return [...fold(query).matchAll(words)].map(([word]) => word);
}

const words = /\p{Script=Han}+|[\p{L}\p{N}]+(?:[.+#-]+[\p{L}\p{N}]+)*[+#]*/gu;

function fold(text: string) {
  return text.normalize("NFKC").toLowerCase();
}

function isHan(word: string) {
  return /^\p{Script=Han}/u.test(word);
}

function* pairs(run: string) {
  if (run.length === 1) return;
  for (let index = 0; index < run.length - 1; index += 1) yield run.slice(index, index + 2);
}
