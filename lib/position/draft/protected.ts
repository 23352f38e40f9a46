import type { LeftOutReason } from "@/lib/position/draft-schema";
import type { Span } from "./span";

/** What may not decide about a person, as job descriptions put it. */
const patterns: [LeftOutReason, RegExp][] = [
  [
    "age",
    /(?:年龄(?:要求)?[:：]?\s*)?(?:在)?\d{2}\s*(?:[-~～—–至到]\s*\d{2})?\s*周?岁(?:\s*(?:及?以[下上内]|左右|之间))?|[6-9]0\s*后|[6-9]5\s*后|\bage[ds]?\s*(?:between\s+)?\d{2}\s*(?:[-–~]|to|and)\s*\d{2}\b|\b(?:under|below|over)\s+(?:the age of\s+)?\d{2}\s+years?(?:\s+(?:old|of age))?|\b\d{2}\s*(?:[-–~]|to)\s*\d{2}\s+years?\s+old|\b(?:no|not)\s+older\s+than\s+\d{2}|\bmaximum age\s+\d{2}/giu,
  ],
  [
    "gender",
    /(?<!\p{Script=Han})(?:仅?限)?[男女](?:性|士|生)?(?=$|[，、,;；。\s]|优先|者)|性别\s*(?:[:：]\s*)?[男女]性?|限[男女]性?|\b(?:fe)?males?(?:\s+only)?\b|\b(?:wo)?men\s+only\b/giu,
  ],
  [
    "marital_status",
    /(?:未婚|已婚|未育|已育)(?:(?:或|、|\/|且)?(?:未婚|已婚|未育|已育))*|婚姻状况|婚否|\bmarital status\b|\b(?:un)?married\b/giu,
  ],
  ["ethnicity", /[汉满回藏蒙苗壮]族|少数民族|民族(?=[:：，,。；;\s]|要求|$)/gu],
  [
    "hukou",
    /(?:本地|本市|当地|本省|外地|城镇|农村|北京|上海|广州|深圳|\p{Script=Han}{2}市)?(?:户口|户籍)|(?![书国党典])\p{Script=Han}籍(?=人士|优先|亦可|均可|皆可|不限)/gu,
  ],
  [
    "photo",
    /(?<!近期|免冠|个人|本人|生活|形象|一寸|两寸)(?:近期|免冠|个人|本人|生活|形象|一寸|两寸)+照片?|近照|(?<=附|附上|提供|贴)(?:\p{Script=Han}{0,2})照片|\b(?:recent |passport )photo(?:graph)?s?\b|(?<=\b(?:your|a)\s)photo(?:graph)?\b(?=[^.\n]{0,200}\b(?:application|cv|resume)\b)|\bheadshot\b/giu,
  ],
  ["political_status", /(?:中共)?(?:预备)?党员|政治面貌|(?:共青)?团员|\bparty member(?:ship)?\b/giu],
  [
    "health",
    /身[体心](?:健康|素质(?:良好|好))|无(?:传染|重大|慢性|家族|遗传)\p{Script=Han}{0,4}病史?|乙肝\p{Script=Han}{0,4}|体检合格|无残疾|(?:must be )?(?:in )?good (?:physical )?(?:health|condition)\b|\bphysically fit\b/giu,
  ],
  [
    "religion",
    /(?:无|有)?宗教信仰|信[佛教奉]\p{Script=Han}{0,2}|基督徒|佛教徒|\b(?:christian|muslim|buddhist|catholic|jewish|hindu)(?:\s+faith)?\b|\breligious (?:belief|affiliation)\b/giu,
  ],
  [
    "appearance",
    /形象(?:[好佳]|良好|端正)?[、，]?气质[好佳]?|(?:形象|气质)(?:良好|[好佳])|[五品相]\p{Script=Han}端正|身高\s*(?:要求\s*)?\d+(?:\.\d+)?(?:\s*(?:cm|厘米|米|m))?(?:\s*及?以上)?|\b(?:good[- ]looking|attractive|presentable)(?: appearance)?\b/giu,
  ],
];
const welcoming = /不歧视|equal opportunit|regardless of|without regard|discriminat|all (?:ages|genders)/i;
const neutral = /不限|均可|亦可|皆可/;

export type ProtectedPart = Span & { reason: LeftOutReason };

/** Whether a line says that nobody is turned away for what they are. */
export function isWelcoming(line: string): boolean {
  return welcoming.test(line);
}

/** Whether a clause says that a protected attribute does not matter. */
export function isIndifferent(clause: string): boolean {
  if (!neutral.test(clause)) return false;
  return /男女|性别|年龄|婚|民族/.test(clause) || findProtected(clause, { start: 0, end: clause.length }).length > 0;
}

/** The protected attributes that a stretch of text names. */
export function findProtected(text: string, { start, end }: Span): ProtectedPart[] {
  const part = text.slice(start, end);
  return patterns
    .flatMap(([reason, pattern]) =>
      [...part.matchAll(pattern)].map((match) => ({
        reason,
        start: start + match.index,
        end: start + match.index + match[0].length,
      })),
    )
    .toSorted((a, b) => a.start - b.start);
}
