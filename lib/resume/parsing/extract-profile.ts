import type { ResumeDocument } from "../document";
import type { EducationEntry, ProjectEntry, Reading, ResumeProfile, TextSpan, WorkEntry } from "../profile";
import type { SensitiveFields } from "../sensitive";
import { findDateAtoms } from "./dates/date-atoms";
import { findDateRanges } from "./dates/date-ranges";
import { companyScore } from "./dictionaries/companies";
import { findDegrees, highestLevel } from "./dictionaries/degrees";
import { findSchool } from "./dictionaries/schools";
import { titleScore } from "./dictionaries/titles";
import { divideStudies } from "./entries/divide-studies";
import { readEducation } from "./entries/education";
import { labelOf } from "./entries/labels";
import { readProjects } from "./entries/projects";
import { isCounted } from "./entries/split-entries";
import { readTrainings } from "./entries/trainings";
import { readWork } from "./entries/work";
import { findAddresses } from "./fields/address";
import { findCertificates } from "./fields/certificates";
import { findCity } from "./fields/city";
import { findEmails, findLinks, findPhones } from "./fields/contact";
import { findCurrentSalary, findEmploymentStatus, findExpectation } from "./fields/expectation";
import { findLabelled } from "./fields/labelled";
import { findEnglishLevel, findLanguageCertificates } from "./fields/language-certificates";
import { findLanguages } from "./fields/languages";
import { findName } from "./fields/name";
import { findAge, findBirthDate, findGender } from "./fields/personal";
import { factsOf, readLabelled, type Scope } from "./fields/scope";
import { findSecondPerson } from "./fields/second-person";
import { findSensitive } from "./fields/sensitive";
import { linesOfSkills, readSkillItems } from "./fields/skill-items";
import { findSource } from "./fields/source";
import { findYearsOfWork } from "./fields/years-of-work";
import { hasHan } from "./fold";
import type { SectionKind } from "./headings";
import { splitLines, type TextLine } from "./lines";
import { type Piece, read } from "./piece";
import { type Section, splitSections } from "./sections";
import { findSkills } from "./skills";

type Options = {
  /** ISO date that ages and open periods are counted to. */
  asOf: string;
  /** A name found in the text weighs more when the file is named after it. */
  fileName?: string;
};

/** What a resume's text says, every value with its place in the text. Never throws, for any text. */
export function extractProfile(document: ResumeDocument, options: Options): ResumeProfile {
  return extractAll(document, options).profile;
}

/** The profile, and apart from it what must not weigh in a judgement. */
export function extractAll(
  document: ResumeDocument,
  { asOf, fileName }: Options,
): { profile: ResumeProfile; sensitive: SensitiveFields } {
  const { text } = document;
  const lines = splitLines(document);
  const sections = splitSections(lines);
  const of = (...kinds: SectionKind[]) => sections.filter((section) => kinds.includes(section.kind));
  const head = headLines(lines, sections);
  const headEnd = Math.max(
    0,
    ...head.map((line) => line.end),
    ...of("summary", "objective").map((section) => section.lines.at(-1)?.end ?? 0),
  );

  const emails = nearestFirst(findEmails(text), head);
  const { studies, jobs } = withStudiesApart(text, sections);
  const education = studies.flatMap((section) => readEducation(text, section.lines));
  const trained = of("training").flatMap((section) => section.lines);
  const schooling =
    education.length > 0
      ? withSchools(text, education, lines)
      : [...labelledEducation(text, head), ...degreesAmong(text, trained)];
  const { work: held, projects: told } = readExperience(text, jobs);
  const work = held.length > 0 ? held : jobsElsewhere(text, sections);
  const projects = told.length > 0 ? told : projectsElsewhere(text, sections);
  const headSource = textOf(text, head);
  const wishes = of("objective").flatMap((section) => section.lines);
  const scope = textOf(text, [...head, ...wishes]);
  const sensitive = findSensitive({ text, scope, birthDate: findBirthDate(text, headSource, asOf) });
  const { birthDate } = sensitive;
  const languages = findLanguages(text, sections);
  const languageCertificates = findLanguageCertificates(text);

  const addresses = emails.map(({ value }) => value);
  const name = findName(text, { head, all: lines, emails: addresses, fileName });

  const profile: ResumeProfile = {
    asOf,
    language: languageOf(text),
    name,
    secondPerson: findSecondPerson({ text, sections, name, emails }),
    gender: findGender(text, headSource),
    age: findAge(text, headSource, birthDate, asOf),
    phones: nearestFirst(findPhones(text), head),
    emails,
    links: findLinks(text),
    ...findAddresses(text, scope),
    expectation: findExpectation({ scope, objective: wishes.map(toPiece) }),
    employmentStatus: findEmploymentStatus(scope),
    currentSalary: findCurrentSalary(scope),
    workStart: findWorkStart(scope),
    city: findCity(text, [...head, ...besideContacts(lines, head, emails[0])].map(toPiece)),
    objective: objective(text, of("objective")),
    summary: sectionText(text, of("summary")),
    highestDegree: highestDegree(text, schooling, headSource),
    ...findYearsOfWork(text, headEnd, work, asOf),
    education: schooling,
    work,
    projects,
    activities: of("campus", "volunteering").flatMap((section) => readWork(text, section.lines, false)),
    trainings: of("training").flatMap((section) => readTrainings(text, section.lines)),
    skills: readSkillItems(text, skillLines(sections), lines),
    languages,
    languageCertificates,
    englishLevel: findEnglishLevel({
      stated: readLabelled(text, "英语(?:水平|等级|能力|程度)|外语(?:水平|等级|能力)"),
      certificates: languageCertificates,
      languages,
    }),
    computerLevel: readLabelled(text, "计算机(?:水平|等级|能力|程度)|computer (?:skills? )?level"),
    certificates: findCertificates(text, sections),
    source: findSource({ text, sections }),
    sections: sections.map(toResumeSection),
    sensitivePlaces: placesOf(sensitive),
    filled: [],
  };
  return { profile, sensitive };
}

