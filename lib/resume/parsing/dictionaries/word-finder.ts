import { foldWidth, hasHan } from "../fold";

export type FoundWord = { name: string; word: string; start: number; weight: number };

/**
 * Finds the words of named classes in a text. Chinese words match anywhere, others whole; a word that lies within a
 * longer one found at the same place does not count. `words` are separated by |.
 */
export function wordFinder(classes: readonly { name: string; words: string }[]): (text: string) => FoundWord[] {
  const names = new Map<string, string>();
  const lengths = new Map<string, number[]>();
  for (const { name, words } of classes)
    for (const word of words === "" ? [] : words.split("|")) {
      names.set(word, name);
      const key = word.slice(0, 2);
      lengths.set(
        key,
        [...new Set([...(lengths.get(key) ?? []), word.length])].sort((a, b) => b - a),
      );
    }
  return (text) => {
    const folded = foldWidth(text).toLowerCase();
    const found: FoundWord[] = [];
    for (let start = 0; start < folded.length; ) {
      const word = (lengths.get(folded.slice(start, start + 2)) ?? [])
        .map((length) => folded.slice(start, start + length))
        .find((candidate) => names.has(candidate) && isWhole(folded, start, candidate));
      const name = word && names.get(word);
      if (word && name) found.push({ name, word, start, weight: weightOf(word) });
      start += word?.length ?? 1;
    }
    return found;
  };
}

/** The classes of the words found, the longest word first; of two as long the earlier one. */
export function longestWords(found: readonly FoundWord[]): string[] {
  return found.toSorted((a, b) => b.weight - a.weight || a.start - b.start).map(({ name }) => name);
}

/** A Chinese character says about as much as three letters. */
function weightOf(word: string): number {
  return [...word].reduce((sum, character) => sum + (hasHan(character) ? 3 : 1), 0);
}

function isWhole(folded: string, start: number, word: string): boolean {
  const isLetter = (character: string | undefined) =>
    character !== undefined && /[\p{Script=Latin}\p{N}]/u.test(character);
  const first = !isLetter(word[0]) || !isLetter(folded[start - 1]);
  return first && (!isLetter(word.at(-1)) || !isLetter(folded[start + word.length]));
}
