import { findDegrees } from "../dictionaries/degrees";
import { isPlace, isRegionCode } from "../dictionaries/places";
import { campusPattern, findSchool, hasCampuses, isKnownSchool, isShortSchoolName } from "../dictionaries/schools";
import { hasHan } from "../fold";
import { cutPiece, type Piece, splitPiece, subPiece, tidyPiece } from "../piece";
import type { EntryLine } from "./entry-lines";
import { isFieldOfStudy, ownCollege } from "./major";

/** The school that an education line names, without faculty, town and degree. */
export function schoolOf(text: string, line: EntryLine): Piece | null {
  for (const piece of line.rest.flatMap((part) => splitPiece(part, /\t+|\s*[|｜•]\s*|\s+[-–—]\s+|\s{2,}/g))) {
    const found = isTown(piece.text) ? null : findSchool(piece.text);
    if (!found || /^high school(?: diploma)?$/i.test(piece.text.slice(found.start, found.end))) continue;
    const told = behindVerb(piece, found);
    if (told) return told;
    const university = partOfUniversity(piece, found);
    if (university) return university;
    const inside = beforeDegree(piece, found);
    if (inside) return inside;
    const apart = line.styleBreaks.findLast((at) => at > piece.start + found.start && at < piece.start + found.end);
    const name = apart === undefined ? null : cutPiece(text, apart, piece.start + found.end);
    // "PhD, Biostatistics **Vanderbilt University**".
    if (name && findSchool(name.text)?.start === 0) return name;
    const own = piece.text.slice(found.start, found.end);
    // "中国科学院计算技术研究所": the institute is where one studies.
    const branch = /^\p{Script=Han}{2,14}?(?:研究所|研究院|研究中心)/u.exec(
      /科学院$/.test(own) ? piece.text.slice(found.end) : "",
    );
    if (branch) return subPiece(piece, found.start, found.end + branch[0].length);
    const hasCampus = hasCampuses.test(own) && !/\b(?:School|College|Faculty)\b/.test(own);
    const town = /(?<!\s)\s*[(（][^()（）]*\p{Ll}[^()（）]*[)）]$/u.exec(hasHan(own) ? "" : own);
    if (town && town.index > 4)
      return cutPiece(text, piece.start + found.start, piece.start + found.start + town.index);
    const campus = !hasCampus
      ? 0
      : (campusPattern.exec(text.slice(piece.start + found.end, line.end))?.[0].length ?? 0);
    return cutPiece(text, piece.start + found.start, piece.start + withoutFaculty(piece.text, found) + campus);
  }
  return shortSchool(line);
}

/** "Princeton/New Brunswick, NJ": a town may bear the name that a university is known by. */
function isTown(text: string): boolean {
  const region = /,\s*(\p{Lu}{2})$/u.exec(text)?.[1];
  return region !== undefined && isRegionCode(region) && !/Universi|College|Institut|School|Academy|Tech/.test(text);
}

/** "就读于海州大学", "Graduated from Corvid University", "Studied History at Rookery College": the verb is no part of the name. */
function behindVerb(piece: Piece, { start, end }: { start: number; end: number }): Piece | null {
  const name = piece.text.slice(start, end);
  const lead =
    /^(?:现|曾|已)?(?:就读|毕业|肄业|保送|考入|入读|在读|录取)(?:于|至|到)?(?=\p{Script=Han}{3})|^(?:在|于)(?=\p{Script=Han}{4})/u.exec(
      name,
    )?.[0] ??
    /^(?:Graduat\p{L}+|Stud(?:ied|ying)|Attend\p{L}+|Earn\p{L}+|Receiv\p{L}+|Obtain\p{L}+|Complet\p{L}+|Pursu\p{L}+|Major(?:ed|ing)|Enrolled|Currently)\b[^,;]*?\s(?:from|at)\s(?:the\s)?(?=\p{Lu})/u.exec(
      name,
    )?.[0];
  const sentence = /^(?:Graduat|Stud|Attend|Earn|Receiv|Obtain|Complet|Pursu|Major|Enroll|Currently)/.test(piece.text);
  if (lead) return subPiece(piece, start + lead.length, end);
  // "Earned a B.Sc. in History from Corvid University": the name stands behind the degree.
  const from = sentence ? /\s(?:from|at)\s(?:the\s)?(?=\p{Lu})/u.exec(piece.text.slice(start)) : null;
  const behind = from && subPiece(piece, start + from.index + from[0].length, piece.text.length);
  const own = behind && findSchool(behind.text);
  return behind && own?.start === 0 ? subPiece(behind, 0, own.end) : null;
}

