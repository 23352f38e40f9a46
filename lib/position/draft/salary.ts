import type { DraftNote } from "@/lib/position/draft-schema";
import { foldWidth } from "@/lib/resume/parsing/fold";

export type DraftSalary = { min: number | null; max: number | null; notes: DraftNote[] };

const amount = "(\\d{1,3}(?:,\\d{3})+|(?<!\\d)\\d+(?:\\.\\d+)?)";
const unit = "\\s*(k|千|万|w)?";
const yuan = "(?:元|rmb|cny|人民币|¥)?";
const range = new RegExp(
  `${amount}${unit}\\s*${yuan}\\s*(?:-|—|~|～|至|到|\\bto\\b)\\s*(?:(?:rmb|cny|[¥$€£])\\s*)?${amount}${unit}`,
  "gi",
);
const openEnded = new RegExp(`${amount}${unit}\\s*${yuan}\\s*(?:/月|每月)?\\s*(?:以上|起)`, "gi");
const foreign =
  /[$€£]|\b(?:usd|eur|gbp|hkd|sgd|cad|aud|jpy|hk\$|s\$|dollars?|euros?|pounds?)\b|美元|美金|欧元|英镑|港币|港元|日元|新币/i;
const pay = /薪|工资|待遇|收入|底薪|salary|pay\b|compensation|wage/i;
const local = /元|rmb|cny|人民币|¥/i;
const months = /(?:[·*×x]|\s)?\s*(1[3-9]|2\d)\s*薪|[·*×x]\s*(1[3-9]|2\d)(?!\d)/i;
const perYear = /年薪|年收入|\/\s*年|每年|\bper (?:year|annum)\b|\/\s*(?:year|yr)\b|\bannual|\bp\.?a\.?\b|a year/i;
const shortTerm =
  /\/\s*(?:天|日|时|小时|h|hr|hour|day|week)\b|\/\s*(?:天|日|时|小时)|每[天日时]|每小时|日薪|时薪|\b(?:per|an?) (?:hour|day|week)\b|\bhourly\b|\bdaily\b/i;

/**
 * The monthly pay in yuan that a description states. Another currency, pay by the hour or day, and an amount that may be
 * either are left empty and noted: a converted number would be ours, not theirs.
 */
export function readSalary(text: string): DraftSalary {
  const stated = foldWidth(text)
    .split("\n")
    .flatMap((line) => amountsIn(line));
  const best = stated.find(({ around }) => /综合/.test(around)) ?? stated.find(({ isPlain }) => isPlain) ?? stated[0];
  if (!best) return { min: null, max: null, notes: [] };
  const { around, line, min, max, quote } = best;
  const empty = (code: DraftNote["code"]) => ({ min: null, max: null, notes: [{ code, quote }] });
  if (foreign.test(around) && !local.test(around)) return empty("salary_currency");
  if (shortTerm.test(around)) return empty("salary_not_monthly");
  const isLocal = /\p{Script=Han}/u.test(text) || local.test(around);
  if (!isLocal) return empty("salary_unclear");
  const isAnnual = perYear.test(around);
  const monthly = (value: number | null) => value && Math.round(isAnnual ? value / 12 : value);
  const notes: DraftNote[] = [];
  if (isAnnual) notes.push({ code: "salary_from_annual", quote });
  const extra = months.exec(line)?.[0].trim();
  if (extra) notes.push({ code: "salary_months", quote: extra });
  if (/底薪|无责/.test(around) && !/综合/.test(around)) notes.push({ code: "salary_base_only", quote });
  return { min: monthly(min), max: monthly(max), notes };
}

type Amount = { min: number | null; max: number | null; quote: string; around: string; line: string; isPlain: boolean };

function amountsIn(line: string): Amount[] {
  const ranges = [...line.matchAll(range)].flatMap((match) => {
    const [quote, low = "", lowUnit = "", high = "", highUnit = ""] = match;
    const found = aroundOf(line, match.index, quote.length);
    const shared = highUnit || lowUnit;
    const min = worth(low, lowUnit || shared);
    const max = worth(high, highUnit || shared);
    const isMoney = shared !== "" || local.test(found.near) || foreign.test(found.near) || pay.test(found.around);
    return isMoney && isPlausible(min, found) && min <= max ? [{ min, max, quote, line, isPlain: true, ...found }] : [];
  });
  if (ranges.length > 0) return ranges;
  return [...line.matchAll(openEnded)].flatMap((match) => {
    const [quote, low = "", lowUnit = ""] = match;
    const found = aroundOf(line, match.index, quote.length);
    const min = worth(low, lowUnit);
    return pay.test(found.around) && isPlausible(min, found)
      ? [{ min, max: null, quote, line, isPlain: false, ...found }]
      : [];
  });
}

/** The amount with the words of its own clause around it. */
function aroundOf(line: string, at: number, length: number) {
  const before =
    line
      .slice(0, at)
      .split(/[，。;|]|,(?!\d)/)
      .at(-1) ?? "";
  const after = line.slice(at + length).split(/[，。;|]|,(?!\d)/)[0] ?? "";
  const own = line.slice(at, at + length);
  return { around: before + own + after, near: before.slice(-8) + own + after.slice(0, 8) };
}

function worth(digits: string, unitName: string): number {
  const factor = { k: 1000, 千: 1000, 万: 10_000, w: 10_000 }[unitName.toLowerCase()] ?? 1;
  return Math.round(Number(digits.replaceAll(",", "")) * factor);
}

/** "100-499人" and "2-3年" are no pay. */
function isPlausible(min: number, { near }: { near: string }): boolean {
  const isOther = /\d\s*(?:人|年(?!薪)|岁|家|个|名|employees?|people|years?)/i.test(near) && !pay.test(near);
  return min >= 20 && !isOther;
}
