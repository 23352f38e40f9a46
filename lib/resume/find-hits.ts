import { escapeRegExp } from "@/lib/resume/parsing/fold";
import type { TextSpan } from "@/lib/resume/profile";

const mostHits = 500;

/** Where the words of a search stand in a text, in its order. */
export function findHits(text: string, words: readonly string[]): TextSpan[] {
  const pattern = hitPattern(words);
  if (!pattern) return [];
  const hits: TextSpan[] = [];
  for (const { index, 0: hit } of text.matchAll(pattern)) {
    hits.push({ start: index, end: index + hit.length });
    if (hits.length === mostHits) break;
  }
  return hits;
}

/** Marks the words in markup, between its tags only. */
export function markHits(html: string, words: readonly string[]): string {
  const pattern = hitPattern(words);
  if (!pattern) return html;
  return html.replace(/(<[^<>]*>|&[#\w]+;)|[^<&]+/g, (text, kept) => kept ?? text.replace(pattern, "<mark>$&</mark>"));
}

/** Hits begin where a word does, as they are searched for; what is too short to be a beginning is a word. */
function hitPattern(words: readonly string[]) {
  const escaped = words
    .filter(Boolean)
    .toSorted((a, b) => b.length - a.length)
    .map(
      (word) =>
        `${isLetter(word.at(0)) ? `(?<!${letter})` : ""}${escapeRegExp(word)}${isShort(word) ? `(?!${letter})` : ""}`,
    );
  return escaped.length > 0 ? new RegExp(escaped.join("|"), "giu") : null;
}

/** Of a word that ends somewhere: Chinese ones stand side by side. */
const letter = "(?!\\p{Script=Han})[\\p{L}\\p{N}]";
const leastBegun = 3;

function isLetter(character = "") {
  return new RegExp(`^${letter}`, "u").test(character);
}

function isShort(word: string) {
  return word.length < leastBegun && isLetter(word.at(-1));
}
