import type { OcrWord } from "../../ocr/ocr-page";

/** Letters that OCR takes digits for. */
const digitOf: Record<string, string> = {
  O: "0",
  o: "0",
  D: "0",
  l: "1",
  I: "1",
  i: "1",
  "|": "1",
  Z: "2",
  z: "2",
  S: "5",
  s: "5",
  B: "8",
};
const likeDigits = new RegExp(`[${Object.keys(digitOf).join("")}]`, "g");

/**
 * Mends what OCR is known to get wrong where the pattern leaves no doubt, and nothing else:
 *
 * - A word that is a Chinese mobile number, or an international number with a plus, but for at most three letters that
 *   look like digits: `l38O013800O` → `13800138000`… only if all other characters are digits and the result is whole.
 * - An e-mail address torn apart at its @ or its last dot: `jane @example . com` → one word. Its letters are kept.
 * - The end of an e-mail address: `.c0m`, `.con`, `.corn` → `.com`.
 */
export function correctWords(words: readonly OcrWord[]): OcrWord[] {
  return joinAddresses(words).map((word) => ({ ...word, text: correctAddress(correctPhone(word.text)) }));
}

function correctPhone(text: string): string {
  return text.replace(/(?<![\p{L}\d+])\+?[\dA-Za-z|-]{11,17}(?![\p{L}\d])/gu, (candidate) => {
    const letters = candidate.match(/[A-Za-z|]/g)?.length ?? 0;
    if (letters === 0 || letters > 3) return candidate;
    const digits = candidate.replace(likeDigits, (letter) => digitOf[letter] ?? letter);
    const bare = digits.replaceAll("-", "");
    return /^1[3-9]\d{9}$/.test(bare) || /^\+\d{10,13}$/.test(bare) ? digits : candidate;
  });
}

const wholeAddress = /^[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}$/i;

function correctAddress(text: string): string {
  const mended = text.replace(/\.(?:c0m|con|corn|c0rn)$/i, ".com");
  return mended !== text && wholeAddress.test(mended) ? mended : text;
}

/** The parts of an address stand closer than words do. */
function joinAddresses(words: readonly OcrWord[]): OcrWord[] {
  const joined: OcrWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    if (last && belongsTo(last, word)) joined[joined.length - 1] = join(last, word);
    else joined.push(word);
  }
  return joined;
}

function belongsTo(last: OcrWord, word: OcrWord): boolean {
  if (word.x - (last.x + last.width) > 0.6 * Math.max(last.height, word.height)) return false;
  const both = last.text + word.text;
  if (!/^[\w.+-]*(?:@[\w.-]*)?$/.test(both)) return false;
  // "jane" "@example.com", "jane@" "example.com", "jane@example" ".com", "jane@example." "com".
  const isAtSign = /^[\w.+-]+$/.test(last.text) && word.text.startsWith("@");
  const isAfterSign = /@$/.test(last.text) && /^[\w-]+/.test(word.text);
  const isLastDot = /@[\w.-]+$/.test(last.text) && (word.text.startsWith(".") || last.text.endsWith("."));
  return isAtSign || isAfterSign || isLastDot;
}

function join(left: OcrWord, right: OcrWord): OcrWord {
  const [top, bottom] = [Math.min(left.y, right.y), Math.max(left.y + left.height, right.y + right.height)];
  return {
    text: left.text + right.text,
    ...{ x: left.x, y: top, width: right.x + right.width - left.x, height: bottom - top },
    confidence: Math.min(left.confidence, right.confidence),
  };
}
