/** English number words that texts about people use; tens and ones together (twenty-five) are not among them. */
export const englishNumbers: Record<string, number> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ eleven: 11, twelve: 12, fifteen: 15, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60 },
  ...{ seventy: 70, eighty: 80, ninety: 90, hundred: 100, thousand: 1000 },
};

const digits = "零一二三四五六七八九";
const scales: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** 五, 十二, 两百三十 as a number below ten thousand; 0 for digits in a row, which may be a year (二零二四) or a range (三五). */
export function readChineseNumber(text: string): number {
  let sum = 0;
  let digit = 0;
  for (const character of text.replaceAll("两", "二")) {
    const scale = scales[character];
    if (scale) {
      sum += (digit || 1) * scale;
      digit = 0;
    } else if (digit > 0) return 0;
    else digit = Math.max(0, digits.indexOf(character));
  }
  return sum + digit;
}

/** A number as digits, in Chinese (十二, 两) or as an English word; for use inside a larger pattern. */
export const numberPattern = `(?<!\\d)\\d+(?:\\.\\d+)?|[一二两三四五六七八九十]{1,3}|${Object.keys(englishNumbers).join("|")}`;

/** "12", "十二", "两", "twelve" as a number. */
export function readNumber(text: string): number | null {
  if (/^\d/.test(text)) return Number(text);
  return (englishNumbers[text.toLowerCase()] ?? readChineseNumber(text)) || null;
}
