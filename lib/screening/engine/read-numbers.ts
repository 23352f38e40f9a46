import { englishNumbers, readChineseNumber } from "@/lib/resume/parsing/number-words";

/** A number as digits, in Chinese (十二, 两) or as an English word; for use inside a larger pattern. */
export const numberPattern = `\\d+(?:\\.\\d+)?|[一二两三四五六七八九十]{1,3}|${Object.keys(englishNumbers).join("|")}`;

const yearsPattern = new RegExp(
  `(?<![\\d.a-z])(${numberPattern})\\s*(?:(?:[-–—~～至到]|to)\\s*(?:${numberPattern})\\s*)?(?:\\+|多|余|or more\\b)?\\s*(?:(?:full|whole)\\s+)?(年|years?\\b|yrs?\\b|个月|months?\\b)`,
  "gi",
);

/** The least time a text asks for, in years: "3-5年" 3, "五年以上" 5, "at least three years" 3, "6 个月" 0.5; null when none. */
export function readYears(text: string): number | null {
  for (const [, number = "", unit = ""] of text.matchAll(yearsPattern)) {
    const value = readNumber(number);
    const isMonths = /月|month/i.test(unit);
    // "2024年毕业" names a year.
    if (value !== null && value > 0 && value <= (isMonths ? 120 : 50)) return isMonths ? value / 12 : value;
  }
  return /半年/.test(text) ? 0.5 : null;
}

/** "12", "十二", "两", "twelve" as a number. */
export function readNumber(text: string): number | null {
  if (/^\d/.test(text)) return Number(text);
  return (englishNumbers[text.toLowerCase()] ?? readChineseNumber(text)) || null;
}

export function round(value: number, decimals = 1) {
  const scale = 10 ** decimals;
  // Sums made in another order differ in the last bits; a half must still round the same way.
  return Math.round(value * scale + 1e-7) / scale;
}
