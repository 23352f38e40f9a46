import { chinese } from "./content/chinese";
import type { Content, Track } from "./content/content";
import { english } from "./content/english";
import * as names from "./content/names";
import type { Dice } from "./dice";

/** Months since the year 0, so that they can be counted with. */
export type Month = number;
export type Language = "zh" | "en" | "mixed";
/** How much of what its position asks for a person brings. */
export type Fit = "strong" | "middle" | "weak";
type Level = "associate" | "bachelor" | "master";

export type Study = { school: string; major: string; level: Level; start: Month; end: Month };
export type Job = { company: string; title: string; start: Month; end: Month | null; duties: string[] };
export type Project = { name: string; role: string; start: Month; end: Month; text: string };

/** Somebody who does not exist, with facts that agree with each other. */
export type Person = {
  track: Track;
  language: Language;
  fit: Fit;
  name: string;
  gender: "female" | "male";
  birth: Month;
  email: string;
  phone: string;
  city: string;
  studies: Study[];
  jobs: Job[];
  projects: Project[];
  skills: string[];
  certificates: string[];
  languages: string[];
  summary: string;
};

/** The month the made-up world stands in: resumes written then say 至今 or Present of a job that goes on. */
export const writtenIn: Month = 2026 * 12 + 10;

type MakePerson = { number: number; track: Track; language: Language; fit: Fit; dice: Dice };

