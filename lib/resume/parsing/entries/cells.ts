import { companyScore, isLegalForm } from "../dictionaries/companies";
import { isKnownPlace, isPlace, isRegionCode, isRegionOrCountry, isTownInState } from "../dictionaries/places";
import { campusPattern, hasCampuses } from "../dictionaries/schools";
import { titleScore } from "../dictionaries/titles";
import { hasHan } from "../fold";
import { type Piece, splitPiece, subPiece, tidyPiece } from "../piece";
import type { EntryLine } from "./entry-lines";

/** A part of a heading line: what stands between tabs, bars, dots and spaced dashes. */
export type Cell = Piece & {
  line: number;
  /** "at" or "@" stands before it. */
  isEmployer?: boolean;
};

const separator =
  /\s*(?:[-–—_.…·=]\s?){4,}\s*|\t+|\s*[(（](?:https?:\/\/|www\.)[^()（）\s]*[)）]\s*|\s+[|｜‖•·∙⋅●◆]\s*|\s*[|｜‖•∙●◆]\s+|\s*[|｜‖]\s*|\s+[-–—―~]{1,2}\s+|\s+[—―]|[—―]\s+|(?<=\p{L})\s+[-–](?=\p{Lu}\p{Ll}{2})|\s{2,}|(?<=\p{Script=Han})\s*[-–—·•]{1,2}\s*(?=\p{Script=Han})|(?<=\p{Script=Han}[)）]?)[-–—]{1,2}(?=\p{L})|(?<=[)）])\s*[—–-]\s*/gu;

/** Where a long dash sets names apart, a short one stands within them: "Acme — Planner - Shipping Coordinator". */
const hasLongDash = /\s—|—\s/;
const longSeparator = new RegExp(separator.source.replace(String.raw`\s+[-–—―~]{1,2}\s+|`, ""), "gu");

export function headerCells(lines: EntryLine[]): Cell[] {
  return joinWrapped(lines, lines.flatMap(cellsOf));
}

function cellsOf(line: EntryLine, index: number): Cell[] {
  return line.rest
    .flatMap((piece) => splitPiece(piece, hasLongDash.test(piece.text) ? longSeparator : separator))
    .flatMap(splitLostBars)
    .flatMap((piece) => splitAt(piece, line.styleBreaks))
    .flatMap(splitHanSpaces)
    .flatMap((piece) => tidyPiece(piece) ?? [])
    .map((piece) => ({ ...piece, line: index }));
}

/** "Acme, Leeds — Sales" above "Representative": the title goes on in the next line, which holds nothing else. */
function joinWrapped(lines: EntryLine[], cells: Cell[]): Cell[] {
  const joined: Cell[] = [];
  for (const cell of cells) {
    const before = joined.at(-1);
    const line = lines[cell.line];
    const isRest =
      before?.line === cell.line - 1 &&
      cells.filter((other) => other.line === cell.line).length === 1 &&
      cells.filter((other) => other.line === before.line).length > 1 &&
      hasLongDash.test(lines[before.line]?.text ?? "") &&
      line?.ranges.length === 0 &&
      !line.isAfterGap &&
      !hasHan(cell.text) &&
      titleScore(before.text) < 1.3 &&
      titleScore(`${before.text} ${cell.text}`) >= 1.3;
    if (isRest) joined[joined.length - 1] = { ...before, text: `${before.text} ${cell.text}`, end: cell.end };
    else joined.push(cell);
  }
  return joined;
}

