import { radicalToHan } from "./radicals";

/**
 * Folds what looks the same into one form without changing the words: CJK radicals and compatibility ideographs
 * to Han, of which some programs write both for one character ("⼿手机"); ligatures to letters, odd spaces to a space.
 * Drops controls, zero-width and private-use characters (icon fonts).
 * Full-width forms stay: a quote shown to a person should read as the resume does.
 */
export function cleanCharacters(text: string): string {
  return text
    .replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, (sign, at: number) => {
      const han = radicalToHan(sign);
      return han === text[at + 1] || han === text[at - 1] ? "" : han;
    })
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize("NFKC"))
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f]/g, " ")
    .replace(/([¨˘ˇ˝])(\p{L})/gu, (whole, accent: string, letter: string) => accented(letter, accent) ?? whole)
    .replace(/¸([csCS])/g, (whole, letter: string) => accented(letter, "¸") ?? whole)
    .replace(/(?<=\p{L}{2})´(\p{L})/gu, (whole, letter: string) => accented(letter, "´") ?? whole)
    .replace(dropped, "");
}

const combining: Record<string, string> = {
  "¨": "\u0308",
  "˘": "\u0306",
  ˇ: "\u030c",
  "˝": "\u030b",
  "¸": "\u0327",
  "´": "\u0301",
  "˙": "\u0307",
  ˆ: "\u0302",
  "˜": "\u0303",
  "`": "\u0300",
};

/** TeX sets an accent as a sign of its own before its letter ("G¨ung¨ore"); null where no such letter is. */
export function accented(letter: string, accent: string): string | null {
  const whole = `${letter}${combining[accent] ?? ""}`.normalize("NFC");
  return whole.length === 1 ? whole : null;
}

/** Controls except tab and line feed, soft hyphen, zero-width and direction marks, tags, private use. */
const dropped = /(?![\t\n])\p{Cc}|\ufffd|[\ufe00-\ufe0f]|\p{Cf}|\p{Co}|\p{Cs}/gu;

/** Whole text of a format without layout: LF line ends, at most one empty line in a row, no trailing spaces. */
export function cleanText(text: string): string {
  return cleanCharacters(text.replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n"))
    .replace(/(?<![ \t])[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|(?<!\s)\s+$/g, "");
}