/** "School of Software, Corvid University, Leeds", "MFT at NC Academy": what stands before the school's own name. */
function partOfUniversity(piece: Piece, { start, end }: { start: number; end: number }): Piece | null {
  const name = piece.text.slice(start, end);
  const at = /^(?:[A-Z]{2,5}|\p{Lu}\p{Ll}+) at (?=\p{Lu})/u.exec(name);
  if (at) return subPiece(piece, start + at[0].length, end);
  if (!/^(?:School|Department|Faculty|College|Institute) of /.test(name) || /Universit/.test(name)) return null;
  const behind = /^,\s*/.exec(piece.text.slice(end))?.[0].length ?? 0;
  const rest = behind > 0 ? findSchool(piece.text.slice(end + behind)) : null;
  if (!rest || rest.start > 0 || !/Universit|Institute of Technology/.test(piece.text.slice(end + behind))) return null;
  return subPiece(piece, end + behind, end + behind + rest.end);
}

/** Where the university's own name ends: 8 in "西南石油大学计算机学院". Colleges with a name of their own stay whole. */
export function withoutFaculty(text: string, { start, end }: { start: number; end: number }): number {
  const name = text.slice(start, end);
  const faculty = /(?<=大学)\p{Script=Han}{2,12}学院$/u.exec(name)?.[0];
  if (!faculty || isKnownSchool(name) || ownCollege.test(faculty) || !isFieldOfStudy(faculty.slice(0, -2))) return end;
  return end - faculty.length;
}

/** 北邮, 北大: a school by its short name, as a cell of its own. */
function shortSchool({ rest }: EntryLine): Piece | null {
  const cells = rest.flatMap((piece) => splitPiece(piece, /[\s|｜,，、·•/]+|\s+[-–—]\s+/g));
  return cells.find(({ text }) => isShortSchoolName(text)) ?? cells.find(({ text }) => institute.test(text)) ?? null;
}

/** Institutes that train students of their own; below a university they are a part of it. */
const institute = /^\p{Script=Han}{4,18}研究所$/u;

/** "Emerson College (BSc in History)", "BSc in History Emerson College": the degree and what follows it are no part of the name. */
function beforeDegree(piece: Piece, { start, end }: { start: number; end: number }): Piece | null {
  const degree = findDegrees(piece.text).find((found) => found.start >= start && found.start < end);
  // "Five Rivers Secondary School" is a name, "Secondary School, Leeds" a degree.
  if (
    degree &&
    degree.start > start &&
    /^(?:(?:higher|senior) )?(?:secondary|high|primary|grammar) school\b/i.test(piece.text.slice(degree.start))
  )
    return null;
  if (!degree || hasHan(piece.text) || /^high school$/i.test(piece.text.slice(degree.start, degree.end))) return null;
  if (degree.start > start) {
    const name = subPiece(piece, start, degree.start);
    return name && tidyPiece(name);
  }
  const behind = piece.text.slice(degree.end, end);
  const name =
    /(?:University|College|Institute|School|Academy) of .+|(?:\p{Lu}\S{0,40} ){1,2}(?:University|College|Institute|School|Academy)(?: .+|$)/u.exec(
      behind,
    );
  return name ? subPiece(piece, degree.end + name.index, end) : null;
}

/** "Desert Hills High, Saint George, Utah — High School Diploma": what stands before place and degree. */
export function placedSchool({ rest }: EntryLine, next: EntryLine | undefined): Piece | null {
  const [piece] = rest;
  const match = piece && /^(\p{Lu}[\p{L}.'’& -]{4,60}?),\s*(\p{Lu}.{3,40}?)(?:\s*[—–](.*))?$/u.exec(piece.text);
  if (!match || !isPlace(match[2] ?? "")) return null;
  if (match[3] === undefined && !match[2]?.includes(",")) return null;
  const hasDegree = findDegrees(match[3] ?? "").length > 0;
  const goesOn = rest.length === 1 && next !== undefined && !next.isAfterGap && findDegrees(next.text).length > 0;
  return hasDegree || goesOn ? subPiece(piece, 0, match[1]?.length) : null;
}

/** A school without a school word ("La Salle for Boys"): a heading-like line of its own over the line with dates. */
export function unnamedSchool(line: EntryLine, next: EntryLine | undefined, isWanted: boolean): Piece | null {
  const piece = line.rest[0];
  const isAlone =
    line.isAfterGap &&
    !line.isBullet &&
    !line.isProse &&
    !line.label &&
    line.rest.length === 1 &&
    line.ranges.length === 0;
  if (
    !piece ||
    !isAlone ||
    !next ||
    next.isAfterGap ||
    next.ranges.length === 0 ||
    schoolOf(next.text, { ...next, rest: [{ text: next.text, start: 0, end: next.text.length }] })
  )
    return null;
  if (!isWanted) return null;
  return /^\p{Lu}[\p{L}.'’& -]{5,50}$/u.test(piece.text) && findDegrees(piece.text).length === 0 && !isPlace(piece.text)
    ? piece
    : null;
}
