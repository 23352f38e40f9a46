import { foldWidth } from "@/lib/resume/parsing/fold";
import { englishNumbers, readChineseNumber } from "@/lib/resume/parsing/number-words";

/** The numbers of a text that stand in none of the sources, as digits. */
export function inventedNumbers(text: string, sources: readonly string[]): number[] {
  const known = new Set(sources.flatMap(numbersIn));
  return [...new Set(numbersIn(text))].filter((number) => !known.has(number));
}

/**
 * "3.5", "１２，０００", 五年, 百分之八十, "twelve". Digits that belong to a name (K8s, Vue3) are none, nor is "one" or
 * 一个, which mostly count nothing.
 */
export function numbersIn(text: string): number[] {
  const folded = foldWidth(text).replace(/(?<=\d),(?=\d{3}(?!\d))/g, "");
  const digits = [...folded.matchAll(/(?<![A-Za-z\d.])\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
  const words = [...folded.toLowerCase().matchAll(englishPattern)].map(([word]) => englishNumbers[word] ?? 0);
  const chinese = [...folded.matchAll(chinesePattern)].map(([, percent, counted]) =>
    readChineseNumber(percent ?? counted ?? ""),
  );
  return [...digits, ...words, ...chinese.filter((number) => number > 1)];
}

const englishPattern = new RegExp(
  `\\b(?:${Object.keys(englishNumbers)
    .filter((word) => word !== "one")
    .join("|")})\\b`,
  "g",
);

const numerals = "[零一二两三四五六七八九十百千]";
const numeral = `${numerals}+`;
/** 十分 says "very". */
const chinesePattern = new RegExp(
  `百分之(${numeral})|(?<!${numerals})(?!十分)(${numeral})(?=余?多?(?:年|个|位|名|人|家|项|条|分|岁|次|段|份|倍|成|月|门|种|款|万))`,
  "g",
);
