import type { Reading } from "../../profile";
import { hasHan } from "../fold";
import { headingKind } from "../headings";
import type { TextLine } from "../lines";
import { cutPiece, type Piece, read, splitPiece, subPiece, tidyPiece } from "../piece";
import { findLabelled } from "./labelled";
import { nameElsewhere } from "./name-elsewhere";
import { familyFirst, isLowerName, nameInParts, spacedHan, spacedLetters } from "./name-forms";
import { nameShape } from "./name-shape";

/** The person's name: behind its label, or the most name-like text near the top, large letters first. */
export function findName(
  text: string,
  { head: lines, all, emails, fileName }: { head: TextLine[]; all: TextLine[]; emails: string[]; fileName?: string },
): Reading<string> | null {
  const parts = nameInParts(text);
  if (parts) return parts;
  const labelled = findLabelled(
    text,
    "(?<!(?:father|mother|husband|spouse|guardian)(?:['’]s)?\\s)(?:姓\\s*名|中文名|名\\s*字|(?:full )?name|candidate(?: name)?)",
    text.length,
  );
  if (labelled) {
    const name = labelledName(withoutDecoration(text, labelled));
    if (name) return read(name.text, name, { confidence: 0.98 });
  }
  const tallest = Math.max(...lines.map((line) => line.height ?? 0));
  const usual = usualHeight(lines);
  const candidates: { piece: Piece; score: number }[] = [];
  for (const [index, line] of lines.entries()) {
    const isTall = tallest > usual * 1.25 && (line.height ?? 0) >= tallest * 0.85;
    if (headingKind(line.text) && !isTall) continue;
    for (const piece of namePieces(text, line)) {
      if (index > 14 && !isTall && stated(text, piece) === 0) continue;
      const shape = nameShape(piece.text);
      // "后台：" is the label of what follows.
      if (shape === 0 || /^\s*[:：]/.test(text.slice(piece.end, piece.end + 3))) continue;
      const top = Math.max(0, 1 - index * 0.06);
      const size = isTall ? 1.2 : tallest > usual * 1.25 ? 0 : 0.3;
      candidates.push({
        piece,
        // An account name ("jdoe") is of the file and the address as much as a name is.
        score:
          shape +
          top +
          size +
          stated(text, piece) +
          (matchesFile(piece.text, fileName) + matchesEmail(piece.text, emails)) * (shape < 0.3 ? 0.4 : 1),
      });
    }
  }
  const [first] = lines;
  for (const line of lines.slice(0, 3)) {
    const apart = spacedHan(line) ?? spacedLetters(line) ?? familyFirst(line);
    const plain = apart?.text.replace(",", "") ?? "";
    if (apart && (nameShape(plain) >= 1 || hasHan(plain))) candidates.push({ piece: apart, score: 3 });
    // "jane miller   (I build software)".
    const [lower] = namePieces(text, line);
    const isBig = tallest > usual * 1.25 && (line.height ?? 0) >= tallest * 0.85;
    const isLower =
      lower && (isLowerName(lower.text, emails) || (isBig && /^\p{Ll}{2,}(?: \p{Ll}{2,}){1,2}$/u.test(lower.text)));
    if (isLower && nameShape(titled(lower.text)) >= 1) candidates.push({ piece: lower, score: 2 });
  }
  const wide =
    first && /^\p{Lu}\p{L}+(?: {2,4}\p{Lu}\p{L}+){1,2}$/u.test(first.text) ? first.text.replace(/ +/g, " ") : null;
  if (first && wide && nameShape(wide) >= 1)
    candidates.push({ piece: { text: wide, start: first.start, end: first.end }, score: 3 });
  const pair = nameOverTwoLines(text, lines, tallest);
  if (pair) candidates.push({ piece: pair, score: nameShape(pair.text) + 2 });
  const winner = candidates.reduce<(typeof candidates)[number] | null>(
    (best, next) => (best === null || next.score > best.score ? next : best),
    null,
  );
  if (!winner || winner.score < 1.2) return nameElsewhere(text, { lines: all, emails, fileName });
  const value = winner.piece.text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "");
  return read(value, winner.piece, { confidence: Math.min(0.97, 0.55 + winner.score * 0.13) });
}