function placesOf(sensitive: SensitiveFields): TextSpan[] {
  return Object.values(sensitive)
    .flatMap((reading) => reading?.spans ?? [])
    .toSorted((a, b) => a.start - b.start);
}

/** 参加工作时间, where the resume says so. */
function findWorkStart(scope: string): Reading<string> | null {
  const labelled = findLabelled(
    scope,
    "参加工作(?:时间|年月|日期)?|开始工作(?:时间)?|首次工作时间|started work(?:ing)?",
  );
  const atom = labelled && findDateAtoms(labelled.text).find(({ value }) => value !== "present");
  return labelled && atom
    ? read(atom.value, { start: labelled.start + atom.start, end: labelled.start + atom.end }, { confidence: 0.95 })
    : null;
}

/** Sections of studies and those of jobs and projects; what stands under a heading for both is divided. */
function withStudiesApart(text: string, sections: Section[]): { studies: Section[]; jobs: Section[] } {
  const studies: Section[] = [];
  const jobs: Section[] = [];
  for (const section of sections) {
    if (section.isWithStudies) {
      const parts = divideStudies(text, section.lines);
      studies.push({ ...section, kind: "education", lines: parts.studies });
      jobs.push({ ...section, kind: "work", lines: parts.jobs });
    } else if (section.kind === "education") studies.push(section);
    else if (section.kind === "work" || section.kind === "internship" || section.kind === "projects")
      jobs.push(section);
    else if (section.kind === "research" && isOfResearch(text, section))
      jobs.push({ ...section, kind: "projects", isOfResearch: true });
  }
  return { studies, jobs };
}

/** "科研经历": what was researched, told as projects are. */
function isOfResearch(text: string, { heading }: Section): boolean {
  return (
    heading !== null &&
    /(?:科研|研究|学术|课题)\P{L}*(?:与\P{L}*实践)?(?:经历|经验|实践)/u.test(text.slice(heading.start, heading.end))
  );
}

