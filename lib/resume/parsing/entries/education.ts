import type { EducationEntry, Reading, TextSpan } from "../../profile";
import { readDate } from "../dates/date-ranges";
import { findDegrees } from "../dictionaries/degrees";
import { findSchool, isKnownSchool } from "../dictionaries/schools";
import { hasHan } from "../fold";
import type { TextLine } from "../lines";
import { type Piece, read, readPiece } from "../piece";
import { type EntryLine, toEntryLines } from "./entry-lines";
import { labelledMention, type Mention } from "./labelled-study";
import { findMajor, isFacultyName, isFieldOfStudy } from "./major";
import { schoolingDetails } from "./schooling-details";
import { placedSchool, schoolOf, unnamedSchool } from "./study-school";
import { joinWrapped } from "./wrapped-study";

type Draft = Mention & { lines: EntryLine[] };

/**
 * Schools, degrees, majors and periods are collected line by line; a line that brings again what the
 * current entry already has begins the next one, so every order of the four reads alike.
 */
export function readEducation(source: string, sourceLines: TextLine[]): EducationEntry[] {
  const drafts: Draft[] = [];
  const { text, lines } = joinWrapped(source, sourceLines);
  const entryLines = toEntryLines(text, lines.flatMap(splitDegrees));
  for (const [index, line] of entryLines.entries()) {
    const current = drafts.at(-1);
    const mentions = lineMentions(text, line, current, entryLines[index + 1]);
    if (mentions.length === 0) {
      current?.lines.push(line);
      continue;
    }
    const isNew = leadsWithField(text, line, current, entryLines[index + 1]);
    for (const mention of mentions) {
      const draft = drafts.at(-1);
      if (draft && !isNew && fits(draft, mention, line, drafts[0])) merge(draft, mention, line);
      else drafts.push({ ...mention, lines: [line] });
    }
  }
  return finish(text, drafts);
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

/** "Business Administration ⇥ 2019 – 2022" right above "Corvid College": a study that opens with its field. */
function leadsWithField(
  text: string,
  line: EntryLine,
  current: Draft | undefined,
  next: EntryLine | undefined,
): boolean {
  const isComplete = !current || (current.school !== null && (current.range !== null || current.degree !== null));
  const isOpen = isComplete && (!current || line.isAfterGap || current.major !== null);
  if (!isOpen || line.isBullet || line.isProse || line.label || line.rest.length !== 1) return false;
  const content = line.rest[0]?.text ?? "";
  if (!isFieldOfStudy(content) || content.length > 60 || /[:：。;；]/.test(content)) return false;
  // The rest of a list of courses.
  if (current && !line.isAfterGap && /[,，、]/.test(`${current.lines.at(-1)?.text.at(-1) ?? ""}${content}`))
    return false;
  if (findDegrees(content).length > 0 || findSchool(content)) return false;
  if (!next || next.isAfterGap || next.isBullet || next.isProse) return false;
  return schoolOf(text, next) !== null && (!current || line.isAfterGap || current.degree !== null);
}

/** "Department of Informatics". */
function isDepartment({ rest }: EntryLine): boolean {
  return rest.length === 1 && /^(?:Department|Dept\.?|Faculty|School|College) of /.test(rest[0]?.text ?? "");
}

function lineMentions(
  text: string,
  line: EntryLine,
  current: Draft | undefined,
  next: EntryLine | undefined,
): Mention[] {
  const labelled = labelledMention(text, line);
  if (labelled) return saysNothing(labelled) ? [] : [labelled];
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
  const named =
    schoolOf(text, line) ??
    placedSchool(line, next) ??
    unnamedSchool(line, next, !current || current.range !== null || current.degree !== null);
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
  const leads = leadsWithField(text, line, current, next);
  const isBelowSchool = next !== undefined && !next.isAfterGap && findDegrees(next.text).length > 0;
  const major =
    isDepartment(line) && isBelowSchool
      ? null
      : findMajor(
          text,
          line,
          school ? named : withoutRemark(named),
          degree,
          leads || (current !== undefined && current.major === null),
        );
  if (!school && !degree && !range && !major) return [];
  return [{ school, degree: wholeDegree(text, joinDegree(text, degree, own[1] ?? null), major), major, range }];
}

/** "高等智能学院（人工智能专业）": what stands in brackets behind a faculty is the field. */
function withoutRemark(named: Piece | null): Piece | null {
  const name = named ? (named.text.split(/[(（]/)[0] ?? "").trimEnd() : "";
  return named && name !== "" && hasHan(name) ? { ...named, text: name, end: named.start + name.length } : named;
}

function saysNothing({ school, degree, major, range }: Mention): boolean {
  return !school && !degree && !major && !range;
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
  if (degree?.end === content.length && /^\p{Script=Han}[\p{Script=Han}\s，,·|｜/]{2,22}$/u.test(content)) return true;
  return degree !== undefined && degree.start < 2 && (ranges.length > 0 || content.length < 60);
}

/** "• Corvid University: B.A. in History", "• 海州大学（博士）" below others like it: each bullet opens with its school. */
function listsSchool(text: string, { contentStart, end }: EntryLine, current: Draft): boolean {
  const { lines, school } = current;
  const isListed = lines[0]?.isBullet === true && school?.start === lines[0].contentStart;
  const content = text.slice(contentStart, end);
  const found = isListed ? findSchool(content) : null;
  if (found?.start !== 0) return false;
  const [degree] = findDegrees(content);
  const isWhole = found.end === content.length && (current.range !== null || current.degree !== null);
  return isWhole || /^\s*[:：]/.test(content.slice(found.end)) || (degree !== undefined && degree.start >= found.end);
}

/** "• 管理学院 - 工商管理" right below "• 海州大学": the list goes on with what was studied there. */
function namesFaculty(text: string, { contentStart, end, isAfterGap }: EntryLine, { major, lines }: Draft): boolean {
  const content = text.slice(contentStart, end);
  const isFirst = major === null && lines.length === 1 && !isAfterGap && content.length <= 60;
  return (
    isFirst &&
    /^\p{Script=Han}{2,12}(?:学院|系)(?:[（(][^()（）]{1,20}[)）])?\s?[-–—|｜·/，,\s]\s?\p{Script=Han}{2,}/u.test(
      content,
    )
  );
}

/** "计算机学院 | 2010年-2014年", "本科生 计算机学院" right below "海州大学". */
function isFacultyBelow(name: string, { ranges, text, isAfterGap }: EntryLine, current: Draft | undefined): boolean {
  const isAlone = text === name && ranges.length === 0 && !isAfterGap && !current?.major && !current?.degree;
  if (isAlone && current?.school && isFacultyName(name) && /大学$/.test(current.school.text)) return true;
  const isNew = current?.school && !current.major && !current.degree && current.lines.length === 1;
  // "高等智能学院（人工智能专业） ⇥ 2019 – 2022" below "海州大学 ⇥ 硕士".
  const isOpen = current?.school && !current.major && !current.range && current.lines.length === 1 && ranges.length > 0;
  const faculty = /^(\p{Script=Han}{3,16}(?:学院|系|学部))(?:\s*[(（].*)?$/u.exec(name)?.[1];
  if (isOpen && faculty && text.startsWith(name) && /大学$/.test(current.school?.text ?? "") && !isKnownSchool(faculty))
    return true;
  const field = /^(\p{Script=Han}{2,10})(?:学院|系)$/u.exec(name)?.[1];
  if (!isNew || !field || !isFieldOfStudy(field) || !/大学/.test(current.school?.text ?? "")) return false;
  return current.range ? !isAfterGap && ranges.length === 0 && findDegrees(text).length > 0 : ranges.length > 0;
}

/** "• Thesis on queues ⇥ Sept 2018 – May 2023": the column of dates goes on beside what tells about the studies. */
function periodBeside({ text, ranges, end, rest }: EntryLine, current: Draft | undefined): Mention[] {
  const graduated = /^(?:expected |anticipated )?graduat(?:ion|ed|ing)\b/i.test(text.replace(/^[^\p{L}]+/u, ""))
    ? ranges[0]
    : null;
  if (graduated && current?.school && !current.range)
    return [{ school: null, degree: null, major: null, range: graduated }];
  const range = ranges.find((found) => found.isRange && found.span.end === end);
  // "• 2018.09 - 2021.06", a bullet of its own.
  const isAlone = rest.length === 0;
  if (!range || !current?.school || current.range || !(text.includes("\t") || isAlone)) return [];
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

/** Lines that mention schools or degrees without naming an education. */
function isAside(line: EntryLine): boolean {
  // "“Queues in Networks” | MS Thesis".
  if (
    /[|｜,–—-]\s*(?:(?:MS|MA|BS|BA|PhD|Master['’]?s?|Bachelor['’]?s?|Doctoral) )?(?:Thesis|Dissertation)$/.test(
      line.text,
    )
  )
    return true;
  return /^(?:gpa|cgpa|grade|thesis|master'?s? thesis|bachelor'?s? thesis|dissertation|advisor|supervisor|relevant|coursework|courses?|(?:selected|main|core|key|notable) courses?|honou?rs?(?! (?:bachelor|b\.|master))|dean|activities|minor|主修课程|课程|绩点|排名|导师|论文|(?:海外)?(?:交换|交流|访学)(?:经历|学习|项目)?[:：]|conc\.|major gpa|cum\. gpa|college of|school of engineering|scholarship|exchange|.{0,40}\b(?:entrance|admission) exam)/i.test(
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
    return !(/^\p{Script=Han}{2,6}[:：]/u.test(content) && findSchool(content));
  // "英语 CET-4", "实验课程：操作系统".
  if (/^(?:大学)?英语.{0,6}(?:CET|[四六]级)|^\p{Script=Han}{0,4}课程\s*[:：]/iu.test(content)) return true;
  if (
    line.isBullet &&
    /\b(?:prizes?|awards?|contests?|competitions?)\b/i.test(content) &&
    findDegrees(content).length === 0
  )
    return true;
  return (
    line.ranges.length === 0 &&
    /奖学金|助学金|奖励|荣誉|均分|平均分|学生会|班长|团支书|社团|(?:主席|部长|委员)$/.test(content) &&
    !findSchool(content) &&
    !leadsWithDegree(content)
  );
}

/** "硕士，计算机科学与技术｜获国家奖学金". */
function leadsWithDegree(content: string): boolean {
  const [degree] = findDegrees(content);
  return degree?.start === 0 && /^\s*[，,·|｜/]/.test(content.slice(degree.end));
}

const personalLabel =
  /^(?:姓\s*名|性\s*别|年\s*龄|籍\s*贯|民\s*族|电\s*话|手\s*机|邮\s*箱|地\s*址|住\s*址|博\s*客|微\s*信|现居|家庭|联系|通[讯信]|政治面貌|出生|QQ|E-?mail)[^:：\t]{0,4}[:：\t]/i;

type Order = "school_first" | "degree_first" | null;

/** What this resume writes first, by its first entry. */
function orderOf(first: Draft | undefined): Order {
  if (!first?.school || !first.degree) return null;
  return first.school.start < first.degree.start ? "school_first" : "degree_first";
}

function fits(draft: Draft, mention: Mention, line: EntryLine, first: Draft | undefined): boolean {
  const order = orderOf(first);
  const repeatsRange = mention.range && draft.range && !isWithin(draft, mention);
  const repeatsDegree = mention.degree && draft.degree;
  const repeatsSchool = mention.school && draft.school && mention.school.text !== draft.school.text;
  const sameSchoolAgain =
    mention.school && draft.school && mention.school.text === draft.school.text && (repeatsRange || repeatsDegree);
  // "BA in History, Queens College," above "City University of New York".
  const goesOn = !line.isAfterGap && !mention.degree && !mention.range && /,$/.test(draft.lines.at(-1)?.text ?? "");
  if (repeatsSchool && goesOn) return true;
  // "Corvid University, Master ⇥ 2015 – 2017" above "• 计算机工程专业硕士": told again, with its field.
  const isAgain =
    !mention.school && !mention.range && draft.degree?.level === mention.degree?.level && !draft.major && mention.major;
  if (repeatsSchool || sameSchoolAgain || (repeatsDegree && !(isAgain && !line.isAfterGap))) return false;
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

/** "海州大学 ⇥ 2015 – 2022" above "硕士，测绘工程，2019 – 2022": the degree's own period lies in that of the school. */
function isWithin(draft: Draft, mention: Mention): boolean {
  const [outer, inner] = [draft.range, mention.range];
  if (!draft.school || draft.degree || draft.major || !mention.degree || mention.school) return false;
  if (!outer?.isRange || !inner?.isRange || !outer.start || !outer.end || !inner.start || !inner.end) return false;
  return outer.start.value <= inner.start.value && inner.end.value <= outer.end.value;
}

function merge(draft: Draft, mention: Mention, line: EntryLine): void {
  if (isWithin(draft, mention)) draft.range = mention.range;
  draft.school ??= mention.school;
  draft.degree ??= mention.degree;
  draft.major ??= mention.major;
  // "B.S. in Physics, 2018" above "2014 – 2018": the period says more than its end.
  const isWhole = draft.range?.isRange === false && mention.range?.isRange && mention.range.start !== null;
  if (isWhole && draft.range?.end?.value.slice(0, 4) === mention.range?.end?.value.slice(0, 4))
    draft.range = mention.range;
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
