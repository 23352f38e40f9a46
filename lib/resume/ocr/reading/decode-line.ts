import type { Slices } from "./models";

/** A character as the reader saw it. */
export type Glyph = {
  text: string;
  /** Its middle, from 0 at the strip's left to 1 at its right. */
  at: number;
  confidence: number;
  /** How likely a space stands before it. */
  space: number;
};

/**
 * The reader names the likeliest character for each narrow slice of a line: a character seen in several neighbouring
 * slices stands once, and slices of nothing separate two that are alike.
 */
export function decodeLine({ kinds, likelihoods, spaces }: Slices, characters: readonly string[]): Glyph[] {
  const glyphs: Glyph[] = [];
  const spaceKind = characters.length - 1;
  let space = 0;
  for (let first = 0; first < kinds.length; ) {
    const kind = Number(kinds[first]);
    let end = first + 1;
    while (end < kinds.length && Number(kinds[end]) === kind) end += 1;
    if (kind === 0 || kind === spaceKind) {
      space = Math.max(space, ...spaces.subarray(first, end));
    } else {
      const confidence = Math.min(1, Math.max(...likelihoods.subarray(first, end)));
      glyphs.push({ text: characters[kind] ?? "", at: (first + end) / 2 / kinds.length, confidence, space });
      space = 0;
    }
    first = end;
  }
  return glyphs;
}
