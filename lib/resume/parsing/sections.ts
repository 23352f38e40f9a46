import type { TextSpan } from "../profile";
import { findDateRanges } from "./dates/date-ranges";
import { companyScore } from "./dictionaries/companies";
import { findDegrees } from "./dictionaries/degrees";
import { isPlace } from "./dictionaries/places";
import { findSchool } from "./dictionaries/schools";
import { titleScore } from "./dictionaries/titles";
import {
  composedKind,
  headingKind,
  isPlainlyComposed,
  mixesProjects,
  mixesStudies,
  type SectionKind,
} from "./headings";
import { bulletLength, type TextLine } from "./lines";
import { canonicalSkill, tellsOfSkill } from "./skills";

export type Section = {
  kind: SectionKind;
  heading: TextSpan | null;
  lines: TextLine[];
  /** "实习/项目经历": jobs and projects under one heading. */
  isMixed?: boolean;
  /** "教育与工作经历": studies and jobs under one heading. */
  isWithStudies?: boolean;
  /** "科研经历", read as projects are: only what has a time. */
  isOfResearch?: boolean;
};

/** Cuts the lines at their headings. The first section, kind header, holds what stands above the first one. */
export function splitSections(lines: TextLine[]): Section[] {
  const style = headingStyle(lines);
  const sections: Section[] = [{ kind: "header", heading: null, lines: [] }];
  for (const [index, line] of lines.entries()) {
    if (isRestOfHeading(lines[index - 1], line)) continue;
    const current = sections.at(-1) ?? { kind: "header", heading: null, lines: [] };
    const kind = wholeLineKind(isRestOfHeading(line, lines[index + 1]) ? withoutLink(line) : line, current, style);
    if (kind) {
      sections.push({
        kind,
        heading: { start: line.start, end: line.end },
        lines: [],
        isMixed: mixesProjects(line.text),
        isWithStudies: (kind === "education" || kind === "work") && mixesStudies(line.text),
      });
      continue;
    }
    if (goesOnWithSkills(current, line, sections.at(-2))) current.kind = "skills";
    const inline = inlineHeading(line, current) ?? datedHeading(line, style);
    if (inline) {
      sections.push({ kind: inline.kind, heading: inline.heading, lines: [inline.rest] });
      if (!inline.runsOn) sections.push({ kind: current.kind, heading: current.heading, lines: [] });
      continue;
    }
    current.lines.push(line);
  }
  return sections
    .filter((section) => section.heading !== null || section.lines.length > 0)
    .map(ofKnowing)
    .flatMap(ofProgramming);
}

/** "职业经验" above "1. 熟练掌握 HTML": what one knows, without a job or a time. */
function ofKnowing(section: Section): Section {
  if (section.kind !== "work" || section.lines.length < 3) return section;
  const told = section.lines.filter((line) => tellsOfSkill.test(line.text.slice(line.contentStart - line.start)));
  const isDated = section.lines.some(({ text }) => findDateRanges(text, 0).length > 0);
  return told.length * 2 > section.lines.length && !isDated ? { ...section, kind: "skills" } : section;
}

/** "其他" below the skills, above "熟练使用 MySQL、Oracle": of the skills too. */
function goesOnWithSkills({ kind, lines, heading }: Section, line: TextLine, before: Section | undefined): boolean {
  if (kind !== "other" || before?.kind !== "skills" || lines.length > 0 || !heading) return false;
  return tellsOfSkill.test(line.text.slice(line.contentStart - line.start));
}

/** "Languages" above Python, R and SQL; what stands apart below them is of something else. */
function ofProgramming(section: Section): Section[] {
  if (section.kind !== "languages") return [section];
  const end = section.lines.findIndex((line, index) => index > 0 && line.isAfterGap);
  const lines = end < 0 ? section.lines : section.lines.slice(0, end);
  if (lines.some(({ text }) => naturalLanguage.test(text))) return [section];
  const items = lines.flatMap(({ text }) => text.split(/[,，、;；|•\t]+/).map((item) => item.trim()));
  const skills = items.filter((item) => canonicalSkill(item) !== null).length;
  if (skills < 2 || skills < items.length * 0.5) return [section];
  const rest: Section = { kind: "other", heading: null, lines: section.lines.slice(lines.length) };
  return [{ ...section, kind: "skills", lines }, ...(rest.lines.length > 0 ? [rest] : [])];
}

