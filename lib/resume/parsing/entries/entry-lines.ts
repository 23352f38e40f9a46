import type { TextSpan } from "../../profile";
import { type DateRange, findDateRanges } from "../dates/date-ranges";
import { companyScore } from "../dictionaries/companies";
import { findSchool } from "../dictionaries/schools";
import { foldWidth, hasHan } from "../fold";
import { bulletLength, type TextLine } from "../lines";
import { type Piece, withoutSpans } from "../piece";
import { type EntryLabel, isTableHead, labelOf } from "./labels";

/** A section's line with what entries are recognised by. */
export type EntryLine = TextLine & {
  ranges: DateRange[];
  /** The line without bullet, dates and durations. */
  rest: Piece[];
  /** "公司名称：", "Role:" at the start. */
  label: EntryLabel | null;
  /** Reads as running text rather than as an entry's heading. */
  isProse: boolean;
};

/** Lines of a section, with ranges that a narrow date column broke over two lines put together again. */
export function toEntryLines(text: string, lines: TextLine[]): EntryLine[] {
  const result = lines.filter((line) => !isTableHead(line)).map((line) => toEntryLine(text, line));
  for (let index = 0; index < result.length; index += 1) {
    const line = result[index];
    const next = result[index + 1];
    if (line && next) joinBrokenRange(text, line, next);
    if (line && next) joinStackedRange(text, line, next, result[index + 2]);
    if (line) joinLabelledRange(text, line, next);
    if (line && next) joinColumnRange(text, result, index);
  }
  return result;
}

function toEntryLine(text: string, line: TextLine): EntryLine {
  const ranges = findDateRanges(text.slice(line.contentStart, line.end), line.contentStart);
  const taken = [...ranges.map((range) => range.span), ...durations(text, line)];
  const rest = withoutSpans(text, { start: line.contentStart, end: line.end }, widened(text, taken));
  return { ...line, ranges, rest, label: labelOf(line), isProse: isProse(line, rest) };
}

/** "(2 years 3 months)", "[3年2个月]" beside a period. */
function durations(text: string, line: TextLine): TextSpan[] {
  const content = text.slice(line.contentStart, line.end);
  return [
    ...content.matchAll(
      /(?:[(（[·|]\s*|(?<!\s)\s*)(?:\d{1,2}\s{0,4}(?:years?|yrs?|年)\s{0,4})?(?:\d{1,2}\s{0,4}(?:months?|mos?|个月))\s*[)）\]]?|[(（[]\s*\d{1,2}\s*(?:years?|yrs?|年)\s*[)）\]]/gi,
    ),
  ].map((match) => ({
    start: line.contentStart + match.index,
    end: line.contentStart + match.index + match[0].length,
  }));
}

/** Brackets and "Expected", "Graduated:" that hang on a date go with it. */
function widened(text: string, spans: TextSpan[]): TextSpan[] {
  return spans.map(({ start, end }) => {
    const lead =
      /(?:[(（[【<]\s*|(?<![\p{L}])(?:expected(?: graduation)?|exp\.?|anticipated|graduat(?:ed|ion|ing)(?: date)?|grad\.?|class of|conferred|completed|since|from|in|est\.?|预计|毕业时间|时间|自|从|于)\s*(?:[:：]\s*)?(?:in\s+)?){1,2}$/iu.exec(
        text.slice(Math.max(0, start - 40), start),
      )?.[0] ?? "";
    const tail =
      /^\s*(?:[)）\]】>]|级(?=\p{Script=Han})|(?:毕业|入学|级|届|起|\(expected\)|\(anticipated\)|expected)(?![\p{L}]))/iu.exec(
        text.slice(end, end + 20),
      )?.[0] ?? "";
    return { start: start - lead.length, end: end + tail.length };
  });
}

