import type { EducationEntry, Reading, TextSpan } from "../../profile";
import { type DateRange, readDate } from "../dates/date-ranges";
import { type FoundDegree, findDegrees } from "../dictionaries/degrees";
import { isPlace } from "../dictionaries/places";
import { campusPattern, findSchool, hasCampuses, isKnownSchool, isShortSchoolName } from "../dictionaries/schools";
import { hasHan } from "../fold";
import type { TextLine } from "../lines";
import { cutPiece, type Piece, read, readPiece, splitPiece, subPiece, tidyPiece } from "../piece";
import { type EntryLine, toEntryLines } from "./entry-lines";
import { labelsWithin } from "./labels";
import { findMajor, isFieldOfStudy } from "./major";

type Mention = {
  school: Piece | null;
  degree: (FoundDegree & { text: string }) | null;
  major: Piece | null;
  range: DateRange | null;
};
type Draft = Mention & { lines: EntryLine[] };

/**
 * Schools, degrees, majors and periods are collected line by line; a line that brings again what the
 * current entry already has begins the next one, so every order of the four reads alike.
 */
export function readEducation(text: string, lines: TextLine[]): EducationEntry[] {
  const drafts: Draft[] = [];
  const entryLines = toEntryLines(text, joinFields(text, lines).flatMap(splitDegrees));
  for (const [index, line] of entryLines.entries()) {
    const current = drafts.at(-1);
    const mentions = lineMentions(text, line, current, entryLines[index + 1]);
    if (mentions.length === 0) {
      current?.lines.push(line);
      continue;
    }
    for (const mention of mentions) {
      const draft = drafts.at(-1);
      if (draft && fits(draft, mention, line, drafts[0])) merge(draft, mention, line);
      else drafts.push({ ...mention, lines: [line] });
    }
  }
  return finish(text, drafts);
}

/** "B.Tech in Electronics and" above "Communication Engineering": a field of study that goes on in the next line. */
function joinFields(text: string, lines: TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const opens = before && /\b(?:in|of)(?:\s+\p{Lu}[^,;|\t\d]{2,50}\s(?:and|&|of|in))?$/u.test(before.text);
    const goesOn =
      opens && !line.isAfterGap && !line.isBullet && isField(line.text) && findDegrees(before.text).length > 0;
    if (before && goesOn)
      joined[joined.length - 1] = { ...before, end: line.end, text: text.slice(before.start, line.end) };
    else joined.push(line);
  }
  return joined;
}

function isField(line: string): boolean {
  return (
    /^\p{Lu}[\p{L} &,-]{2,50}$/u.test(line) &&
    isFieldOfStudy(line) &&
    !findSchool(line) &&
    findDegrees(line).length === 0
  );
}