function titled(text: string): string {
  return text.replace(/(?<=^| )\p{Ll}/gu, (letter) => letter.toUpperCase());
}

/** "Lynn" above "O’Neill", in the same letters: the first lines, or the largest ones. */
function nameOverTwoLines(text: string, lines: TextLine[], tallest: number): Piece | null {
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const isFirst = index === 0 && line.height === null;
    if (!next || next.isAfterGap || !(isFirst || (line.height ?? 0) >= Math.max(tallest * 0.95, 1))) continue;
    const isAlike = Math.abs((line.height ?? 0) - (next.height ?? 0)) < 0.5;
    if (!isAlike || ![line, next].every((one) => oneName.test(text.slice(one.contentStart, one.end)))) continue;
    const whole = `${text.slice(line.contentStart, line.end).trim()} ${text.slice(next.contentStart, next.end).trim()}`;
    const isGiven = oneWord.test(text.slice(line.contentStart, line.end));
    if (isGiven && whole.split(" ").length <= 4 && nameShape(whole) >= 0.5)
      return { text: whole, start: line.contentStart, end: next.end };
  }
  return null;
}

const oneWord = /^\s*[\p{L}’'-]+(?: \p{Lu}\.)?\s*$/u;
const oneName = /^\s*\p{Lu}[\p{L}’'-]+(?: \p{Lu}(?:\.|[\p{L}’'-]+))?\s*$/u;

/** "王小明/男/1990": beside a gender in one line stands the name, or right above the job that is looked for. */
function stated(text: string, { start, end }: Piece): number {
  if (
    hasHan(text.slice(start, end)) &&
    /^[^\p{L}\n]*\n[^\p{L}\n]*(?:求职意向|应聘岗位|应聘职位)/u.test(text.slice(end, end + 16))
  )
    return 0.8;
  const isFirst = /(?:^|\n)[^\p{L}\n]*$/u.test(text.slice(Math.max(0, start - 12), start));
  return isFirst && /^\s*(?:[/|｜·•,，\t]|\s-|\s)\s*[男女](?!\p{L})/u.test(text.slice(end, end + 8)) ? 1.4 : 0;
}

