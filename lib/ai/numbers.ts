import { foldWidth } from "@/lib/resume/parsing/fold";

/** The numbers of a text that stand in none of the sources, as digits. */
export function inventedNumbers(text: string, sources: readonly string[]): number[] {
  const known = new Set(sources.flatMap(numbersIn));
  return [...new Set(numbersIn(text))].filter((number) => !known.has(number));
}

/**
 * "3.5", "１２，０００", 五年, 百分之八十, "twelve". Digits that belong to a name (K8s, Vue3) are none, nor is "one" or
 * 一个, which mostly count nothing.
 */
function numbersIn(text: string): number[] {
  const folded = foldWidth(text).replace(/(?<=\d),(?=\d{3}(?!\d))/g, "");
  const digits = [...folded.matchAll(/(?<![A-Za-z\d.])\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
  const words = [...folded.toLowerCase().matchAll(englishPattern)].map(([word]) => english[word] ?? 0);
  const chinese = [...folded.matchAll(chinesePattern)].map(([, percent, counted]) =>
    readChinese(percent ?? counted ?? ""),
  );
  return [...digits, ...words, ...chinese.filter((number) => number > 1)];
}

const english: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
};
const englishPattern = new RegExp(`\\b(?:${Object.keys(english).join("|")})\\b`, "g");

const numeral = "[零一二两三四五六七八九十百千]+";
/** 十分 says "very". */
const chinesePattern = new RegExp(
  `百分之(${numeral})|(?!十分)(${numeral})(?=余?多?(?:年|个|位|名|人|家|项|条|分|岁|次|段|份|倍|成|月|门|种|款|万))`,
  "g",
);
const scales: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

function readChinese(text: string): number {
  let sum = 0;
  let digit = 0;
  for (const character of text.replaceAll("两", "二")) {
    const scale = scales[character];
    if (scale) {
      sum += (digit || 1) * scale;
      digit = 0;
    } else digit = Math.max(0, "零一二三四五六七八九".indexOf(character));
  }
  return sum + digit;
}
