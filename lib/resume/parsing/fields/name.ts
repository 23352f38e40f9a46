import surnames from "@/data/surnames.json" with { type: "json" };
import type { Reading } from "../../profile";
import { companyScore } from "../dictionaries/companies";
import { isKnownPlace, isPlace } from "../dictionaries/places";
import { findSchool } from "../dictionaries/schools";
import { titleScore } from "../dictionaries/titles";
import { hasHan } from "../fold";
import { headingKind } from "../headings";
import type { TextLine } from "../lines";
import { cutPiece, type Piece, read, splitPiece, subPiece, tidyPiece } from "../piece";
import { canonicalSkill } from "../skills";
import { findLabelled } from "./labelled";

const doubles = new Set(surnames.double);

/** The person's name: behind its label, or the most name-like text near the top, large letters first. */
export function findName(text: string, lines: TextLine[], emails: string[], fileName?: string): Reading<string> | null {
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
  const spaced = first && /^(\p{Script=Han})[\s]+(\p{Script=Han})(?:[\s]+(\p{Script=Han}))?$/u.exec(first.text);
  if (first && spaced && nameShape(first.text) > 1)
    candidates.push({ piece: { text: first.text, start: first.start, end: first.end }, score: 3 });
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
  if (!winner || winner.score < 1.2) return null;
  const value = winner.piece.text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "");
  return read(value, winner.piece, { confidence: Math.min(0.97, 0.55 + winner.score * 0.13) });
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
    if (nameShape(whole) >= 0.5) return { text: whole, start: line.contentStart, end: next.end };
  }
  return null;
}

const oneName = /^\s*\p{Lu}[\p{L}’'-]+(?: \p{Lu}\.)?\s*$/u;

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
  const whole = cutPiece(text, line.contentStart, line.end);
  if (!whole || whole.text.length > 120 || isStreet(whole.text)) return [];
  return splitPiece(
    whole,
    /\t+|\s*[|｜•·⋅]\s+|\s{2,}|\s+[-–—]\s+|[,，;；/]|(?<=\p{Script=Han})\s+(?=[^\p{Script=Han}\s])|(?<=^\p{Script=Han}{2,4})\s+(?=\p{Script=Han}{2,})/gu,
  )
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
    /^(?:(?:resume|résumé|cv|curriculum vitae)(?: of|:| -)?\s+|(?:mr|mrs|ms|dr|prof)\.?\s+|(?:个人)?简历[:：\s]*)/i.exec(
      piece.text,
    )?.[0].length ?? 0;
  const tail =
    /(?:(?<!\s)\s+(?:resume|résumé|cv|curriculum vitae)|的?(?:个人|求职)?简历|(?:先生|女士|同学)|(?<![,\s])[,\s]+(?:ph\.?d|m\.?b\.?a|m\.?sc|m\.?d|cpa|pmp|rn|bsn|cfa|esq|p\.?e|j\.?d|b\.?sc|m\.?s|b\.?s)\.?|(?<!\s)\s*[(（][^()（）]*[)）]){1,5}$/i.exec(
      piece.text.slice(lead),
    )?.[0].length ?? 0;
  return cutPiece(text, piece.start + lead, piece.end - tail) ?? piece;
}

/** How name-like a text is, by its shape alone: 0 is no name. */
function nameShape(text: string): number {
  if (hasHan(text)) return hanShape(text.replace(/\s/g, ""));
  // William (Bill) Thornton.
  const nickname = /^(\p{Lu}\p{L}+) ?[("“]\p{Lu}\p{L}+[)"”] (\p{Lu}.+)$/u.exec(text);
  if (nickname) return nameShape(`${nickname[1]} ${nickname[2]}`);
  if (/[\d@_:/\\#+*=<>"“”()[\]]/.test(text) || text.length < 4 || text.length > 45) return 0;
  // "J.Thornton": an initial glued to the name.
  const words = text.replace(/^((?:\p{Lu}\.){1,3})(?=\p{Lu}\p{Ll})/u, "$1 ").split(/\s+/);
  if (
    words.length > 5 ||
    !words.every((word) =>
      /^(?:\p{Lu}[\p{L}'’-]*\.?|(?:de|da|di|del|der|van|von|la|le|bin|al|el|dos|den|ter|y|and)|\p{Lu}\.)$/u.test(word),
    )
  )
    return 0;
  const folded = text.toLowerCase();
  if (
    notName.test(folded) ||
    headingKind(text) ||
    isPlace(text) ||
    isKnownPlace(text) ||
    findSchool(text) ||
    companyScore(text) > 1.8
  )
    return 0;
  // Tesla Zhang: a well-known employer's name is a first name too.
  if (companyScore(text) >= 1.5) return words.length === 2 ? 0.6 : 0;
  // Amy Baker, Peter Carpenter: a trade for a surname, where nothing reads more like a name.
  if (titleScore(text) >= 0.7 && words.length > 1)
    return words.length === 2 && titleScore(words[0] ?? "") < 0.5 ? 0.3 : 0;
  if (canonicalSkill(text) !== null) return 0;
  if (words.length === 1) return 0.25;
  return words.length <= 3 ? 1 : 0.8;
}

function hanShape(text: string): number {
  if (
    !/^[\p{Script=Han}·]{2,8}$/u.test(text) ||
    notName.test(text) ||
    headingKind(text) ||
    isPlace(text) ||
    findSchool(text) ||
    canonicalSkill(text) !== null
  )
    return 0;
  if (text.includes("·")) return 0.9;
  if (text.length > 4 || (titleScore(text) >= 1 && text.length > 2)) return 0;
  if (doubles.has(text.slice(0, 2)) && text.length >= 3) return 1.2;
  // Beside "Lin Yuwei" the name in Chinese is the one to keep; an address in the e-mail speaks for the other.
  if (surnames.single.includes(text[0] ?? "")) return text.length <= 3 ? 1.6 : 0.5;
  return text.length <= 3 ? 0.35 : 0;
}

const notName =
  /^(?:resume|curriculum|vitae|cv|personal|contact|email|e-mail|phone|mobile|address|linkedin|github|page|last updated|profile|objective|dear|confidential|references|portfolio|website|status|fields|techs|activities|male|female|single|married|your name|name|january|february|march|april|june|july|august|september|october|november|december|present|hello|hi)\b(?!(?<=january|february|march|april|june|july|august) [a-z]{2})|\b(?:resume|curriculum|street|avenue|road|district|province|university|gpa|engineer(?:ing)?|developer|experience|education|skills|summary|certified|professional|available|references)\b|\b(?:china|india|usa)$|^(?:个人|基本|求职|联系|电话|手机|邮箱|地址|性别|年龄|出生|民族|籍贯|学历|专业|工作|教育|简历|男|女|汉族|已婚|未婚|党员|中共党员|共青团员|团员|群众|本科|硕士|博士|大专|应届|至今|现居|年|岁|期望|全职|兼职|实习|在职|离职|婚姻|政治|健康|良好|微信|主页|博客|照片|头像|目标|岗位|意向|简历题目|拥有|具有|具备|熟悉|精通|掌握|了解|参与|负责)/;

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