/** OCR takes a bar for a closing quote, or a dash behind an employer for 一. */
function splitLostBars(piece: Piece): Piece[] {
  const isQuoted = /^[^“"\n]*[“"].*[”"]/m.test(piece.text);
  return splitPiece(
    piece,
    isQuoted
      ? /(?<=公司|集团|工作室|医院|学校)\s?一\s?(?=\p{Script=Han}{2})/gu
      : /(?<!\s)\s*”\s*|(?<=公司|集团|工作室|医院|学校)\s?一\s?(?=\p{Script=Han}{2})/gu,
  );
}

/** "**Acme** Data Engineer": what is set apart is another name. */
function splitAt(piece: Piece, breaks: number[]): Piece[] {
  const inside = [piece.start, ...breaks.filter((at) => at > piece.start && at < piece.end), piece.end];
  const parts = inside
    .slice(1)
    .flatMap((end, index) => subPiece(piece, (inside[index] ?? 0) - piece.start, end - piece.start) ?? []);
  return parts.every(({ text }) => text.length >= 2) ? parts : [piece];
}

/** In Chinese a single space divides: "甲公司 数据工程师". English names within ("Java 研发工程师") stay whole. */
function splitHanSpaces(piece: Piece): Piece[] {
  if (!hasHan(piece.text)) return [piece];
  return splitPiece(
    piece,
    /(?=\s)(?<=[\p{Script=Han})）】])(?<!(?:^|\s)(?:高级|资深|初级|中级|首席|助理|实习|基于|面向|关于|针对|利用|结合))(?<![(（][^()（）]{0,200})(?<!(?:^|\s)某|[的与和及对在于用])\s+(?!(?:I{1,3}|IV|VI?)$)(?=[\p{Script=Han}(（A-Z])|(?=\s)(?<=[\p{Script=Latin}\d.)）])(?<!(?:^|\s)某\s?[\p{Script=Latin}\d.]{1,40})\s+(?=\p{Script=Han}{2,}(?:公司|集团|大学|学院|部$))/gu,
  );
}

/** A cell cut at its commas into names and places; legal forms ("Google, Inc.") stay with their name. */
export function commaParts(cell: Cell): { names: Cell[]; places: Piece[] } {
  const town = townBehindName(cell);
  if (town !== null) {
    const [name, place] = [subPiece(cell, 0, town), subPiece(cell, town)];
    if (name && place) return { names: [{ ...name, line: cell.line }], places: [place] };
  }
  if ((isPlace(cell.text) || isTownInState(cell.text)) && !leadsWithEmployer(cell))
    return { names: [], places: [cell] };
  const tokens = joinLegalForms(
    cell,
    splitPiece(
      cell,
      /(?<!\s)\s*[,，、;]\s*(?![^()（）]{0,60}[)）])|(?<!\s)\s*[(（](?=\p{Lu}[^()（）]{0,80},\s*\p{Lu}{2}[)）]$)|(?<!\s)\s+@\s*(?=[\p{L}\d])|(?<!\s)\s+at\s+(?=\p{Lu})|(?<=[)）])\s*[-–]\s*|(?<=,\s?(?:Inc|LLC|Ltd|Corp)\.?)\s+(?=\p{Lu}[\p{L} ]+,)/gu,
    ),
  );
  const names: Cell[] = [];
  const places: Piece[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (!token) continue;
    const next = tokens[index + 1];
    const city = next && isRegionOrCountry(next.text) ? cityAtEnd(token) : null;
    if (city && next) {
      const name = subPiece(token, 0, city);
      const place = subPiece(cell, token.start - cell.start + city, next.end - cell.start);
      if (name) names.push({ ...name, line: cell.line });
      if (place) places.push(place);
      index += 1;
      continue;
    }
    const followsName = index > 0 || tokens.length === 1;
    if (followsName && next && isCityBefore(token, next)) {
      let last = index + 1;
      while (tokens[last + 1] && isRegionOrCountry(tokens[last + 1]?.text ?? "")) last += 1;
      const place = subPiece(cell, token.start - cell.start, (tokens[last]?.end ?? token.end) - cell.start);
      if (place) places.push(place);
      index = last;
    } else if (followsName && isKnownPlace(token.text)) {
      places.push(token);
    } else if (/^\p{Script=Han}+$/u.test(token.text) && isPlace(token.text)) {
      places.push(token);
    } else {
      const isEmployer = /(?:\sat\s+|@\s*)$/i.test(cell.text.slice(0, token.start - cell.start));
      names.push({ ...token, line: cell.line, ...(isEmployer && { isEmployer }) });
    }
  }
  return { names, places };
}

