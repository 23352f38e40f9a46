/**
 * Some fonts (old-style figures of Raleway, Lato and others) give their digits as ten neighbouring
 * private-use characters. The code of "0" is taken to be known when, read so, at least two groups of four are
 * years and no other reading makes more of them so; otherwise null, and the characters are dropped like icons.
 */
export function findPrivateZero(strings: string[]): number | null {
  const text = strings.filter((part) => privateUse.test(part)).join(" ");
  const codes = [...text]
    .map((character) => character.charCodeAt(0))
    .filter((code) => code >= 0xe000 && code <= 0xf8ff);
  if (codes.length < 8) return null;
  const lowest = Math.min(...codes);
  const highest = Math.max(...codes);
  if (highest - lowest > 9) return null;
  let best: { zero: number; years: number } | null = null;
  for (let zero = highest - 9; zero <= lowest; zero += 1) {
    const years = readPrivateDigits(text, zero).match(/(?<!\d)(?:19[5-9]|20[0-4])\d(?!\d)/g)?.length ?? 0;
    if (years >= 2 && (!best || years > best.years)) best = { zero, years };
  }
  return best?.zero ?? null;
}

export function readPrivateDigits(text: string, zero: number): string {
  return text.replace(/[\ue000-\uf8ff]/g, (character) => {
    const digit = character.charCodeAt(0) - zero;
    return digit >= 0 && digit <= 9 ? String(digit) : character;
  });
}

const privateUse = /[\ue000-\uf8ff]/;