function labelledName(value: Piece): Piece | null {
  // "CORVID, ADA": the family name first.
  const family = /^\p{Lu}+,\s+\p{Lu}[\p{L}-]+(?=\s*$)/u.exec(value.text);
  const first = family ? value : splitPiece(value, /[\t,，;；|｜/]|\s{2,}|(?<=\p{Script=Han}{2,4})\s+/gu)[0];
  const tidy = first
    ? {
        ...first,
        text: first.text.replace(/(?<!\s)\s*[(（][\s\S]*$/, ""),
        end: first.start + first.text.replace(/(?<!\s)\s*[(（][\s\S]*$/, "").length,
      }
    : null;
  if (!tidy || tidy.text.length < 2 || tidy.text.length > 50 || /[\d@]/.test(tidy.text)) return null;
  return hasHan(tidy.text)
    ? /^[\p{Script=Han}·\s]{2,8}$/u.test(tidy.text)
      ? tidy
      : null
    : /^\p{L}[\p{L}.'’ -]+$/u.test(family ? tidy.text.replace(",", "") : tidy.text)
      ? tidy
      : null;
}

function namePieces(text: string, line: TextLine): Piece[] {
  const content = cutPiece(text, line.contentStart, line.end);
  if (!content || content.text.length > 120 || isStreet(content.text)) return [];
  const whole = withoutDecoration(text, content);
  // "Kevin Zhang（张伟）": the name in Chinese stands in brackets.
  const inside = /[(（](\p{Script=Han}{2,4})[)）]$/u.exec(content.text);
  const own = inside && subPiece(content, inside.index + 1, content.text.length - 1);
  return [
    ...(own ? [own] : []),
    ...splitPiece(
      whole,
      /\t+|_|(?<=^\p{Script=Han}{2,4})-(?=\S)|\s*[|｜•·⋅]\s+|\s{2,}|\s+[-–—]\s+|[,，;；/]|(?<=\p{Script=Han})\s+(?=[^\p{Script=Han}\s])|(?<=\p{Script=Latin})\s+(?=\p{Script=Han}{2,4}$)|(?<=^\p{Script=Han}{2,4})\s+(?=\p{Script=Han}{2,})/gu,
    ),
  ]
    .flatMap((piece) => tidyPiece(withoutDecoration(text, piece)) ?? [])
    .flatMap((piece) => (nameShape(piece.text) > 0 ? piece : partsInStyle(piece, line.styleBreaks)));
}

/** "**Jane Doe** Data Engineer": where the whole is no name, what is set apart may be one. */
function partsInStyle(piece: Piece, breaks: number[]): Piece[] {
  // Some fonts lack a few Chinese characters, which then stand in another one amid a word.
  const parts = (at: number) =>
    !/^\p{Script=Han}{2}$/u.test(piece.text.slice(at - piece.start - 1, at - piece.start + 1));
  const inside = [piece.start, ...breaks.filter((at) => at > piece.start && at < piece.end && parts(at)), piece.end];
  return inside
    .slice(1)
    .flatMap((end, index) => subPiece(piece, (inside[index] ?? 0) - piece.start, end - piece.start) ?? []);
}

/** "12 Elm Park, Leeds". */
function isStreet(line: string): boolean {
  return /^\d{1,5}\s+\p{L}[^,]*,/u.test(line);
}

/** "John Smith, MBA", "Resume of Jane Doe", "王小明的简历", "张三 (Tom)". */
function withoutDecoration(text: string, piece: Piece): Piece {
  const lead =
    /^(?:(?:resume|résumé|cv|curriculum vitae)(?: of|:| -)?\s+|(?:mr|mrs|ms|dr|prof)\.?\s+|(?:个人)?简历[:：\s]*|(?:(?:个人|基本)?(?:信息|资料))[:：]\s*)/i.exec(
      piece.text,
    )?.[0].length ?? 0;
  const tail =
    /(?:(?:['’]s)?(?<!\s)\s+(?:resume|résumé|cv|curriculum vitae)|(?<![,|\s])[,|\s]+[(（]?(?:he\s?\/\s?him|she\s?\/\s?her|they\s?\/\s?them)(?:\s?\/\s?(?:his|hers|theirs?))?[)）]?|的?(?:个人|求职)?简历|(?:先生|女士|同学)|(?<![,\s])[,\s]+(?:ph\.?d|m\.?b\.?a|m\.?sc|m\.?d|cpa|pmp|rn|bsn|cfa|esq|p\.?e|j\.?d|b\.?sc|m\.?s|b\.?s)\.?|(?<!\s)\s*[(（][^()（）]*[)）]){1,5}$/i.exec(
      piece.text.slice(lead),
    )?.[0].length ?? 0;
  return cutPiece(text, piece.start + lead, piece.end - tail) ?? piece;
}

function usualHeight(lines: TextLine[]): number {
  const heights = lines.flatMap((line) => (line.height ? [line.height] : [])).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 0;
}

function matchesFile(name: string, fileName: string | undefined): number {
  if (!fileName) return 0;
  const parts = name
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part.length >= 2);
  const folded = fileName.toLowerCase();
  return parts.length > 0 && parts.every((part) => folded.includes(part)) ? 0.6 : 0;
}

function matchesEmail(name: string, emails: string[]): number {
  if (hasHan(name)) return 0;
  const parts = name
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part.length >= 3);
  return emails.some((email) => parts.some((part) => (email.split("@")[0] ?? "").toLowerCase().includes(part)))
    ? 0.5
    : 0;
}
