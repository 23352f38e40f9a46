import type { Reading, TextSpan, WorkEntry } from "../../profile";
import { englishNumbers, readChineseNumber } from "../number-words";
import { read } from "../piece";
import { findLabelled } from "./labelled";

type YearsOfWork = {
  yearsOfWork: Reading<number> | null;
  yearsOfWorkText: Reading<string> | null;
  yearsOfWorkInferred: Reading<number> | null;
};

/** Years of work: stated near the top, else the union of the periods of work, internships left out. */
export function findYearsOfWork(text: string, headEnd: number, work: WorkEntry[], asOf: string): YearsOfWork {
  const stated = statedYears(text, headEnd);
  const yearsOfWorkInferred = inferYears(work, asOf);
  const span = stated?.spans[0];
  return {
    yearsOfWork: stated ?? yearsOfWorkInferred,
    yearsOfWorkText:
      stated && span ? read(text.slice(span.start, span.end), span, { confidence: stated.confidence }) : null,
    yearsOfWorkInferred,
  };
}

function statedYears(text: string, headEnd: number): Reading<number> | null {
  const labelled = findLabelled(
    text,
    "工作年限|工作经验|工龄|从业年限|相关经验|years of experience|total experience|experience",
    Math.min(text.length, Math.max(headEnd, 3000)),
  );
  const value = labelled
    ? /^(\d{1,2}(?:\.\d)?|[一二两三四五六七八九十])\s*(?:[-~–至到]\s*\d{1,2}\s*)?(?:年(?:以上)?|\+|years?|yrs?)/i.exec(
        labelled.text,
      )
    : null;
  const fresh = labelled && /^(?:应届(?:毕业)?生?|在校(?:学)?生|无(?:工作)?经验|fresh graduate)/.exec(labelled.text);
  if (labelled && fresh)
    return read(0, { start: labelled.start, end: labelled.start + fresh[0].length }, { confidence: 0.93 });
  if (labelled && value?.[1])
    return read(
      number(value[1]),
      { start: labelled.start, end: labelled.start + value[0].length },
      { confidence: 0.95 },
    );
  const pattern =
    /(\d{1,2}(?:\.\d)?|[一二两三四五六七八九十])\s*(?:(?:\+|多|余|[-~–至到]\s*\d{1,2})\s*)?年(?:以上)?(?:的|[\p{Script=Han}a-z/]{0,10}?)?(?:工作|从业|开发|行业|相关)?(?:经验|经历)|(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\s*(?:\+\s*)?(?:years?|yrs?)['’]?\s+(?:of\s+)?(?:[\w-]+\s+){0,5}?experience/giu;
  const head = text.slice(0, headEnd);
  for (const match of head.matchAll(pattern)) {
    const years = number(match[1] ?? match[2] ?? "");
    if (years > 0 && years <= 60)
      return read(years, { start: match.index, end: match.index + match[0].length }, { confidence: 0.88 });
  }
  return null;
}

function number(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  return englishNumbers[text.toLowerCase()] ?? readChineseNumber(text);
}

/** From the dated jobs alone; internships and overlaps are not counted. */
export function inferYears(work: WorkEntry[], asOf: string): Reading<number> | null {
  const spans: TextSpan[] = [];
  const periods: [number, number][] = [];
  for (const { start, end, isInternship } of work) {
    if (isInternship || !start) continue;
    const from = monthIndex(start.value, asOf, false);
    const to = end ? monthIndex(end.value, asOf, true) : from;
    if (to < from) continue;
    periods.push([from, to]);
    spans.push(...start.spans, ...(end?.spans ?? []));
  }
  if (periods.length === 0) return null;
  periods.sort((a, b) => a[0] - b[0]);
  let months = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const [from, to] of periods) {
    months += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  const years = Math.round((months / 12) * 10) / 10;
  return years > 0 && years <= 70 ? read(years, spans, { confidence: 0.8, basis: "inferred" }) : null;
}

/** Months since year 0; a named end month counts whole, a year alone counts from and to its start. */
function monthIndex(date: string, asOf: string, isEnd: boolean): number {
  const value = date === "present" ? asOf : date;
  const month = value.length > 4 ? Number(value.slice(5, 7)) - 1 : 0;
  return Number(value.slice(0, 4)) * 12 + month + (isEnd && value.length > 4 ? 1 : 0);
}