/** Jobs and projects; under a heading that announces both, what names an employer is a job. */
function readExperience(text: string, sections: Section[]): { work: WorkEntry[]; projects: ProjectEntry[] } {
  const work: WorkEntry[] = [];
  const projects: ProjectEntry[] = [];
  for (const section of sections) {
    const jobs =
      section.kind === "projects" && !section.isMixed
        ? []
        : readWork(text, section.lines, section.kind === "internship");
    const within = projectsWithin(jobs);
    const namesEmployer = ({ company, span }: WorkEntry) =>
      companyScore(company?.value ?? "") >= 1.5 &&
      !ofProduct.test(company?.value ?? "") &&
      (company?.spans[0]?.start ?? 0) >= span.start;
    const hired = section.kind === "projects" && !section.isMixed ? jobsAmongProjects(text, section.lines) : jobs;
    const kept = (section.isMixed ? hired.filter(namesEmployer) : hired).filter((job) => !within.includes(job));
    if (!section.isMixed)
      projects.push(...within.flatMap((job) => readProjects(text, linesOf(section, job)).slice(0, 1)));
    work.push(...kept);
    if (section.kind !== "projects") projects.push(...projectsOfJobs(text, section.lines, kept));
    if (section.kind !== "projects" && !section.isMixed) continue;
    const found = readProjects(text, section.lines);
    projects.push(
      ...found
        .filter((project) => !section.isOfResearch || project.start || project.end)
        .filter(
          (project) => !kept.some((job) => job.span.start < project.span.end && project.span.start < job.span.end),
        ),
    );
  }
  return { work, projects };
}

/** Employers each beside or above a period, below a heading of another kind, where no section of jobs holds any. */
function jobsElsewhere(text: string, sections: Section[]): WorkEntry[] {
  return sections.flatMap(({ kind, lines }) => {
    if (["education", "training", "campus", "volunteering", "projects"].includes(kind)) return [];
    const hasPeriod = (line: TextLine | undefined) =>
      line !== undefined && findDateRanges(line.text, 0).some(({ isRange }) => isRange);
    const isEmployer = (cell: string) => cell.length <= 30 && /(?:公司|集团|厂)$/.test(cell) && companyScore(cell) >= 2;
    const first = lines.findIndex((line, index) => {
      const names = line.text.split(/\s+|[|｜]/).some(isEmployer);
      return names && !line.isBullet && (hasPeriod(line) || hasPeriod(lines[index + 1]));
    });
    const jobs = first < 0 ? [] : readWork(text, lines.slice(first), false);
    return jobs.filter(({ company, title, start, span }) => {
      const isOwn = (company?.spans[0]?.start ?? 0) >= span.start && companyScore(company?.value ?? "") >= 2;
      return isOwn && title !== null && start !== null;
    });
  });
}

/** Those of the skill sections; where these name no tool, as where text boxes stand in no order, also lines elsewhere that tell of skills. */
function skillLines(sections: Section[]): TextLine[] {
  const own = sections.filter(({ kind }) => kind === "skills").flatMap((section) => section.lines);
  const toolsIn = (lines: TextLine[]) =>
    lines.flatMap(({ text }) => findSkills(text).filter(({ start, end }) => /[A-Za-z]/.test(text.slice(start, end))))
      .length;
  const hasTools = own.some((line) => toolsIn([line]) > 0);
  if (hasTools) return own;
  const elsewhere = sections.filter(({ kind }) => !["work", "internship", "projects", "skills"].includes(kind));
  const told = linesOfSkills(elsewhere.flatMap((section) => section.lines));
  // Sentences without a tool are of something else: a text box out of its order.
  if (own.length === 0 || (toolsIn(told) > 4 && own.some(({ text }) => text.includes("。")))) return told;
  return toolsIn(told) > 4 ? [...own, ...told].sort((one, other) => one.start - other.start) : own;
}

const linesOf = ({ lines }: Section, { span }: WorkEntry) =>
  lines.filter((line) => line.start >= span.start && line.end <= span.end);

/** "识别算法优化 ⇥ 2019.03 – 2019.09" below a job of 2018 to 2021, with neither employer nor title: a project of that job. */
function projectsWithin(jobs: WorkEntry[]): WorkEntry[] {
  let job: WorkEntry | null = null;
  const found: WorkEntry[] = [];
  for (const entry of jobs) {
    const own = entry.company && (entry.company.spans[0]?.start ?? 0) >= entry.span.start ? entry.company.value : "";
    const name = `${own}${entry.title?.value ?? ""}`;
    const isJob = companyScore(own) >= 1.5 || titleScore(entry.title?.value ?? "") >= 1.3;
    const [start, end] = [entry.start?.value, entry.end?.value];
    const until = job?.end?.value ?? "";
    const isInside = job?.start && start && end && job.start.value <= start && (until === "present" || start < until);
    if (job && isInside && !isJob && hasHan(name) && job.company && job.title) found.push(entry);
    else job = entry;
  }
  return found;
}