/** "Technical Skills &" above "Methodologies", in the same letters. */
function isRestOfHeading(line: TextLine | undefined, next: TextLine | undefined): boolean {
  if (!line || !next || !endsInLink.test(line.text) || headingKind(withoutLink(line).text) === null) return false;
  const isAlike = line.height === null || next.height === null || Math.abs(line.height - next.height) < 0.3;
  return isAlike && !next.isBullet && next.text.length <= 30 && next.text.split(" ").length <= 3;
}

const endsInLink = /\s(?:&|and)$/i;
const withoutLink = (line: TextLine): TextLine => ({ ...line, text: line.text.replace(endsInLink, "") });

/** How this resume sets its headings: letter height, beside that of its `text`, and whether all are capitals. */
type HeadingStyle = {
  height: number | null;
  text: number;
  isUpper: boolean;
  unknownsAllowed: boolean;
  /** More of them than not bear a bullet. */
  isBulleted: boolean;
  /** In Markdown, how deep most of them are; null where others stand as deep. */
  level: number | null;
  /** What each line's text opens, looked up once. */
  kinds: Map<string, SectionKind | null>;
};

function headingStyle(lines: TextLine[]): HeadingStyle {
  const kinds = new Map(lines.map(({ text }) => [text, headingKind(text)]));
  const all = lines.filter(({ text }) => kinds.get(text) !== null);
  const known = all.filter((line) => !line.isBullet);
  const heights = known.flatMap((line) => (line.height ? [line.height] : [])).sort((a, b) => a - b);
  const height = heights[Math.floor(heights.length / 2)] ?? null;
  const isUpper = known.length >= 2 && known.every((line) => isAllCaps(line.text) || !/[a-z]/i.test(line.text));
  const alike = lines.filter((line) => height !== null && line.height !== null && Math.abs(line.height - height) < 0.3);
  const knownAlike = alike.filter((line) => known.includes(line)).length;
  const sizes = lines.flatMap((line) => (line.height ? [line.height] : [])).sort((a, b) => a - b);
  const text = sizes[Math.floor(sizes.length / 2)] ?? Number.POSITIVE_INFINITY;
  const unknownsAllowed = knownAlike >= 2 && knownAlike >= alike.length * 0.4;
  return {
    height,
    text,
    isUpper,
    unknownsAllowed,
    isBulleted: known.length * 2 < all.length,
    level: levelOf(lines, known),
    kinds,
  };
}

/** The level of Markdown that most known headings have, and few other lines. */
function levelOf(lines: TextLine[], known: TextLine[]): number | null {
  for (const level of [1, 2, 3, 4, 5, 6]) {
    const own = known.filter((line) => line.level === level).length;
    if (own >= 2 && own * 2 >= known.length && own * 5 >= lines.filter((line) => line.level === level).length * 2)
      return level;
  }
  return null;
}

