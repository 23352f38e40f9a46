import ethnicities from "@/data/ethnicities.json" with { type: "json" };
import type { TextSpan } from "../profile";

const date =
  "(?:(?:19|20)\\d{2}\\s*[年./-]\\s*\\d{1,2}(?:\\s*[月./-]\\s*(?:\\d{1,2}\\s*日?)?)?|(?:19|20)\\d{2}\\s*年?|\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)?\\d{2}|\\d{1,2}(?:st|nd|rd|th)?\\s+[a-z]{3,9}\\.?,?\\s+(?:19|20)\\d{2}|[a-z]{3,9}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+(?:19|20)\\d{2})";
const peoples = ethnicities.ethnicities.flatMap((line) => line.split("|")[2] ?? []).join("|");
const before = "(?<=^|[\\s|｜/,，、;；:：·•(（])";
const behind = "(?=$|[\\s|｜/,，、;；·•)）。.])";
const facts =
  "国\\s*籍|民\\s*族|籍\\s*贯|户\\s*口(?:所在地|性质)?|户\\s*籍(?:所在地|地址|地)?|婚\\s*姻(?:状\\s*况|情\\s*况)?|婚\\s*否|婚\\s*育(?:状\\s*况|情\\s*况)?|政\\s*治\\s*面\\s*貌|血\\s*型|星\\s*座|属\\s*相|生\\s*肖|身\\s*高|体\\s*重|宗\\s*教(?:信仰)?|nationality|citizenship|ethnicity|ethnic group|race|marital status|religion|place of birth|hukou|political status|blood type";

/** What tells who somebody is, or what must not weigh, by its form alone, whoever's it is. */
const patterns = [
  // Addresses of people and pages.
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+\s?@\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu,
  /(?:https?:\/\/|www\.)[^\s<>"'，。；、）)|｜]+/gi,
  /(?:linkedin\.com|github\.com|github\.io|gitee\.com|gitlab\.com|twitter\.com|x\.com|facebook\.com|instagram\.com|zhihu\.com|weibo\.com|juejin\.cn|csdn\.net|medium\.com|behance\.net|dribbble\.com|stackoverflow\.com|kaggle\.com|t\.me)\/[^\s<>"'，。；、）)|｜]+/gi,
  // Numbers that reach or name a person.
  /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d{4}[\dXx](?!\d)/g,
  /(?<!\d)(?:\+?86[\s-]{0,2})?1[3-9](?:[\s-]{0,2}\d){9}(?!\d)/g,
  /\+\d{1,3}(?:[\s().-]{0,3}\d){7,12}(?!\d)/g,
  /(?<!\d)0\d{2,3}[\s-]\d{7,8}(?!\d)/g,
  /(?<![\d.])\(?\d{3}\)?[\s.-]{1,2}\d{3}[\s.-]\d{4}(?![\d])/g,
  /(?:微\s*信|wechat|weixin|telegram|skype|whatsapp|钉钉)\s*(?:(?:号码?|id|账号)\s*)?[:：]\s*[\w.@-]{4,}/gi,
  /(?:QQ|扣扣)\s*(?:号码?\s*)?(?:[:：]\s*)?\d{5,12}(?!\d)/gi,
  // The street and the house.
  /(?<!\d)\d{1,5}\s+(?:\p{Lu}[\p{L}'’.]*\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Terrace|Crescent)(?![\p{L}])\.?(?:,?\s*(?:Apt|Unit|Suite|Flat|#)\.?\s*\w+)?/gu,
  /[\p{Script=Han}\d]{2,12}?(?:路|街|大道|弄|巷)\s?\d{1,5}\s?(?:号|弄)(?:[\p{Script=Han}\d]{0,12}\d{1,4}\s?(?:室|号楼|单元|栋))?/gu,
  // Sex.
  /性\s*别\s*[:：]?\s*[男女](?:士|性)?/g,
  /(?<![\p{L}])(?:gender|sex)\s*[:：]\s*[\p{L}-]+/giu,
  new RegExp(`${before}[男女](?:士|性|生)?${behind}`, "gmu"),
  /(?<![\p{L}])(?:fe)?male(?![\p{L}])/giu,
  /(?<![\p{L}])(?:Mr|Mrs|Ms|Miss|Mx)\.?(?=\s+\p{Lu})/gu,
  /(?<![\p{L}])(?:[Hh]e|[Ss]he|[Hh]im|[Hh]er|[Hh]ers|[Hh]is|[Hh]imself|[Hh]erself)(?![\p{L}])/gu,
  /她/g,
  // Age.
  /年\s*龄\s*[:：]?\s*\d{2}\s*(?:周?岁)?(?!\d)/g,
  /(?<![\p{L}])age\s*[:：]\s*\d{2}(?!\d)(?:\s*(?:years?(?: old)?|yrs))?/giu,
  /(?<![\d~～到至–—-])(?:1[4-9]|[2-7]\d)\s*周?岁(?!以上|以下|以内|及|至|到|[-~～–—])/g,
  /(?<!\d)(?:1[4-9]|[2-7]\d)[\s-]?(?:years?|yrs?)[\s-]old/gi,
  /(?<![\p{L}])aged?\s+(?:1[4-9]|[2-7]\d)(?!\d)/giu,
  new RegExp(
    `(?:出\\s*生\\s*(?:日\\s*期|年\\s*月\\s*日?|年\\s*份|时\\s*间)?|生\\s*日|生于|(?<![\\p{L}])(?:date of birth|birth ?date|birthday|d\\.?o\\.?b\\.?|born))\\s*(?:(?:on|in)\\s*)?(?:[:：]\\s*)?${date}`,
    "giu",
  ),
  new RegExp(`${date}\\s*(?:出\\s*)?生(?![\\p{L}])`, "giu"),
  // What is in the vault, where it has its label.
  new RegExp(`(?<![\\p{L}])(?:${facts})\\s*[:：]\\s*[^\\s|｜;；,，、]{1,30}`, "giu"),
  new RegExp(`${before}(?:未婚|已婚|离异|丧偶|已育|未育|${peoples})${behind}`, "gmu"),
];

export function personalWords(text: string): TextSpan[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length })),
  );
}