/** "海帆科技有限公司 ⇥ 2019 – 2021" above "全职 后端工程师" under a heading for projects: nothing in it names a project. */
function jobsAmongProjects(text: string, lines: TextLine[]): WorkEntry[] {
  const mayBe = ({ text: line, isBullet }: TextLine) =>
    !isBullet && line.length <= 70 && /公司|全职|兼职|实习/.test(line);
  if (!lines.some(mayBe)) return [];
  return readWork(text, lines, false).filter(({ company, title, start, end, span }) => {
    if (!company || !title || !start || !end || (company.spans[0]?.start ?? 0) < span.start) return false;
    const named = text.slice(span.start, Math.max(company.spans[0]?.end ?? 0, title.spans[0]?.end ?? 0));
    const isHired = /(?:^|[\s（(])(?:全职|兼职|实习|正式)(?=[\s）)])/.test(named) || /实习生$/.test(title.value);
    const isFirm = /公司$/.test(company.value) || (isHired && companyScore(company.value) >= 2);
    if (!isFirm || ofProduct.test(company.value) || company.value.length > 30 || titleScore(title.value) < 2)
      return false;
    const rest = named
      .replace(company.value, "")
      .replace(title.value, "")
      .replace(/[年月至今到全职兼实习\P{L}]/gu, "");
    return rest.length <= 3;
  });
}

/** "项目名称：…" below other headings, as where text boxes stand in no order, if nothing else told of a project. */
function projectsElsewhere(text: string, sections: Section[]): ProjectEntry[] {
  return sections.flatMap(({ lines }) => {
    const starts = lines.flatMap((line, index) => (/^[^\p{L}]*项目名称\s*[:：]/u.test(line.text) ? [index] : []));
    return starts.flatMap((start, order) => readProjects(text, lines.slice(start, starts[order + 1])).slice(0, 1));
  });
}

/** "项目一：数据中台", "项目名称：积分商城" within the text of a job, each up to the next one or the next job. */
function projectsOfJobs(text: string, lines: TextLine[], jobs: WorkEntry[]): ProjectEntry[] {
  const told = lines.flatMap((line, index) => (isCounted(line) || labelOf(line)?.kind === "project" ? [index] : []));
  const starts = told.length > 0 ? told : listedProducts(lines);
  const isNextJob = (line: TextLine) => jobs.some((job) => job.span.start === line.start);
  return starts.flatMap((start, order) => {
    const own = lines.slice(start, starts[order + 1]);
    const end = own.findIndex((line, index) => index > 0 && isNextJob(line));
    return readProjects(text, end < 0 ? own : own.slice(0, end)).slice(0, 1);
  });
}

/**
 * "(1) 交易平台 | 前端开发", "(2) 设备管理系统": numbered in order, each above lines of its own; or lines of their own that end
 * with 项目.
 */