function wholeLineKind(line: TextLine, current: Section, style: HeadingStyle): SectionKind | null {
  // In Markdown, what stands deeper than the headings is within a section.
  const isDeep = style.level !== null && line.level !== undefined && line.level > style.level;
  const isPlain = /^[^\p{L}]*\p{Script=Han}{4,10}(?:经历|履历)[^\p{L}]*$/u.test(line.text);
  // A gap alone sets paragraphs of a job apart too.
  const isByGap = style.height === null && line.level === undefined && toldKinds.has(current.kind);
  const mayBeComposed =
    ((looksSetOff(line, style) && !(isByGap && !isPlainlyComposed(line.text))) || isPlain) && !line.isBullet && !isDeep;
  const known = style.kinds.get(line.text);
  const kind =
    (known === undefined ? headingKind(line.text) : known) ?? (mayBeComposed ? composedKind(line.text) : null);
  if (!kind) return unknownHeading(line, style, current) ? "other" : null;
  if (
    line.isBullet &&
    !/\p{Script=Han}/u.test(line.text) &&
    !/^[◆◇■□▶►★]/.test(line.text) &&
    !isListedHeading(line, kind, style)
  )
    return null;
  // "1. 个人网站" among projects is one of them, "• 其他" within a job the last of a list.
  if (kind === "other" && line.isBullet && entryKinds.has(current.kind) && !style.isBulleted) return null;
  // "简介：" right below 个人信息.
  if (kind === "summary" && current.kind === "header" && current.heading && current.lines.length === 0)
    if (/[:：]$/.test(line.text)) return null;
  if (isRestOfEntry(line, kind, current) || endsName(current.lines.at(-1), line)) return null;
  // Of colours that change within a word the letters stand apart: "edu cation", set larger than the text.
  const isLarge = line.height !== null && line.height > style.text + 1;
  if (/^\p{Ll}/u.test(line.text) && ((!line.isAfterGap && !isLarge) || /[(（,.]/.test(line.text))) return null;
  if (isLabelOfEntry(line, current, style) && !isLarge) return null;
  const isAmbiguous = current.kind === "skills" && (ambiguousInSkills.test(line.text.trim()) || kind === "skills");
  if (isAmbiguous && !looksSetOff(line, style) && !isLarger(line, current)) return null;
  const isSetOff = looksSetOff(line, style) && (style.height !== null || !style.isUpper);
  if (kind === "courses" && !isSetOff && current.kind === "education") return null;
  return kind;
}

/** "Higher Secondary" above "Education", in the same letters: a line that goes on within a section of that kind. */
function isRestOfEntry(line: TextLine, kind: SectionKind, { kind: current, lines }: Section): boolean {
  const above = lines.at(-1);
  if (kind !== current || !entryKinds.has(kind) || line.isAfterGap || !above?.height || !line.height) return false;
  return Math.abs(above.height - line.height) < 0.3 && above.text.includes("—");
}

/** "Technology" right below "Corvid Institute of", in the same letters: the end of a name. */
function endsName(above: TextLine | undefined, line: TextLine): boolean {
  if (!above || line.isAfterGap || line.isBullet || !/\p{L}\s(?:of|in|and|&|for)$/u.test(above.text)) return false;
  return Math.abs((above.height ?? 0) - (line.height ?? 0)) < 0.3;
}

/** "技术栈：", "• 研究成果：" within a job or project, above what it was done with or what came of it. */
function isLabelOfEntry(line: TextLine, current: Section, { isBulleted }: HeadingStyle): boolean {
  const isWithin = entryKinds.has(current.kind) && current.kind !== "education" && current.lines.length > 0;
  if (!isWithin || !/[:：]\s*$/.test(line.text)) return false;
  const isOfTools = /^[^\p{L}]*(?:技术栈|技术|技能|工具|technologies|tech stack|tools|skills used)\s*[:：]/iu.test(
    line.text,
  );
  return (line.isBullet && !isBulleted) || (isOfTools && !line.isAfterGap);
}

/** "• EDUCATION": a list goes on where it should have ended; all headings stand in capitals. */
function isListedHeading(line: TextLine, kind: SectionKind, style: HeadingStyle): boolean {
  if (style.height !== null && line.height !== null && line.height > style.text + 1) return true;
  return style.isUpper && isAllCaps(line.text) && entryKinds.has(kind);
}

/** Words that are as often an item of a skill list as a heading. */
const ambiguousInSkills =
  /^(?:leadership|research|training|teaching|mentoring|service|supervision|outreach|talks|articles|presentations?|writing|tools?|software|technical|technology|technologies|languages?|programming(?: languages)?|communications?|management|design|sales|teaching|social media|speaking|publications?|press|media|community|interpersonal skills|computer skills|soft skills|office skills|frameworks?|qualifications|strengths|volunteering|graduate|undergraduate|blog|github|career|studies|能力|语言|外语|英语能力|软件|项目|培训|论文|专利|software development tools)[:：]?$/i;

/** Than the lines above it: headings of a sidebar are smaller than those beside it. */
function isLarger(line: TextLine, { lines }: Section): boolean {
  const above = lines.at(-1)?.height ?? null;
  return above !== null && line.height !== null && line.height > above + 0.9;
}

function looksSetOff(line: TextLine, style: HeadingStyle): boolean {
  if (style.height !== null && line.height !== null) return line.height > style.height - 0.3;
  if (style.isUpper && /[a-z]/i.test(line.text)) return isAllCaps(line.text);
  return line.isAfterGap && !/[:：]$/.test(line.text);
}

/** Not in the dictionary, but set exactly like the headings that are. */
function unknownHeading(line: TextLine, style: HeadingStyle, current: Section): boolean {
  // Projects and employers may stand as deep as the heading above them.
  if (style.level !== null && line.level === style.level && !entryKinds.has(current.kind))
    return line.text.length <= 20 && !/[\d@\t,|:：]/.test(line.text) && !namesEntry(line.text);
  if (!style.unknownsAllowed || style.height === null || line.height === null || line.isBullet) return false;
  if (Math.abs(line.height - style.height) >= 0.3 || line.text.length > 40 || /[\d@\t,|:：]/.test(line.text))
    return false;
  const isSet = style.isUpper ? isAllCaps(line.text) : line.text.split(" ").length <= 4;
  return isSet && !namesEntry(line.text);
}

/** Job titles, employers, schools and degrees are often set like headings. */
function namesEntry(text: string): boolean {
  return (
    titleScore(text) >= 0.7 ||
    companyScore(text) >= 1.5 ||
    findSchool(text) !== null ||
    findDegrees(text).length > 0 ||
    isPlace(text)
  );
}

function isAllCaps(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

type InlineHeading = { kind: SectionKind; heading: TextSpan; rest: TextLine; runsOn: boolean };

/** "教育背景：2013-2017 清华大学", "EDUCATION ⇥ Stanford University". */
function inlineHeading(line: TextLine, current: Section): InlineHeading | null {
  const match = /^([^:：\t]{2,34}?)\s*(?:[:：]\s*|\t)(?=\S)/.exec(line.text);
  const label = match?.[1] ?? "";
  const kind = match ? headingKind(label) : null;
  if (!match || !kind || kind === "header" || kind === "other") return null;
  if (line.isBullet && !/\p{Script=Han}{4}/u.test(label)) return null;
  const value = line.text.slice(match[0].length);
  if (!opensSection(label, value, kind, current, match[0].includes("\t"))) return null;
  const rest = {
    ...line,
    text: value,
    start: line.start + match[0].length,
    contentStart: line.start + match[0].length + bulletLength(value),
    isBullet: bulletLength(value) > 0,
  };
  const heading = { start: line.start, end: line.start + label.length };
  const runsOn = runsOnKinds.has(kind) && (current.kind !== "skills" || entryKinds.has(kind));
  return { kind, heading, rest, runsOn };
}

/** A row of a form whose first cell says so leaves the skills above it. */
const entryKinds = new Set<SectionKind>(["education", "work", "internship", "projects"]);

const toldKinds = new Set<SectionKind>(["work", "internship", "projects"]);

const runsOnKinds = new Set<SectionKind>([
  "education",
  "work",
  "internship",
  "projects",
  "summary",
  "skills",
  "awards",
  "certificates",
]);

/** "PROJECTS Oct ‘25 – Nov ‘25": the period of the first entry stands beside the heading. */
function datedHeading(line: TextLine, style: HeadingStyle): InlineHeading | null {
  const [range] = findDateRanges(line.text, line.start);
  if (!range || range.span.start - line.start < 4 || range.span.end < line.end - 1) return null;
  const label = line.text.slice(0, range.span.start - line.start).trimEnd();
  const kind = headingKind(label);
  if (!kind || !entryKinds.has(kind) || line.isBullet || !looksSetOff({ ...line, text: label }, style)) return null;
  const rest = {
    ...line,
    text: line.text.slice(range.span.start - line.start),
    start: range.span.start,
    contentStart: range.span.start,
  };
  return { kind, heading: { start: line.start, end: line.start + label.length }, rest, runsOn: true };
}

function opensSection(label: string, value: string, kind: SectionKind, current: Section, isTabbed: boolean): boolean {
  // "Education: Master's Degree": a fact of the person.
  if (kind === "education" && current.kind === "header" && isDegreeAlone(value)) return false;
  if (/^(?:\d{1,2}|[一二三四五六七八九十两]{1,3})\s*(?:年|\+|years?)/i.test(value) || /^(?:无|none|n\/a)$/i.test(value))
    return false;
  const plainLabel = label
    .slice(bulletLength(label))
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "")
    .trim();
  if (
    /^(?:学历|毕业院校|职称|工作|期望|专业|职位|学位|英语水平|荣誉|项目|经历|作品|外语|培训|论文|专利|project|role|title|tools?|technology|technologies|software|training|thesis|dissertation|research|portfolio|leadership|career|profile|about|work|achievements?|accomplishments?|key achievements|tech stack|技术栈|主修课程|课程|相关课程|核心课程|主要课程|专业课程|coursework|relevant coursework|courses|relevant courses|presentation|awards?|honors?)$/i.test(
      plainLabel,
    )
  )
    return false;
  const inEntries =
    current.kind === "work" ||
    current.kind === "projects" ||
    current.kind === "internship" ||
    current.kind === "research";
  if (inEntries && /^(?:(?:工作|项目|主要|个人)?(?:业绩|成果|成绩|职责|内容|描述|介绍|背景|情况))$/.test(plainLabel))
    return false;
  if (inEntries && !/\p{Script=Han}{4}/u.test(label) && !isTabbed)
    return (
      /^(?:languages?|technical skills|skills|certifications|education)$/i.test(label.trim()) &&
      current.lines.length > 0 &&
      kind !== "skills"
    );
  if (current.kind === "education" && ["research", "courses", "awards", "campus", "publications"].includes(kind))
    return false;
  if (kind === "languages") return naturalLanguage.test(value) || (current.kind !== "skills" && listsSkills(value));
  if (current.kind === "skills")
    return (
      (isTabbed && entryKinds.has(kind) && /^\p{Script=Han}{4}$/u.test(plainLabel)) ||
      kind === "certificates" ||
      kind === "hobbies" ||
      kind === "awards" ||
      (kind === "summary" && /评价/.test(label))
    );
  if (kind === "objective") return current.kind !== "objective";
  if (current.kind === "training") return !["certificates", "courses", "training"].includes(kind);
  return !isTabbed || kind !== "summary" || value.length > 20;
}

/** "LANGUAGES: Java, Python, SQL": those of a programmer. */
function listsSkills(value: string): boolean {
  const items = value.split(/[,，、;；|•]+/).map((item) => item.trim());
  return items.length > 2 && items.filter((item) => canonicalSkill(item) !== null).length >= items.length * 0.6;
}

function isDegreeAlone(value: string): boolean {
  const [degree] = findDegrees(value);
  return degree?.start === 0 && value.slice(degree.end).replace(/\bdegree\b|[^\p{L}]/giu, "") === "";
}

export const naturalLanguage =
  /english|chinese|mandarin|cantonese|spanish|french|german|japanese|korean|russian|arabic|portuguese|italian|hindi|dutch|native|fluent|英语|汉语|中文|普通话|粤语|日语|法语|德语|韩语|俄语|西班牙语|CET|TOEFL|IELTS|雅思|托福|四级|六级|专八/i;