/** Neither an address on the net nor a line of dots makes a heading long. */
export function withoutAddresses(whole: string): string {
  const text = withoutLeader(whole);
  return text.includes("://") ? text.replace(/[（(]?https?:\/\/[\w./?=&#%~:@+-]+[)）]?/g, "") : text;
}

/** "Corvid Co. . . . . . . .": dots that fill the line. */
export function withoutLeader(text: string): string {
  return text.replace(/(?<!\.\s?)(?:\s?\.){6,}\s*$/, "");
}

function isProse(line: TextLine, rest: Piece[]): boolean {
  const text = withoutLeader(line.text);
  const length = rest.reduce((sum, piece) => sum + withoutAddresses(piece.text).length, 0);
  // "2021年6月，参与校内实践…": a date that a sentence begins with.
  if (/^[^\p{L}]*\d{4}\s?[年.]\s?\d{0,2}月?\s?[，,]\s?\p{L}{4}/u.test(text) && hasHan(text) && length > 12) return true;
  if (hasHan(text))
    return (
      length > 60 ||
      (/(?:[。；;！]|\p{Script=Han}\.)$/u.test(text) && length > 12) ||
      ((text.match(/[，。；]/g)?.length ?? 0) >= 2 && length > 30)
    );
  if (length > 130) return true;
  if (/^(?:I|As an?|My|We|In this (?:role|position))\s/.test(text) && text.split(/\s+/).length > 6) return true;
  if (
    /[.;!]$/.test(text) &&
    !/(?:\b(?:inc|ltd|corp|co|llc|jr|sr|dept|univ|s\.a|u\.s|d\.c|u\.k|ph\.d|b\.s|m\.s|b\.a|m\.a|sc|eng|tech|com)|\b\p{L})\.$/iu.test(
      text,
    ) &&
    text.split(/\s+/).length > 6
  )
    return true;
  return (
    /^[\p{Ll}]/u.test(text) &&
    !/^(?:e|i)[A-Z]|\.(?:com|org|io|net|de|cn)\b|\//.test(text) &&
    text.split(/\s+/).length > 3
  );
}

/** "Current" over "|" over "2024": the end of a period stands above its start. */
function joinStackedRange(text: string, line: EntryLine, bar: EntryLine, below: EntryLine | undefined): void {
  if (!below || bar.text.trim() !== "|") return;
  const first = below.ranges[0];
  const now = /^(?:current|present|now|ongoing)(?=\s)/i.exec(text.slice(line.contentStart, line.end));
  const date = line.ranges[0]?.isRange === false ? line.ranges[0] : null;
  const end = now
    ? { value: "present", span: { start: line.contentStart, end: line.contentStart + now[0].length } }
    : (date?.end ?? null);
  if (!end || end.span.start > line.contentStart + 1) return;
  if (!first || first.isRange || !first.end || first.span.start > below.contentStart + 1) return;
  line.ranges = [{ start: first.end, end, isRange: true, isOpen: false, span: end.span }];
  line.rest = withoutSpans(text, { start: line.contentStart, end: line.end }, [end.span]);
  below.rest = withoutSpans(text, { start: below.contentStart, end: below.end }, [first.span]);
  below.ranges = [];
  below.contentStart = below.rest[0]?.start ?? below.end;
  below.isBullet ||= /^\s*[•▪●·-]/.test(text.slice(first.span.end, below.end).trimStart());
  bar.rest = [];
}

const startLabel = /^(?:开始|起始|入学|入职)(?:时间|日期|年月)\s*[:：]|^(?:start date|from)\s*:/i;
const endLabel = /(?:结束|终止|截止|毕业|离职)(?:时间|日期|年月)\s*[:：]\s*|(?<![a-z])(?:end date|to)\s*:\s*/i;

/** "开始时间：2020.07" above "结束时间：至今", or both on one line. */
function joinLabelledRange(text: string, line: EntryLine, next: EntryLine | undefined): void {
  const content = text.slice(line.contentStart, line.end);
  const start = line.ranges[0]?.isRange === false ? line.ranges[0].end : null;
  if (!start || !startLabel.test(content)) return;
  const own = endLabel.exec(content);
  const below = own || !next ? null : endLabel.exec(text.slice(next.contentStart, next.end));
  const holder = own ? line : below?.index === 0 ? next : undefined;
  const label = own ?? below;
  if (!holder || !label) return;
  const from = holder.contentStart + label.index + label[0].length;
  const now = /^(?:至今|今|present|now|current)/i.exec(text.slice(from, holder.end));
  const date = holder.ranges.find(({ span, isRange }) => !isRange && span.start === from)?.end;
  const end = now ? { value: "present", span: { start: from, end: from + now[0].length } } : date;
  if (!end) return;
  line.ranges = [{ start, end, isRange: true, isOpen: false, span: start.span }];
  if (holder !== line) Object.assign(holder, { ranges: [], rest: [] });
}

/**
 * "2024.06 ⇥ 海州大学" above "2020.09 ⇥ 均分 90": a column in which the end of a period stands above its start, beside the
 * first two lines of an entry. Three dates below each other are of three things, and so are two beside two names.
 */
function joinColumnRange(text: string, lines: EntryLine[], index: number): void {
  const [before, line, next, after] = [index - 1, index, index + 1, index + 2].map((at) => lines[at]);
  const end = line && columnDate(text, line);
  const start = next && columnDate(text, next);
  if (!line || !next || !end || !start || next.isAfterGap || start.value >= end.value) return;
  if (before && !line.isAfterGap && columnDate(text, before)) return;
  if (after && !after.isAfterGap && columnDate(text, after)) return;
  if (findSchool(next.text) || companyScore(next.text) >= 1.5) return;
  line.ranges = [{ start, end, isRange: true, isOpen: false, span: end.span }];
  next.rest = withoutSpans(text, { start: next.contentStart, end: next.end }, [start.span]);
  next.ranges = [];
  next.contentStart = next.rest[0]?.start ?? next.end;
  next.isBullet = bulletLength(text.slice(next.contentStart, next.end)) > 0;
}

/** The one date that a line begins with, set apart from what stands beside it. */
function columnDate(text: string, { ranges, contentStart, isBullet }: EntryLine) {
  const [date] = ranges;
  const isAlone = ranges.length === 1 && date?.isRange === false && date.span.start === contentStart && !isBullet;
  return isAlone && text[date.span.end] === "\t" ? date.end : null;
}

const brokenEnd = /(?:-|—|~|至|到)\s*$/;

/** "2017 –" at one line's start (or end) with "Present" at the same place of the next line. */
function joinBrokenRange(text: string, line: EntryLine, next: EntryLine): void {
  const first = line.ranges[0];
  const second = next.ranges[0];
  if (line.ranges.length !== 1 || !first || first.end === null || first.isRange) {
    if (!(line.ranges.length === 1 && first?.isOpen && first.end === null)) return;
  }
  const behind = foldWidth(text.slice(first.span.end, line.end));
  if (!/^\s*(?:-|—|~|至|到)/.test(behind)) return;
  const content = text.slice(next.contentStart, next.end);
  const now = /^(?:present|now|current|today|ongoing|至今|今)(?![a-z])/i.exec(content);
  const date = second && !second.isRange && second.span.start - next.contentStart < 2 ? second.end : null;
  const isAtEnd = brokenEnd.test(foldWidth(text.slice(line.start, line.end)));
  const start = first.start ?? first.end;
  const end = now
    ? { value: "present", span: { start: next.contentStart, end: next.contentStart + now[0].length } }
    : date;
  if (!end || !start || (!now && !isAtEnd && first.span.start > line.contentStart + 1)) return;
  line.ranges = [{ start, end, isRange: true, isOpen: false, span: { start: first.span.start, end: first.span.end } }];
  next.ranges = next.ranges.filter((range) => range.end !== date);
  const used = [end.span, ...next.ranges.map((range) => range.span)];
  next.rest = withoutSpans(text, { start: next.contentStart, end: next.end }, used);
  next.isProse = isProse({ ...next, text: next.rest.map((piece) => piece.text).join(" ") }, next.rest);
  next.contentStart = next.rest[0]?.start ?? next.end;
}
