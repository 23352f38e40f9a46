import { companyScore } from "../dictionaries/companies";
import { titleScore, titleTail } from "../dictionaries/titles";
import { hasHan } from "../fold";
import { subPiece } from "../piece";
import type { Cell } from "./cells";

/** "Northwind Traders Senior Accountant", with nothing but a space between: the words of the title tell. */
export function splitGlued(cell: Cell, isRunIn: boolean): Cell[] {
  const intern = splitIntern(cell);
  if (intern.length > 1) return intern;
  if (hasHan(cell.text)) return splitHanGlued(cell);
  const at = titleTail(cell.text) || titleBefore(cell.text);
  const [first, second] = [subPiece(cell, 0, at ?? 0), subPiece(cell, at ?? 0)];
  if (!at || !first || !second) return [cell];
  // Radio Frequency Engineer is one title: where others set the employer apart, only what is clearly one counts.
  const isEmployer = [first, second].some(({ text }) => companyScore(text) >= 1.5 && titleScore(text) < 1);
  const isName = isRunIn && first.text.split(/\s+/).length >= 2;
  return isEmployer || isName ? [first, second].map((piece) => ({ ...piece, line: cell.line })) : [cell];
}

/** "腾讯实习生": a known firm, and how one was with it. */
export function splitIntern(cell: Cell): Cell[] {
  const firm = /^(\S{2,16}?)\s?(?:暑期|日常|校招)?实习生?$/u.exec(cell.text)?.[1];
  if (!firm || companyScore(firm) < 3 || /(?:公司|集团)./.test(firm)) return [cell];
  return [subPiece(cell, 0, firm.length), subPiece(cell, firm.length)].flatMap((piece) =>
    piece ? [{ ...piece, line: cell.line }] : [],
  );
}

/** "担任星桥软件公司研究院算法研究员": the employer up to its last word, with nothing between it and the title. */
function splitHanGlued(cell: Cell): Cell[] {
  // "在海帆网担任数据分析师": the word between them tells.
  const told = /^(?:曾?(?:任职于|就职于|供职于|在))?(\S{2,24}?)(?:担任|担当|出任)(?=\S{2,16}$)/u.exec(cell.text);
  const place = told?.[1] ? told[0].lastIndexOf(told[1]) : 0;
  const named = told?.[1] ? [subPiece(cell, place, place + told[1].length), subPiece(cell, told[0].length)] : [];
  const [firmBefore, role] = named;
  if (firmBefore && role && titleScore(role.text) >= 1.3)
    return [firmBefore, role].map((piece) => ({ ...piece, line: cell.line }));
  const lead =
    /^(?:曾?(?:担任|任职于|就职于|供职于|入职|任|在)(?=\p{Script=Han}{2,}))?/u.exec(cell.text)?.[0].length ?? 0;
  const firm = /^\S{2,24}?(?:公司|集团|事务所)(?:\p{Script=Han}{0,6}?(?:分公司|研究院|事业部|部|中心))?/u.exec(
    cell.text.slice(lead),
  );
  const end = lead + (firm?.[0].length ?? 0);
  const parts = [subPiece(cell, lead, end), subPiece(cell, end)];
  const [employer, title] = parts;
  if (!firm || !employer || !title || titleScore(title.text) < 1.3 || title.text.length > 16) return [cell];
  return [employer, title].map((piece) => ({ ...piece, line: cell.line }));
}

/** Where the employer begins in "Senior Accountant Northwind Traders": behind the title's head, if it is one of its own. */
function titleBefore(text: string): number | null {
  if (hasHan(text)) return null;
  for (const match of [...text.matchAll(/\s+/g)].reverse()) {
    const end = match.index;
    const title = text.slice(0, end);
    const rest = text.slice(end + match[0].length);
    if (titleTail(title) === 0 && companyScore(rest) >= 1.5 && titleScore(rest) < 1) return end + match[0].length;
  }
  return null;
}

/** "康宁儿童医院（护士长）", "Acme (Data Engineer)": the other name in brackets. */
export function splitBrackets(cell: Cell): Cell[] {
  const slash = hasHan(cell.text) ? cell.text.search(/(?<!\s)\s*[/／]\s*/) : -1;
  const before = slash > 0 ? subPiece(cell, 0, slash) : null;
  const behind = before && subPiece(cell, slash + (/^\s*[/／]\s*/.exec(cell.text.slice(slash))?.[0].length ?? 1));
  // "财务部 / 会计": a department and what one is there, other than two titles.
  // "海帆网 / 数据分析师": with a space on both sides.
  const isSpaced = /^\s+[/／]\s/.test(cell.text.slice(slash));
  if (before && behind && isSpaced && titleScore(before.text) < 0.5 && titleScore(behind.text) >= 1.3)
    return [before, behind].map((piece) => ({ ...piece, line: cell.line }));
  if (before && behind && isDepartment(before.text) && titleScore(before.text) < 1 && titleScore(behind.text) >= 1.3)
    return [before, behind].map((piece) => ({ ...piece, line: cell.line }));
  const match = /^(.{2,60}?)\s*[(（]([^()（）]{2,40})[)）]$/u.exec(cell.text);
  const [, outside = "", inside = ""] = match ?? [];
  // "商业分析（实习）": how someone was employed is no title of its own.
  const isKind = /^(?:实习|兼职|全职|远程|外包)$/.test(inside);
  const isTitleInside = !isKind && titleScore(inside) >= 1.3 && titleScore(outside) < 1 && companyScore(inside) < 1.5;
  const isCompanyInside = companyScore(inside) >= 2 && titleScore(outside) >= 1.3 && !isDepartment(inside);
  // "Acme (generally working in R)": a remark in small letters is no part of the name.
  if (match && /^\p{Ll}{4,}\s+\p{Ll}/u.test(inside)) {
    const name = subPiece(cell, 0, outside.length);
    return name ? [{ ...name, line: cell.line }] : [cell];
  }
  if (!match || !(isTitleInside || isCompanyInside)) return [cell];
  const start = cell.text.lastIndexOf(inside);
  return [subPiece(cell, 0, outside.length), subPiece(cell, start, start + inside.length)].flatMap((piece) =>
    piece ? [{ ...piece, line: cell.line }] : [],
  );
}

export function isDepartment(text: string): boolean {
  return (
    /(?:部|部门|事业部|事业群|组|科|处|研发中心|BU|BG)$/.test(text) ||
    /\b(?:department|dept\.?|division|team|unit)\b/i.test(text)
  );
}