/** "BSc in Physics, MSc in Optics": two studies told on one line, each with its field. */
function splitDegrees(line: TextLine): TextLine[] {
  const content = line.text.slice(line.contentStart - line.start);
  if (line.isBullet || hasHan(content)) return [line];
  const [first, second] = findDegrees(content).filter(
    ({ end }) => /^\s*(?:degree\s+)?(?:in|of)\s/i.test(content.slice(end - 3)) || /^\s+in\s/i.test(content.slice(end)),
  );
  if (!first || !second || second.start - first.end < 6 || /[(（/]\s*$/.test(content.slice(0, second.start)))
    return [line];
  const cut = line.contentStart + second.start;
  const lead = /(?<![\s,;|&])[\s,;|&]+(?:and\s+)?$/i.exec(line.text.slice(0, cut - line.start))?.[0].length ?? 0;
  const behind = { ...line, text: line.text.slice(cut - line.start), start: cut, contentStart: cut, isAfterGap: false };
  return [{ ...line, text: line.text.slice(0, cut - line.start - lead), end: cut - lead }, behind];
}

function lineMentions(
  text: string,
  line: EntryLine,
  current: Draft | undefined,
  next: EntryLine | undefined,
): Mention[] {
  const labelled = labelledMention(text, line);
  if (labelled) return [labelled];
  if (line.label?.kind === "description" || isAside(line) || tellsOtherThings(line)) return periodBeside(line, current);
  const isEntry = line.isBullet && line.isAfterGap && current?.lines[0]?.isBullet === true;
  if (
    line.isBullet &&
    current?.school &&
    !opensWithDegree(text, line) &&
    !namesFaculty(text, line, current) &&
    !((line.ranges.length > 0 || isEntry) && findSchool(line.text)) &&
    !listsSchool(text, line, current)
  )
    return periodBeside(line, current);
  const content = { text: text.slice(line.contentStart, line.end), start: line.contentStart, end: line.end };
  const degrees = findDegrees(maskDates(content.text, line)).map((degree) => ({
    ...degree,
    start: degree.start + content.start,
    end: degree.end + content.start,
    text: content.text.slice(degree.start, degree.end),
  }));
  const isFaculty = line.isBullet && current?.school != null && namesFaculty(text, line, current);
  const named = schoolOf(text, line) ?? placedSchool(line, next) ?? unnamedSchool(line, next, current);
  const school = isFaculty || (named && isFacultyBelow(named.text, line, current)) ? null : named;
  if (
    line.isProse &&
    !(school && (degrees.length > 0 || line.ranges.length > 0)) &&
    !(degrees.length > 0 && line.text.length < 60) &&
    !(degrees[0]?.start === content.start && current?.school && !current.degree)
  )
    return [];
  const apart = degrees.filter((degree) => !school || degree.end <= school.start || degree.start >= school.end);
  const own = apart.length > 0 || !school ? apart : degreeBehind(text, school, line);
  const degree = own[0] ?? null;
  const range = line.ranges.find((found) => found.isRange) ?? line.ranges[0] ?? null;
  const major = findMajor(text, line, named, degree, current !== undefined && current.major === null);
  if (!school && !degree && !range && !major) return [];
  return [{ school, degree: wholeDegree(text, joinDegree(text, degree, own[1] ?? null), major), major, range }];
}

/** 本科生 in 某某大学本科生, which 大学本科 would hide. */
function degreeBehind(text: string, school: Piece, line: EntryLine): NonNullable<Mention["degree"]>[] {
  if (!hasHan(school.text)) return [];
  const behind = text.slice(school.end, Math.min(line.end, school.end + 12));
  return findDegrees(behind).flatMap((degree) =>
    degree.start === 0
      ? [{ ...degree, start: school.end, end: school.end + degree.end, text: behind.slice(0, degree.end) }]
      : [],
  );
}

/** "■ M.S. in Geography ⇥ 2006 – 2008", "• 计算机工程专业硕士" below its school. */
function opensWithDegree(text: string, { contentStart, end, ranges }: EntryLine): boolean {
  const content = text.slice(contentStart, end);
  const [degree] = findDegrees(content);
  if (degree?.end === content.length && /^\p{Script=Han}{4,16}$/u.test(content)) return true;
  return degree !== undefined && degree.start < 2 && (ranges.length > 0 || content.length < 60);
}

/** "• Corvid University: B.A. in History" below "• Rookery College: …": each bullet opens with its school. */
function listsSchool(text: string, { contentStart, end }: EntryLine, { lines, school }: Draft): boolean {
  const isListed = lines[0]?.isBullet === true && school?.start === lines[0].contentStart;
  const found = isListed ? findSchool(text.slice(contentStart, end)) : null;
  return found?.start === 0 && /^\s*[:：]/.test(text.slice(contentStart + found.end, end));
}

/** "• 管理学院 - 工商管理" right below "• 海州大学": the list goes on with what was studied there. */
function namesFaculty(text: string, { contentStart, end, isAfterGap }: EntryLine, { major, lines }: Draft): boolean {
  const content = text.slice(contentStart, end);
  const isFirst = major === null && lines.length === 1 && !isAfterGap && content.length <= 40;
  return isFirst && /^\p{Script=Han}{2,12}(?:学院|系)\s*[-–—|｜·/\s]\s*\p{Script=Han}{2,}/u.test(content);
}

/** "计算机学院 | 2010年-2014年", "本科生 计算机学院" right below "海州大学". */
function isFacultyBelow(name: string, { ranges, text, isAfterGap }: EntryLine, current: Draft | undefined): boolean {
  const isNew = current?.school && !current.major && !current.degree && current.lines.length === 1;
  const field = /^(\p{Script=Han}{2,10})(?:学院|系)$/u.exec(name)?.[1];
  if (!isNew || !field || !isFieldOfStudy(field) || !/大学/.test(current.school?.text ?? "")) return false;
  return current.range ? !isAfterGap && ranges.length === 0 && findDegrees(text).length > 0 : ranges.length > 0;
}

/** "• Thesis on queues ⇥ Sept 2018 – May 2023": the column of dates goes on beside what tells about the studies. */
function periodBeside({ text, ranges, end }: EntryLine, current: Draft | undefined): Mention[] {
  const graduated = /^(?:expected |anticipated )?graduat(?:ion|ed|ing)\b/i.test(text.replace(/^[^\p{L}]+/u, ""))
    ? ranges[0]
    : null;
  if (graduated && current?.school && !current.range)
    return [{ school: null, degree: null, major: null, range: graduated }];
  const range = ranges.find((found) => found.isRange && found.span.end === end);
  if (!range || !current?.school || current.range || !text.includes("\t")) return [];
  return [{ school: null, degree: null, major: null, range }];
}

/** "Bachelor of" goes on to its field, "Diploma in" ends before it. */
function wholeDegree(text: string, degree: Mention["degree"], major: Piece | null): Mention["degree"] {
  const link = degree && /(?<!\s)\s+(in|of)$/i.exec(degree.text);
  // "临床医学学士": where the field took the degree's first word, the rest is the degree.
  if (degree && major && major.start < degree.start && major.end > degree.start)
    return { ...degree, start: major.end, text: text.slice(major.end, degree.end) };
  if (!degree || !link) return degree;
  const isOf = link[1]?.toLowerCase() === "of" && major !== null && major.start - degree.end <= 1;
  const end = isOf ? major.end : degree.end - link[0].length;
  return { ...degree, end, text: text.slice(degree.start, end) };
}

/** "本科 学士" or "Master of Science (M.Sc.)" is one degree; the longer wording is kept. */
function joinDegree(text: string, first: Mention["degree"], second: Mention["degree"]): Mention["degree"] {
  if (!first || !second || second.start - first.end > 3 || first.level !== second.level) return first;
  return { ...first, end: second.end, text: text.slice(first.start, second.end) };
}

function maskDates(content: string, line: EntryLine): string {
  let masked = content;
  for (const { span } of line.ranges) {
    const start = Math.max(span.start - line.contentStart, 0);
    masked = `${masked.slice(0, start)}${" ".repeat(Math.max(span.end - line.contentStart - start, 0))}${masked.slice(span.end - line.contentStart)}`;
  }
  return masked.slice(0, content.length);
}

function schoolOf(text: string, line: EntryLine): Piece | null {
  for (const piece of line.rest.flatMap((part) => splitPiece(part, /\t+|\s*[|｜•]\s*|\s+[-–—]\s+|\s{2,}/g))) {
    const found = findSchool(piece.text);
    if (!found || /^high school(?: diploma)?$/i.test(piece.text.slice(found.start, found.end))) continue;
    const university = partOfUniversity(piece, found);
    if (university) return university;
    const inside = beforeDegree(piece, found);
    if (inside) return inside;
    const apart = line.styleBreaks.findLast((at) => at > piece.start + found.start && at < piece.start + found.end);
    const name = apart === undefined ? null : cutPiece(text, apart, piece.start + found.end);
    // "PhD, Biostatistics **Vanderbilt University**".
    if (name && findSchool(name.text)?.start === 0) return name;
    const own = piece.text.slice(found.start, found.end);
    const hasCampus = hasCampuses.test(own) && !/\b(?:School|College|Faculty)\b/.test(own);
    const town = /(?<!\s)\s*[(（][^()（）]*\p{Ll}[^()（）]*[)）]$/u.exec(hasHan(own) ? "" : own);
    if (town && town.index > 4)
      return cutPiece(text, piece.start + found.start, piece.start + found.start + town.index);
    const campus = !hasCampus ? 0 : (campusPattern.exec(piece.text.slice(found.end))?.[0].length ?? 0);
    return cutPiece(text, piece.start + found.start, piece.start + withoutFaculty(piece.text, found) + campus);
  }
  return shortSchool(line);
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
function withoutFaculty(text: string, { start, end }: { start: number; end: number }): number {
  const name = text.slice(start, end);
  const faculty = /(?<=大学)\p{Script=Han}{2,12}学院$/u.exec(name)?.[0];
  if (!faculty || isKnownSchool(name) || ownCollege.test(faculty) || !isFieldOfStudy(faculty.slice(0, -2))) return end;
  return end - faculty.length;
}

/** 某某大学应用技术学院 is a college by itself, no faculty. */
const ownCollege = /^(?:科技|科学|技术|工程|应用|现代|文理|理工|职业|继续教育|网络教育|成人教育)+学院$/;

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
function placedSchool({ rest }: EntryLine, next: EntryLine | undefined): Piece | null {
  const [piece] = rest;
  const match = piece && /^(\p{Lu}[\p{L}.'’& -]{4,60}?),\s*(\p{Lu}.{3,40}?)(?:\s*[—–](.*))?$/u.exec(piece.text);
  if (!match || !isPlace(match[2] ?? "")) return null;
  if (match[3] === undefined && !match[2]?.includes(",")) return null;
  const hasDegree = findDegrees(match[3] ?? "").length > 0;
  const goesOn = rest.length === 1 && next !== undefined && !next.isAfterGap && findDegrees(next.text).length > 0;
  return hasDegree || goesOn ? subPiece(piece, 0, match[1]?.length) : null;
}

/** A school without a school word ("La Salle for Boys"): a heading-like line of its own over the line with dates. */
function unnamedSchool(line: EntryLine, next: EntryLine | undefined, current: Draft | undefined): Piece | null {
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
  if (current && !current.range && !current.degree) return null;
  return /^\p{Lu}[\p{L}.'’& -]{5,50}$/u.test(piece.text) && findDegrees(piece.text).length === 0 && !isPlace(piece.text)
    ? piece
    : null;
}

/** Lines that mention schools or degrees without naming an education. */
function isAside(line: EntryLine): boolean {
  return /^(?:gpa|cgpa|grade|thesis|master'?s? thesis|bachelor'?s? thesis|dissertation|advisor|supervisor|relevant|coursework|courses?|honou?rs?|dean|activities|minor|主修课程|课程|绩点|排名|导师|论文|conc\.|major gpa|cum\. gpa|college of|school of engineering|scholarship|exchange|.{0,40}\b(?:entrance|admission) exam)/i.test(
    line.text.slice(line.contentStart - line.start).trim(),
  );
}

/** "地址：大连市…", "报考专业：法学", "研究生一等奖学金 2 次": of the person, of a wish or of an award. */
function tellsOtherThings(line: EntryLine): boolean {
  const content = line.text.slice(line.contentStart - line.start).trim();
  if (personalLabel.test(content) || /^(?:报考|拟申请|拟报|申请|志愿)(?:院校|学校|专业|学院|方向|属性)/.test(content))
    return true;
  // "硕士期间以第一作者发表论文": what was done while studying.
  if (/^(?:本科|硕士|博士|研究生|大学|在校|在读|就读|学习)(?:学习|就读|在读)?(?:期间|阶段|时期)/.test(content))
    return true;
  if (
    line.isBullet &&
    /\b(?:prizes?|awards?|contests?|competitions?)\b/i.test(content) &&
    findDegrees(content).length === 0
  )
    return true;
  return (
    line.ranges.length === 0 &&
    /奖学金|助学金|奖励|荣誉|均分|平均分|学生会|班长|团支书|社团|(?:主席|部长|委员)$/.test(content) &&
    !findSchool(content)
  );
}

const personalLabel =
  /^(?:姓\s*名|性\s*别|年\s*龄|籍\s*贯|民\s*族|电\s*话|手\s*机|邮\s*箱|地\s*址|住\s*址|博\s*客|微\s*信|现居|家庭|联系|通[讯信]|政治面貌|出生|QQ|E-?mail)[^:：\t]{0,4}[:：\t]/i;

function labelledMention(text: string, line: EntryLine): Mention | null {
  const mention: Mention = { school: null, degree: null, major: null, range: null };
  let hasLabel = false;
  const labels = labelsWithin(text, line);
  for (const { kind, start, end } of labels.length > 0 ? labels : labelsInCells(line)) {
    const value = cutPiece(text, start, end);
    if (!value) continue;
    if (kind === "school") mention.school = value;
    else if (kind === "major") Object.assign(mention, majorAndDegree(value));
    else if (kind === "degree") {
      const found = findDegrees(value.text)[0];
      const school = findSchool(value.text);
      // "学历：本科/海州大学/2020届": the school stands behind the degree.
      const isApart = found && school && /[/|｜,，]/.test(value.text.slice(found.end, school.start));
      if (isApart) mention.school ??= subPiece(value, school.start, school.end);
      if (found)
        mention.degree = isApart
          ? {
              ...found,
              start: value.start + found.start,
              end: value.start + found.end,
              text: value.text.slice(found.start, found.end),
            }
          : { level: found.level, start: value.start, end: value.end, text: value.text };
      const field = found && /^\s*(?:degree\s+)?in\s+(?=\p{Lu})/iu.exec(value.text.slice(found.end));
      if (field) mention.major ??= subPiece(value, found.end + field[0].length);
    } else if (kind === "date") mention.range = line.ranges[0] ?? null;
    else continue;
    hasLabel = true;
  }
  // "硕士研究生：海州大学 ⇥ 专业：测绘工程": the degree is the label of the school.
  const lead = hasLabel ? /^([^:：\t]{2,6})[:：]\s*/u.exec(text.slice(line.contentStart, line.end)) : null;
  const leading = lead?.[1] ? findDegrees(lead[1])[0] : undefined;
  if (lead && leading && leading.end - leading.start === lead[1]?.length) {
    const at = line.contentStart + lead[0].length;
    const value = cutPiece(text, at, Math.min(line.end, at + text.slice(at, line.end).search(/\t|$/)));
    const school = value && findSchool(value.text);
    mention.degree ??= {
      ...leading,
      start: line.contentStart,
      end: line.contentStart + leading.end,
      text: lead[1] ?? "",
    };
    if (value && school) mention.school ??= subPiece(value, school.start, withoutFaculty(value.text, school));
  }
  if (hasLabel) mention.range ??= line.ranges[0] ?? null;
  return hasLabel && (mention.school || mention.degree || mention.major || mention.range) ? mention : null;
}

const cellLabels = {
  school: /^(?:毕\s*业\s*)?(?:院\s*校|学\s*校)$/,
  major: /^(?:所\s*学\s*)?专\s*业$/,
  degree: /^(?:最\s*高\s*)?(?:学\s*历|学\s*位)$|^文\s*化\s*程\s*度$/,
};

/** "学　历 ⇥ 本科 ⇥ 专　业 ⇥ 土木工程": a form's cells, without colons; letters of a label may stand apart. */
function labelsInCells(line: EntryLine): { kind: keyof typeof cellLabels; start: number; end: number }[] {
  const cells = [
    ...line.text
      .replace(/(?<=[学专毕院文])[ \u3000]+(?=[历位业校])/g, (gap) => "\0".repeat(gap.length))
      .matchAll(/[^\s](?:[^\t]*?[^\s])??(?=\t|\s{2,}|$)/g),
  ].map((match) => ({
    text: match[0].replace(/\0/g, " "),
    start: line.start + match.index,
    end: line.start + match.index + match[0].length,
  }));
  const kindOf = (text: string) =>
    (Object.keys(cellLabels) as (keyof typeof cellLabels)[]).find((kind) => cellLabels[kind].test(text));
  return cells.flatMap(({ text }, index) => {
    const kind = kindOf(text);
    const value = cells[index + 1];
    return kind && value && !kindOf(value.text) ? [{ kind, start: value.start, end: value.end }] : [];
  });
}

/** "专业：软件工程（本科）". */
function majorAndDegree(value: Piece): Pick<Mention, "major"> & Partial<Pick<Mention, "degree">> {
  const bracket = /(?<!\s)\s*[(（]([^()（）]+)[)）]$/.exec(value.text);
  const [found] = bracket?.[1] ? findDegrees(bracket[1]) : [];
  const inside =
    bracket && subPiece(value, bracket.index + bracket[0].indexOf(bracket[1] ?? ""), value.text.length - 1);
  if (!bracket || !found || !inside) return { major: value };
  return { major: subPiece(value, 0, bracket.index), degree: { ...inside, level: found.level } };
}

type Order = "school_first" | "degree_first" | null;

/** What this resume writes first, by its first entry. */
function orderOf(first: Draft | undefined): Order {
  if (!first?.school || !first.degree) return null;
  return first.school.start < first.degree.start ? "school_first" : "degree_first";
}

function fits(draft: Draft, mention: Mention, line: EntryLine, first: Draft | undefined): boolean {
  const order = orderOf(first);
  const repeatsRange = mention.range && draft.range;
  const repeatsDegree = mention.degree && draft.degree;
  const repeatsSchool = mention.school && draft.school && mention.school.text !== draft.school.text;
  const sameSchoolAgain =
    mention.school && draft.school && mention.school.text === draft.school.text && (repeatsRange || repeatsDegree);
  // "BA in History, Queens College," above "City University of New York".
  const goesOn = !line.isAfterGap && !mention.degree && !mention.range && /,$/.test(draft.lines.at(-1)?.text ?? "");
  if (repeatsSchool && goesOn) return true;
  if (repeatsSchool || sameSchoolAgain || repeatsDegree) return false;
  // Where periods stand above their schools, the next period begins the next entry.
  const leadsWithPeriod = first?.range && first.school && first.range.span.start < first.school.start;
  if (repeatsRange && leadsWithPeriod && draft.school && line.rest.length === 0) return false;
  // "预计 2016 年 3 月毕业" beside the degree says less than the period above it.
  if (repeatsRange && !mention.school && !line.isAfterGap && draft.range?.isRange && !mention.range?.isRange)
    return true;
  if (repeatsRange) return !mention.school && !mention.degree && !line.isAfterGap && draft.lines.length > 1;
  // A school or degree after a gap opens the next entry when this one is complete.
  if (order === "school_first" && mention.school && line.isAfterGap && draft.degree) return false;
  if (order === "degree_first" && mention.degree && line.isAfterGap && draft.school) return false;
  const isComplete = draft.school !== null && (draft.range !== null || draft.degree !== null);
  if (line.isAfterGap && isComplete && (mention.school || (mention.degree && mention.range))) return false;
  if (mention.major && draft.major && !mention.school && !mention.degree) return true;
  return true;
}

function merge(draft: Draft, mention: Mention, line: EntryLine): void {
  draft.school ??= mention.school;
  draft.degree ??= mention.degree;
  draft.major ??= mention.major;
  draft.range ??= mention.range;
  if (draft.lines.at(-1) !== line) draft.lines.push(line);
}

function finish(text: string, drafts: Draft[]): EducationEntry[] {
  const entries: EducationEntry[] = [];
  for (const draft of drafts) {
    const before = entries.at(-1);
    if (!draft.school && !draft.degree) continue;
    const isBare = draft.school !== null && !draft.degree && !draft.range && !draft.major;
    if (isBare && before && entries.every((entry) => entry.degree || entry.start || entry.end)) continue;
    const school = readPiece(draft.school, 0.93) ?? before?.school ?? null;
    entries.push({
      school,
      degree: draft.degree ? read(draft.degree.text, draft.degree, { confidence: 0.93 }) : null,
      degreeLevel: draft.degree ? read(draft.degree.level, draft.degree, { confidence: 0.93 }) : null,
      major: readPiece(draft.major, draft.major && isFieldOfStudy(draft.major.text) ? 0.94 : 0.85),
      ...schoolingDetails(text, draft),
      start: readDate(draft.range?.start),
      end: readDate(draft.range?.end),
      description: description(text, draft),
      span: { start: draft.lines[0]?.start ?? 0, end: draft.lines.at(-1)?.end ?? 1 },
    });
  }
  return entries;
}

const enrolments =
  /(?<=^|[\s|｜,，、;；(（·/\t]|统招\s*)(?:非全日制|全日制(?:统招)?|统招(?:全日制)?|普通全日制|自考|自学考试|成人(?:教育|高考)|成教|函授|网络教育|远程教育|电大|夜大|专升本|在职(?!\S*(?:状态|考虑|看))(?:研究生)?|full-time|part-time)(?=$|[\s|｜,，、;；)）·/\t]|本科|专科|大专|硕士)/iu;
const facultyEnd = /(?:学院|学部|系|书院|研究所|研究院)$/;

/** Faculty, grade and kind of enrolment, from the entry's own lines. */
function schoolingDetails(text: string, { lines, school, major }: Draft) {
  const find = (pattern: RegExp, group = 0): Reading<string> | null => {
    for (const line of lines) {
      const content = text.slice(line.contentStart, line.end);
      const match = pattern.exec(content);
      const value = match?.[group];
      if (!match || !value) continue;
      const start = line.contentStart + match.index + match[0].indexOf(value);
      return read(value, { start, end: start + value.length }, { confidence: 0.88 });
    }
    return null;
  };
  const labelled = find(
    /(?:院系|所在院系|学院|院系名称|faculty|department|school of)\s*[:：]\s*([^\t|｜,，;；]{2,30}?)(?=\s{2,}|[\t|｜,，;；]|$)/iu,
    1,
  );
  const cell = lines
    .flatMap((line) => line.rest.flatMap((piece) => splitPiece(piece, /[\t|｜,，·•]+|\s+/g)))
    .find(
      ({ text: value, start }) =>
        facultyEnd.test(value) &&
        value.length <= 16 &&
        (!school || start < school.start || start >= school.end) &&
        (!major || start !== major.start),
    );
  const ownLine = school && lines.find((line) => line.start <= school.start && line.end >= school.end);
  const toEnd = school && ownLine ? text.slice(school.start, ownLine.end) : (school?.text ?? "");
  const behind = /^[^\s大]{2,8}大学(?=\p{Script=Han}{2,12}(?:学院|系)(?!\p{Script=Han}))/u.exec(toEnd);
  const facultyBehind = behind && /^\p{Script=Han}{2,12}(?:学院|系)/u.exec(toEnd.slice(behind[0].length))?.[0];
  const faculty =
    labelled ??
    readPiece(cell, 0.85) ??
    (school && behind && facultyBehind
      ? readPiece(
          cutPiece(text, school.start + behind[0].length, school.start + behind[0].length + facultyBehind.length),
          0.85,
        )
      : null);
  return {
    faculty,
    gpa: find(/(?:GPA|CGPA|绩点|平均绩点|学分绩)\s*(?:[:：]\s*)?(\d(?:\.\d{1,3})?\s*(?:\/\s*\d(?:\.\d{1,2})?)?)/i, 1),
    enrolment: find(enrolments),
  };
}

/** Lines below the last one that named a part of the entry. */
function description(text: string, draft: Draft): Reading<string> | null {
  const named = [draft.school, draft.degree, draft.major, draft.range?.span ?? null].filter(
    (part): part is Piece & TextSpan => part !== null,
  );
  const last = Math.max(...named.map((part) => part.end));
  const below = draft.lines.filter((line) => line.start > last);
  const first = below[0];
  const end = below.at(-1)?.end;
  if (!first || end === undefined) return null;
  return read(text.slice(first.start, end), { start: first.start, end }, { confidence: 0.85 });
}
