import type { Salary } from "../../profile";
import { foldWidth } from "../fold";

const amount = "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)\\s*(万元|万|千元|千|[kKwW](?![a-zA-Z]))?";
const pattern = new RegExp(
  `(?:(年薪|税前年薪|annual(?:ly)?|yearly|per year)[:：\\s]{0,9})?(?:税[前后]\\s*)?(?:[¥￥]\\s*)?${amount}\\s*(?:元|rmb|cny)?(?:\\s*(?:[-~—～–]|至|到)\\s*[¥￥]?\\s*${amount})?\\s*(以上|及以上|\\+)?\\s*(?:元|rmb|cny|人民币)?\\s*(?:[·•*xX×]\\s*\\d{2}\\s*(?:薪|个?月))?\\s*(?:[/每]|per\\s+)?\\s*(月|年|month|year|annum|mo\\b|yr\\b)?`,
  "iu",
);
const scales: Record<string, number> = { 万: 10_000, 万元: 10_000, w: 10_000, 千: 1_000, 千元: 1_000, k: 1_000 };

export type FoundSalary = { salary: Salary; start: number; end: number };

/**
 * The first amount of pay in a short text: 15-20K·14薪, 1.5万-2万/月, 年薪30万, 10000元/月. The unit of the second
 * amount counts for the first when it has none ("15-20K"). A number without unit or period counts from 1,000 on.
 * Foreign currencies are not read.
 */
export function findSalary(text: string): FoundSalary | null {
  const folded = foldWidth(text);
  if (/[$€£]|usd|eur|gbp|hkd|港币|美元/i.test(folded)) return null;
  for (let from = 0; from < folded.length; ) {
    const rest = folded.slice(from);
    const match = pattern.exec(rest);
    if (!match) return null;
    const found = toSalary(match);
    const start = from + match.index + (/\S/.exec(match[0])?.index ?? 0);
    if (found) return { salary: found, start, end: from + match.index + match[0].trimEnd().length };
    from += match.index + Math.max(1, match[0].length);
  }
  return null;
}

function toSalary(match: RegExpExecArray): Salary | null {
  const [, lead, low = "", lowUnit, high, highUnit, isOpen, period] = match;
  const unit = (lowUnit ?? highUnit ?? "").toLowerCase();
  const scale = scales[unit] ?? 1;
  const min = toNumber(low) * scale;
  const max = high ? toNumber(high) * (scales[(highUnit ?? lowUnit ?? "").toLowerCase()] ?? 1) : null;
  const isSaid = unit !== "" || period !== undefined || lead !== undefined;
  const isYear =
    lead !== undefined || /年|y/i.test(period ?? "") || (period === undefined && Math.max(min, max ?? 0) >= 100_000);
  const month = isYear ? min / 12 : min;
  if ((!isSaid && min < 1_000) || month < 500 || month > 1_000_000 || (max !== null && max < min)) return null;
  const looksLikeYear = (value: number | null) => value === null || (value >= 1950 && value <= 2049);
  if (!isSaid && looksLikeYear(min) && looksLikeYear(max)) return null;
  return { min, max: max ?? (isOpen ? null : min), period: isYear ? "year" : "month" };
}

function toNumber(text: string): number {
  return Number(text.replaceAll(",", ""));
}

/** Bounds per month in whole yuan, whatever the period. */
export function monthlySalary({ min, max, period }: Salary): { min: number; max: number | null } {
  const months = period === "year" ? 12 : 1;
  return { min: Math.round(min / months), max: max === null ? null : Math.round(max / months) };
}