function listedProducts(lines: TextLine[]): number[] {
  const numbered = lines.flatMap((line, index) => {
    const number = /^[(（]?(\d{1,2})[)）、.]\s*(?=\S)/.exec(line.text);
    const name = number ? line.text.slice(number[0].length) : "";
    return number && hasHan(name) && name.length <= 40 && !/[，。；;:：]/.test(name)
      ? [{ index, at: Number(number[1]) }]
      : [];
  });
  const inOrder = numbered.every(
    ({ at, index }, order) => at === order + 1 && index + 1 !== numbered[order + 1]?.index,
  );
  const products = numbered.filter(({ index }) =>
    ofProduct.test(lines[index]?.text.split(/(?<!\s)\s*[|｜(（]\s*(?=\D)/)[0] ?? ""),
  );
  if (inOrder && numbered.length > 1 && products.length * 2 >= numbered.length)
    return numbered.map(({ index }) => index);
  const described = lines.flatMap((line, index) => {
    const isName = !line.isBullet && line.text.length <= 40 && hasHan(line.text) && !/[，。；;:：]/.test(line.text);
    return isName && index > 0 && ofDescription.test(lines[index + 1]?.text ?? "") ? [index] : [];
  });
  if (described.length > 1) return described;
  return lines.flatMap((line, index) => {
    const isName = line.text.length <= 24 && /^[^，。；,;:：、]{3,}项目$/u.test(line.text) && hasHan(line.text);
    return isName && !line.isBullet && line.isAfterGap && lines[index + 1] ? [index] : [];
  });
}

const ofDescription = /^[【[]?项目(?:描述|简介|介绍|概述|背景)[】\]]?\s*[:：]/;
const ofProduct = /(?:系统|平台|项目|网站|小程序|APP|商城|工具|引擎|网页|端)(?:\s*[\d-]+\s*期)?$/i;

/** Contacts among the personal lines before those of referees and footers. */
function nearestFirst(readings: Reading<string>[], head: TextLine[]): Reading<string>[] {
  const isOwn = (reading: Reading<string>) =>
    reading.spans.some((span) => head.some((line) => span.start >= line.start && span.end <= line.end));
  return [...readings.filter(isOwn), ...readings.filter((reading) => !isOwn(reading))];
}

/** Short lines around an e-mail address that stands apart from the head, as at the end of some templates. */
function besideContacts(lines: TextLine[], head: TextLine[], email: Reading<string> | undefined): TextLine[] {
  const at = lines.findIndex(({ start, end }) => email?.spans.some((span) => span.start >= start && span.end <= end));
  const line = lines[at];
  if (!line || head.includes(line)) return [];
  return lines.slice(Math.max(0, at - 3), at + 4).filter(({ text, isBullet }) => !isBullet && text.length <= 60);
}

/** The part that speaks of the person: above the first heading, personal-data sections, and a lone page top. */
function headLines(lines: TextLine[], sections: Section[]): TextLine[] {
  const own = headerLines(sections);
  const isHeaded = sections[0]?.kind === "header" && sections[0].lines.length > 0;
  const top = isHeaded ? tallest(lines).filter((line) => !own.includes(line)) : tallLines(lines);
  return [...own, ...top.filter((line) => !own.includes(line))].slice(0, 60);
}

/** Lines of personal sections; where they name no contact, those around the first number or address too. */
function headerLines(sections: Section[]): TextLine[] {
  const own = sections.filter((section) => section.kind === "header").flatMap((section) => section.lines);
  const hasContact = ({ text }: TextLine) => findPhones(text).length > 0 || findEmails(text).length > 0;
  if (own.some(hasContact)) return own;
  for (const { kind, lines } of sections) {
    const at = kind === "header" ? -1 : lines.findIndex(hasContact);
    if (at < 0) continue;
    let from = at;
    while (from > 0 && at - from < 4 && !lines[from]?.isAfterGap && !lines[from - 1]?.isBullet) from -= 1;
    let to = at + 1;
    while (to < lines.length && to - at < 6 && !lines[to]?.isAfterGap && !lines[to]?.isBullet) to += 1;
    return [...own, ...lines.slice(from, to)];
  }
  return own;
}

/** A sidebar of contacts read first leaves the name behind it; it is still the largest line, and a lone one. */
function tallest(lines: TextLine[]): TextLine[] {
  const height = Math.max(...lines.map((line) => line.height ?? 0), 0);
  const tall = lines.filter((line) => height > 0 && (line.height ?? 0) >= height * 0.98);
  return tall.length === 1 ? tall : [];
}

/** A sidebar read first can leave the name below headings; it is still set larger than everything else. */
function tallLines(lines: TextLine[]): TextLine[] {
  const tallest = Math.max(...lines.map((line) => line.height ?? 0), 0);
  const from = lines.findIndex((line) => tallest > 0 && (line.height ?? 0) >= tallest * 0.95);
  return from < 0 ? lines.slice(0, 3) : lines.slice(from, from + 6);
}

/** Text of the same length as the original in which everything outside these lines is blank, so places hold. */
function textOf(text: string, lines: TextLine[]): string {
  let result = "";
  for (const line of [...lines].sort((a, b) => a.start - b.start)) {
    if (line.start < result.length) continue;
    result += `${" ".repeat(Math.max(0, line.start - result.length - 1))}${result === "" && line.start === 0 ? "" : "\n"}${text.slice(line.start, line.end)}`;
  }
  return result;
}

function toPiece(line: TextLine): Piece {
  return { text: line.text.slice(line.contentStart - line.start), start: line.contentStart, end: line.end };
}

function labelledEducation(text: string, head: TextLine[]): EducationEntry[] {
  const lines = head.filter(
    ({ text: line }) =>
      /(?:学\s*校|院\s*校|院\s*系|系\s*别|学\s*历|学\s*位|专\s*业|(?:毕业|入学)(?:时间|年份|日期)|university|college|degree|major|graduation)/i.test(
        line,
      ) ||
      (hasHan(line) && findSchool(line) !== null && findDegrees(line).length > 0) ||
      isWhole(line, findSchool(line)) ||
      isWhole(line, findDegrees(line)[0] ?? null),
  );
  return readEducation(text, lines).filter((entry) => entry.school !== null);
}

/** "学校名称：海州大学", "就读时间：…": a list of labels that stands apart from its heading. */
const schoolLabel =
  /^[^\p{L}]*(?:(?:毕业|就读|在读)(?:院校|学校|时间)|(?:学校|院校|专业)名称|(?:所学|就读)专业|学历学位|学历层次)\s*[:：]/u;

/** Where a heading for studies stands above a degree alone, the school may stand in a list of labels elsewhere. */
function withSchools(text: string, education: EducationEntry[], lines: TextLine[]): EducationEntry[] {
  if (education.some(({ school }) => school !== null)) return education;
  const labelled = readEducation(
    text,
    lines.filter((line) => schoolLabel.test(line.text)),
  );
  return labelled.some(({ school }) => school !== null) ? labelled : education;
}

/** "教育培训经历" that its table calls a training: what names a school, a degree and a period is a study. */
function degreesAmong(text: string, lines: TextLine[]): EducationEntry[] {
  return readEducation(text, lines).filter(({ school, degree, end }) => school && degree && end);
}

/** A line of its own for the school or the degree alone, in Chinese. */
function isWhole(line: string, found: { start: number; end: number } | null): boolean {
  return hasHan(line) && found !== null && found.end - found.start === line.length;
}

function objective(text: string, sections: Section[]): Reading<string> | null {
  const labelled = findLabelled(
    text,
    "求职意向|应聘职位|应聘岗位|意向岗位|意向职位|期望职位|期望岗位|目标职位|求职目标|求职岗位|objective|desired position|position applied for",
  );
  const value = labelled && read(labelled.text, labelled, { confidence: 0.9 });
  const isLabelled = sections.some(({ lines }) => lines.some((line) => /^\p{Script=Han}{2,6}[:：]/u.test(line.text)));
  return isLabelled ? (value ?? sectionText(text, sections)) : (sectionText(text, sections) ?? value);
}

function sectionText(text: string, sections: Section[]): Reading<string> | null {
  const lines = sections.find((section) => section.lines.length > 0)?.lines ?? [];
  const start = lines[0]?.start;
  const end = lines.at(-1)?.end;
  return start === undefined || end === undefined || end <= start
    ? null
    : read(text.slice(start, end), { start, end }, { confidence: 0.88 });
}

function highestDegree(text: string, education: EducationEntry[], head: Scope): ResumeProfile["highestDegree"] {
  const readings = education.flatMap((entry) => entry.degreeLevel ?? []);
  const highest = highestLevel(readings.map(({ value }) => value));
  const found = readings.find(({ value }) => value === highest);
  if (found) return found;
  const labelled = findLabelled(
    text,
    "(?:最高)?学\\s*历|学位|文化程度|教育程度|教育|degree|education level|highest qualification",
  );
  const degree = labelled && findDegrees(labelled.text)[0];
  if (labelled && degree) return read(degree.level, labelled, { confidence: 0.9 });
  // "前端工程师 | 5年经验 | 本科": a fact among those of the person.
  const fact = factsOf(head).find((piece) => isWhole(piece.text, findDegrees(piece.text)[0] ?? null));
  const level = fact && findDegrees(fact.text)[0]?.level;
  return fact && level ? read(level, fact, { confidence: 0.85 }) : null;
}

function languageOf(text: string): ResumeProfile["language"] {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  if (han === 0) return "en";
  const share = han / (han + words * 2);
  return share > 0.35 ? "zh" : share < 0.06 ? "en" : "mixed";
}

function toResumeSection(section: Section): ResumeProfile["sections"][number] {
  const spans: TextSpan[] = [...(section.heading ? [section.heading] : []), ...section.lines];
  return {
    kind: section.kind,
    heading: section.heading,
    span: { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) },
  };
}
