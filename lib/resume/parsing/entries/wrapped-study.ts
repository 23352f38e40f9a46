import { findDateRanges } from "../dates/date-ranges";
import { findDegrees } from "../dictionaries/degrees";
import { isPlace } from "../dictionaries/places";
import { findSchool } from "../dictionaries/schools";
import { hasHan } from "../fold";
import type { TextLine } from "../lines";
import { isFieldOfStudy } from "./major";

/**
 * A narrow column breaks schools, degrees and fields over two lines and more: lines that go on are put together.
 * The text comes back of the same length, with a space for each break that was closed.
 */
export function joinWrapped(text: string, lines: TextLine[]): { text: string; lines: TextLine[] } {
  const joined: TextLine[] = [];
  const breaks: number[] = [];
  let width = 0;
  for (const line of lines) {
    const before = joined.at(-1);
    const isRest = before && !line.isAfterGap && !line.isBullet && goesOn(before, width, line);
    width = line.text.length;
    if (before && isRest) {
      const between = line.start - before.end === 1 ? " " : text.slice(before.end, line.start);
      if (between === " ") breaks.push(before.end);
      joined[joined.length - 1] = {
        ...before,
        end: line.end,
        text: before.text + between + text.slice(line.start, line.end),
      };
    } else joined.push(line);
  }
  return { text: withSpaces(text, breaks), lines: joined };
}

/** The text with a space at each of the places, which ascend. */
function withSpaces(text: string, places: number[]): string {
  if (places.length === 0) return text;
  const parts = places.map((at, order) => text.slice(order === 0 ? 0 : (places[order - 1] ?? 0) + 1, at));
  return [...parts, text.slice((places.at(-1) ?? 0) + 1)].join(" ");
}

/** `width`: how many characters the last line of `before` holds. */
function goesOn(before: TextLine, width: number, { text: line }: TextLine): boolean {
  if (hasHan(before.text) || before.text.includes("\t") || width > 90 || before.text.length > 240) return false;
  // "(Sep 2018 –" above "Jun 2020)", "2014 -" above "2018".
  if (/[(][^()]*$/.test(before.text) && /^[^()]{0,30}[)]/.test(line)) return true;
  if (standsBehindWords(before.text, /\d{4}\s*[-–—]$/)) return line.length <= 16 && isDateAlone(line);
  // "…, Sep 2018 - Jun" above "2020".
  if (standsBehindWords(before.text, lastMonth) && width <= 60) return /^(?:19|20)\d{2}(?!\d)/.test(line);
  if (line.includes("\t") || /^\W*\d/.test(line)) return false;
  if (isDateAlone(before.text) || findDateRanges(line, 0)[0]?.span.start === 0) return false;
  return (
    isCutOpen(before.text, width, line) ||
    isCutName(before.text, line) ||
    isCutDegree(before.text, line) ||
    isCutField(before.text, width, line)
  );
}

const lastMonth = /[\s,(-](?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\.?$/;

function standsBehindWords(text: string, end: RegExp): boolean {
  const at = text.search(end);
  return at > 0 && /\p{L}/u.test(text.slice(0, at));
}

function isDateAlone(line: string): boolean {
  const [range] = findDateRanges(line, 0);
  return range !== undefined && line.replace(/[\s()–—-]|present/gi, "").length <= range.span.end - range.span.start;
}

/** "B.Tech in Electronics and" above "Communication Engineering", "Corvid Institute" above "of Technology". */
function isCutOpen(before: string, width: number, line: string): boolean {
  const isStudy = findDegrees(before).length > 0 || findSchool(before) !== null || isFieldOfStudy(before);
  if (!isStudy) return false;
  if (/\s(?:of|in|and|&|at|for|the)$/.test(before)) return /^(?:\p{Lu}|of\s|the\s)/u.test(line);
  return width <= 64 && /^(?:of|in|and|&|at|for) \p{Lu}/u.test(line) && !/[.:;]$/.test(before);
}

/** "University of North" above "Carolina", "Ohio Wesleyan" above "University". */
function isCutName(before: string, line: string): boolean {
  if (
    /\bUniversity of (?:North|South|East|West|New|Northern|Southern|Western|Eastern|Central|San|Saint|St\.)$/.test(
      before,
    )
  )
    return /^\p{Lu}/u.test(line);
  if (/(?<!\p{L})\p{Lu}\p{L}+ (?:High|Secondary|Middle|Grammar|Public|Junior)$/u.test(before))
    return /^School(?:$|[ ,(])/.test(line);
  if (!/^(?:University|College|Institute|Polytechnic|Academy)(?:$|[ ,(])/.test(line)) return false;
  const name =
    /(?:^|,\s|\s[-–—|]\s|\sat\s|\sfrom\s)((?:\p{Lu}[\p{L}.'’&-]+)(?:\s(?:\p{Lu}[\p{L}.'’&-]+|of|and)){0,3})$/u.exec(
      before,
    )?.[1];
  if (name === undefined || isFieldOfStudy(name) || findDegrees(name).length > 0 || findSchool(name)) return false;
  if (/^(?:in )?(?:progress|present|expected|candidate|student|hon(?:our|or)?s|distinction|merit)$/i.test(name))
    return false;
  // "B.Eng. in Mechanics, Beijing" above "University of Technology": a town alone does not stand above its school.
  return !isPlace(name) || (findDegrees(before).length > 0 && !findSchool(before));
}

/** "Corvid Institute, Bachelor" above "of Engineering", "Master of Business" above "Administration". */
function isCutDegree(before: string, line: string): boolean {
  if (/(?<!\p{L})(?:Bachelor|Master|Associate|Doctor)s?$/u.test(before)) return /^of \p{Lu}/u.test(line);
  if (/ of Business$/.test(before)) return /^Administration\b/.test(line);
  if (/(?<![A-Za-z])High$/.test(before)) return /^School Diploma\b/.test(line);
  return /(?<![A-Za-z])High School$/.test(before) && /^Diploma\b/.test(line);
}

/** "Bachelor of Science: Computer Information" above "Systems -", "BA in Electrical and Computer" above "Engineering". */
function isCutField(before: string, width: number, line: string): boolean {
  if (width > 60 || !/\p{Ll}$/u.test(before)) return false;
  // "Information Systems" above "Management", below "Master of Science,".
  const isField = isFieldOfStudy(before) && /^\p{Lu}[\p{L} &-]{3,40}$/u.test(before) && !findSchool(before);
  if (isField && lastWords.exec(line)?.[0] === line) return true;
  const [degree] = findDegrees(before).slice(-1);
  if (!degree || degree.end >= before.length - 3) return false;
  const behind = before.slice(degree.end);
  return !findSchool(behind) && lastWords.test(line) && !findSchool(/^[^,|–—-]*/.exec(line)?.[0] ?? "");
}

const lastWords =
  /^(?:(?:and|&) )?(?:Systems?|Sciences?|Engineering|Technolog(?:y|ies)|Management|Studies|Administration|Communications?|Mathematics|Statistics|Analytics|Relations|Intelligence|Security|Development|Economics|Finance|Informatics|Interaction|Linguistics|Psychology|Physics|Chemistry|Biology|Design|Education|Policy|Affairs|Arts)(?=$|[\s,(|–—-])/;
