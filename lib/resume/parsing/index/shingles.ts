import { normalizeText } from "../normalize-text";
import { hash32 } from "./hash";

const shingleLength = 8;
const bands = 16;
const rowsPerBand = 4;
/** Two texts this alike are worth a look; the bands find such pairs with 90 % certainty, and nearly all above 0.7. */
export const leastSimilarity = 0.6;

/** The overlapping 8-character pieces of a text without spaces and punctuation, hashed. */
export function shingles(text: string): Set<number> {
  const plain = normalizeText(text);
  const found = new Set<number>();
  for (let start = 0; start + shingleLength <= plain.length; start += 1) {
    found.add(hash32(plain.slice(start, start + shingleLength)));
  }
  return found;
}

/**
 * MinHash signature of a text's shingles in 16 bands of 4: texts that share a band are candidates for being near
 * duplicates (Broder 1997; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4). Empty for a text too
 * short to say.
 */
export function shingleBands(text: string): number[] {
  const pieces = shingles(text);
  if (pieces.size < 50) return [];
  const least = new Int32Array(bands * rowsPerBand).fill(0x7fffffff);
  for (const piece of pieces) {
    for (let row = 0; row < least.length; row += 1) {
      const value = mix(piece ^ Math.imul(row + 1, 0x9e3779b1));
      if (value < (least[row] ?? 0)) least[row] = value;
    }
  }
  return Array.from({ length: bands }, (_, band) =>
    hash32(`${band}:${least.slice(band * rowsPerBand, (band + 1) * rowsPerBand).join(",")}`),
  );
}

/** Jaccard similarity of two sets of shingles, 0 to 1. */
export function similarity(a: Set<number>, b: Set<number>): number {
  let shared = 0;
  for (const piece of a) if (b.has(piece)) shared += 1;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** The finaliser of MurmurHash3: every bit of the input reaches every bit of the output. */
function mix(input: number): number {
  let value = input;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) | 0;
}