/** 18 in "Bluefin Analytics Seattle, WA": a known town stands behind two words that are none. */
function townBehindName({ text }: Piece): number | null {
  const match =
    /^((?:\p{Lu}[\p{L}.'’&-]*\s+){2,5}?)(\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){0,2}),\s*([\p{L}. ]{2,20})$/u.exec(
      text,
    );
  const [, name = "", town = "", region = ""] = match ?? [];
  if (!match || !isCity(town) || !isRegionOrCountry(region) || isKnownPlace(name + town)) return null;
  return /(?:^|\s)(?:North|South|East|West|New|Fort|San|Santa|Saint|St\.?|Lake|Mount|Port|El|Los|Las|La|Le|Greater|of|and|&)\s+$/.test(
    name,
  )
    ? null
    : name.length;
}

/** "Contoso, Berlin" and "Corvid Forge Ltd, Leeds", other than "Pomona, CA": a city stands behind an employer. */
function leadsWithEmployer({ text }: Piece): boolean {
  const [first = "", ...rest] = text.split(/(?<!\s)\s*[,，]\s*/);
  const next = rest[0] ?? "";
  // "海帆翻译，沈阳，中国".
  if (hasHan(text)) return rest.length > 0 && !isPlace(first) && companyScore(first) >= 1.5;
  if (rest.length === 0 || isKnownPlace(first) || hasHan(text)) return false;
  return companyScore(first) >= 1.5 || (isLegalForm(next) && rest.length > 1) || isCity(next);
}

function isCity(text: string): boolean {
  const isCityState = /^(?:singapore|hong kong|macau)$/i.test(text);
  return isCityState || (isKnownPlace(text) && !isRegionOrCountry(text));
}

/** "University of Western Ontario London" before ", Ontario": where the city begins that stands behind an employer. */
function cityAtEnd(token: Piece): number | null {
  for (const match of token.text.matchAll(/(?<!\s)\s+(?=\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+)?$)/gu)) {
    const at = match.index + match[0].length;
    if (isCity(token.text.slice(at)) && companyScore(token.text.slice(0, match.index)) >= 1.5) return at;
  }
  return null;
}

function isCityBefore(token: Piece, next: Piece): boolean {
  const looksLikeCity = /^\p{Lu}[\p{L}.'’-]+(?: [\p{L}.'’-]+){0,2}$/u.test(token.text);
  return (
    looksLikeCity &&
    (isRegionCode(next.text) ||
      isTownBeforeCountry(token.text, next.text) ||
      (isKnownPlace(token.text) && isRegionOrCountry(next.text)) ||
      /^(?:USA|UK|India|China|Germany|Canada|S\.?\s?Korea|Rep\. of KOREA)$/.test(next.text))
  );
}

/** "Narva, Estonia": a town nobody lists is one where nothing else can stand before the country. */
function isTownBeforeCountry(town: string, country: string): boolean {
  return (
    country.length > 3 &&
    isRegionOrCountry(country) &&
    /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)?$/u.test(town) &&
    titleScore(town) < 0.5 &&
    companyScore(town) < 0.5 &&
    !/^(?:Sales|Marketing|Finance|Engineering|Research|Product|Operations|Design|Technology|Services|Solutions|Software|Group|Labs?|Studio|Bank|Data|Digital|Media|Inc|Ltd)\b/.test(
      town,
    )
  );
}

/** "University of California, San Diego": the campus is a part of the employer's name. */
function isCampus(before: string, token: string): boolean {
  return (
    /(?:^|\s)University of \p{Lu}[\p{L} ]*$/u.test(before) &&
    hasCampuses.test(before) &&
    campusPattern.exec(`, ${token}`)?.[0].length === token.length + 2
  );
}

function joinLegalForms(cell: Cell, tokens: Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    if (before && (isLegalForm(token.text) || isCampus(before.text, token.text))) {
      const whole = subPiece(cell, before.start - cell.start, token.end - cell.start);
      // A dot after "Inc" was trimmed with the separators; the text has it.
      if (whole) joined[joined.length - 1] = whole;
    } else {
      joined.push(token);
    }
  }
  return joined;
}
