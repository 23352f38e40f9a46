import { numberPattern, readNumber } from "@/lib/resume/parsing/number-words";

const yearsPattern = new RegExp(
  `(?<![\\d.a-z])(${numberPattern})\\s*(?:(?:[-–—~～至到]|to)\\s*(?:${numberPattern})\\s*)?(?:(?:\\+|多|余|or more\\b)\\s*)?(?:(?:full|whole)\\s+)?(年|years?\\b|yrs?\\b|个月|months?\\b)`,
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

export function round(value: number, decimals = 1) {
  const scale = 10 ** decimals;
  // Sums made in another order differ in the last bits; a half must still round the same way.
  return Math.round(value * scale + 1e-7) / scale;
}