export function makePerson({ number, track, language, fit, dice }: MakePerson): Person {
  const content = (language === "en" ? english : chinese)[track];
  if (!content) throw new Error(`There is no ${track} in ${language}`);
  const isEnglish = language === "en";
  const gender = dice.isLucky(track === "nurse" ? 0.85 : 0.5) ? "female" : "male";
  const place = dice.pick(names.englishCities);
  const studies = makeStudies({ content, track, fit, isEnglish, dice });
  const jobs = makeJobs({ content, fit, isEnglish, dice, from: (studies.at(-1)?.end ?? 0) + dice.int(1, 3) });
  const first = studies[0] ?? { start: writtenIn };
  const skillCount = { strong: [7, 9], middle: [4, 6], weak: [2, 3] }[fit];
  const known = fit === "weak" ? content.skills.slice(4) : content.skills.slice(0, fit === "middle" ? 8 : 10);
  return {
    ...{ track, language, fit, gender, studies, jobs },
    name: isEnglish
      ? `${dice.pick(names.englishFirstNames[gender])} ${names.englishLastNames[number % names.englishLastNames.length]}`
      : `${names.chineseSurnames[number % names.chineseSurnames.length]}${dice.pick(names.chineseGivenNames[gender])}`,
    birth: first.start - 18 * 12 - dice.int(0, 11),
    email: `${track}.${String(number).padStart(2, "0")}@example.com`,
    phone: isEnglish
      ? place.phone.replace(/#+/, (marks) => String(number).padStart(marks.length, "0"))
      : `1390000${String(1000 + number * 37).padStart(4, "0")}`,
    city: isEnglish ? place.city : dice.pick(names.chineseCities),
    projects: makeProjects(content, jobs, dice),
    skills: dice.some(known, dice.int(skillCount[0] ?? 2, skillCount[1] ?? 3)),
    certificates: makeCertificates(content, { track, fit, dice }),
    languages: isEnglish
      ? ["English (native)", dice.pick(["German (B2)", "Spanish (C1)", "French (B1)"])]
      : dice.some(["英语（CET-6）", "日语（N2）"], dice.int(1, 2)),
    summary: dice.pick(content.summaries),
  };
}

/** Nobody nurses without the licence; the rest is a matter of ambition. */
function makeCertificates({ certificates }: Content, { track, fit, dice }: Pick<MakePerson, "track" | "fit" | "dice">) {
  const [licence = "", ...others] = certificates;
  const further = fit === "weak" ? 0 : 1;
  return track === "nurse" ? [licence, ...dice.some(others, further)] : dice.some(certificates, further * 2);
}

type Making = { content: Content; fit: Fit; isEnglish: boolean; dice: Dice };

function makeStudies({ content, track, fit, isEnglish, dice }: Making & { track: Track }): Study[] {
  const years = { strong: [6, 11], middle: [3, 7], weak: [1, 3] }[fit];
  const graduation = (2026 - dice.int(years[0] ?? 1, years[1] ?? 3)) * 12 + 5;
  const level: Level = fit === "weak" && !isEnglish ? "associate" : dice.isLucky(0.3) ? "master" : "bachelor";
  const school = () => {
    if (isEnglish) return dice.pick(names.englishSchools);
    const group =
      level === "associate" ? "college" : track === "nurse" ? "medical" : fit === "strong" ? "strong" : "usual";
    return dice.pick(names.chineseSchools[group]);
  };
  const major = dice.pick(content.majors);
  const length = level === "associate" ? 3 : 4;
  const bachelorEnd = level === "master" ? graduation - 36 : graduation;
  const basis: Level = level === "associate" ? "associate" : "bachelor";
  const study = { school: school(), major, level: basis, start: bachelorEnd - length * 12 + 3, end: bachelorEnd };
  if (level !== "master") return [study];
  return [study, { school: school(), major, level, start: bachelorEnd + 3, end: graduation }];
}

/** One after the other, the last one going on for most people; now and then some months lie between two. */
function makeJobs({ content, fit, isEnglish, dice, from }: Making & { from: Month }): Job[] {
  const available = writtenIn - from;
  const count = Math.max(1, Math.min(3, Math.round(available / 32)));
  const companies = dice.some(isEnglish ? names.englishCompanies : names.chineseCompanies, count);
  const jobs: Job[] = [];
  let untold = content.duties;
  let start = from;
  for (const [index, company] of companies.entries()) {
    const isLast = index === count - 1;
    const left = writtenIn - start;
    const months = isLast ? left : Math.max(8, Math.floor(left / (count - index)) - dice.int(0, 6));
    const kind = dice.pick(content.companies);
    const reached = fit === "weak" ? 0 : index;
    const told = dice.some(untold, dice.int(2, fit === "strong" && content.duties.length > 7 ? 3 : 2));
    untold = untold.filter((duty) => !told.includes(duty));
    jobs.push({
      company: isEnglish ? `${company} ${kind}` : `${dice.pick(names.chineseCities)}${company}${kind}`,
      title:
        content.titles[Math.min(2, isLast && fit === "strong" ? Math.max(1, reached) : reached)] ?? content.titles[0],
      start,
      end: isLast ? (dice.isLucky(0.8) ? null : writtenIn - dice.int(1, 3)) : start + months,
      duties: [
        ...told,
        ...(reached > 0 && content.leading.length > 0 && dice.isLucky(0.7) ? [dice.pick(content.leading)] : []),
      ].map((text) => fillIn(text, dice)),
    });
    start += months + (dice.isLucky(0.2) ? dice.int(3, 7) : 1);
  }
  return jobs.reverse();
}

function makeProjects(content: Content, jobs: Job[], dice: Dice): Project[] {
  const job = jobs[0];
  if (!job || content.projects.length === 0) return [];
  const months = (job.end ?? writtenIn) - job.start;
  return dice.some(content.projects, dice.int(0, 2)).map(({ name, role, text }) => {
    const start = job.start + dice.int(0, Math.max(0, months - 8));
    return { name, role, start, end: Math.min(start + dice.int(3, 7), job.end ?? writtenIn), text: fillIn(text, dice) };
  });
}

/** `{10-40}` becomes a number between the two. */
function fillIn(text: string, dice: Dice) {
  return text.replace(/\{(\d+)-(\d+)\}/g, (_, from: string, to: string) => String(dice.int(Number(from), Number(to))));
}
