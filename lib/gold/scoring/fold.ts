// How two ways of writing the same thing are made alike.

/** Width, case, white space and punctuation dropped. */
export function foldText(text: string) {
  return narrow(text).replace(/[\p{P}\p{S}\p{Z}\p{C}\s]/gu, "");
}

/** Like text, but C++ and C# stay apart. */
export function foldSkill(text: string) {
  return narrow(text).replace(/[^\p{L}\p{N}+#]/gu, "");
}

export function digits(text: string) {
  return narrow(text).replace(/\D/g, "");
}

export function narrow(text: string) {
  return text
    .normalize("NFKC")
    .replace(/[\u2e80-\u2eff]/g, (radical) => radicals[radical] ?? radical)
    .toLowerCase();
}

/** Radicals that some PDF fonts hand out in place of the character. */
const radicals: Record<string, string> = Object.fromEntries(
  "⻓长 ⻔门 ⻋车 ⻢马 ⻅见 ⻆角 ⻚页 ⻛风 ⻜飞 ⻝食 ⻬齐 ⻰龙 ⻩黄 ⺠民 ⻄西 ⻘青 ⻥鱼 ⻦鸟 ⻨麦 ⻉贝 ⺟母 ⻣骨 ⻁虎 ⻤鬼"
    .split(" ")
    .map((pair) => [...pair]),
);

type FoldedDate = { year: number; month: number | null } | "now" | null;

export function foldDate(text: string): FoldedDate {
  const plain = narrow(text).trim();
  if (/至今|今|present|current|now|ongoing|目前|(?:till|to) ?date/.test(plain)) return "now";
  const yearFirst = /((?:19|20)\d\d)\s*[年./\-–—]\s*(\d{1,2})(?!\d)/.exec(plain);
  if (yearFirst && isMonth(yearFirst[2])) return { year: Number(yearFirst[1]), month: Number(yearFirst[2]) };
  const monthFirst = /(?<!\d)(\d{1,2})\s*[./-]\s*((?:19|20)\d\d)/.exec(plain);
  if (monthFirst && isMonth(monthFirst[1])) return { year: Number(monthFirst[2]), month: Number(monthFirst[1]) };
  const named = /(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s*'?((?:19|20)\d\d)/.exec(plain);
  if (named) return { year: Number(named[2]), month: monthNames.indexOf(named[1] ?? "") + 1 };
  const year = /(?:19|20)\d\d/.exec(plain);
  return year ? { year: Number(year[0]), month: null } : null;
}

const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

function isMonth(digits: string | undefined) {
  return Number(digits) >= 1 && Number(digits) <= 12;
}

const levels: [string, RegExp][] = [
  ["doctor", /博士|ph\.?\s?d|doctor/],
  ["master", /硕士|研究生|master|mba|\bm\.?\s?(?:s|sc|a|eng|phil|tech)\b/],
  ["bachelor", /本科|学士|bachelor|\bb\.?\s?(?:s|sc|a|e|eng|tech|ba|com)\b/],
  ["associate", /大专|专科|高职|associate|diploma/],
  ["high school", /高中|中专|high ?school/],
];
const languages: [string, RegExp][] = [
  ["en", /英语|英文|english|cet|雅思|托福|ielts|toefl/],
  ["zh", /普通话|中文|汉语|国语|mandarin|chinese/],
  ["yue", /粤语|cantonese/],
  ["es", /西班牙|spanish/],
  ["fr", /法语|french/],
  ["de", /德语|german/],
  ["ja", /日语|japanese/],
  ["ko", /韩语|朝鲜语|korean/],
  ["ru", /俄语|russian/],
  ["ar", /阿拉伯|arabic/],
  ["it", /意大利|italian/],
  ["pt", /葡萄牙|portuguese/],
  ["hi", /hindi/],
];

const keyOf = (keys: [string, RegExp][]) => (text: string) =>
  keys.find(([, pattern]) => pattern.test(narrow(text)))?.[0] ?? foldText(text);
export const foldLevel = keyOf(levels);
export const foldLanguage = keyOf(languages);
export const foldGender = keyOf([
  ["female", /女|female|^f$/],
  ["male", /男|male|^m$/],
]);

/** 广东省深圳市 → 深圳. */
export function foldCity(text: string) {
  return foldText(text)
    .replace(/^(.+?)(?:省|自治区)/, "")
    .replace(/市.*$/, "");
}
