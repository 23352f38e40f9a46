import type { Dice } from "../demo/dice";
import { makeContacts, type Written } from "./contacts";
import { chineseTrades } from "./content/chinese-trades";
import { englishTrades } from "./content/english-trades";
import { chineseNames, englishNames, type WrittenName } from "./content/names";
import { chineseCities, chineseSchools, englishCities, englishSchools } from "./content/places";
import type { Trade } from "./content/trade";

/** Months since the year 0, so that they can be counted with. */
export type Month = number;
export type Language = "zh" | "en" | "mixed";
export type Level = "high_school" | "associate" | "bachelor" | "master" | "doctor";

export type Study = { school: string; major: string | null; level: Level; start: Month; end: Month };
export type JobKind = "job" | "internship" | "military" | "freelance";
export type Job = {
  kind: JobKind;
  company: string;
  title: string;
  department: string | null;
  city: string | null;
  start: Month;
  end: Month | null;
  duties: string[];
};
export type Project = { name: string; start: Month; end: Month; duties: string[] };

/** Somebody who does not exist. */
export type Person = {
  number: number;
  language: Language;
  trade: Trade;
  name: WrittenName;
  gender: "female" | "male";
  birth: Month;
  email: Written;
  phone: Written;
  city: string;
  studies: Study[];
  jobs: Job[];
  projects: Project[];
  knowledge: string[];
  tools: string[];
};

/** The month the made-up world stands in. */
export const writtenIn: Month = 2026 * 12 + 10;

export function makePerson(number: number, language: Language, dice: Dice): Person {
  const isEnglish = language === "en";
  const trades = isEnglish ? englishTrades : chineseTrades;
  const trade = trades[number % trades.length];
  const names = isEnglish ? englishNames : chineseNames;
  const name = names[number % names.length];
  if (!trade || !name) throw new Error("There is nothing to make a person of");
  const studies = makeStudies(trade, isEnglish, dice);
  const jobs = makeJobs({ trade, isEnglish, from: studies.at(-1)?.end ?? 0, dice });
  const cities = isEnglish ? englishCities : chineseCities;
  return {
    ...{ number, language, trade, name, studies, jobs },
    ...makeContacts(number, isEnglish, dice),
    gender: dice.isLucky(0.5) ? "female" : "male",
    birth: (studies[0]?.start ?? 0) - 18 * 12 - dice.int(0, 11),
    city: dice.pick(cities),
    projects: makeProjects(trade, jobs, dice),
    knowledge: dice.some(trade.knowledge, dice.int(3, 6)),
    tools: dice.some(trade.tools, dice.int(2, 5)),
  };
}

function makeStudies(trade: Trade, isEnglish: boolean, dice: Dice): Study[] {
  const years: Record<Level, number> = { high_school: 3, associate: 3, bachelor: 4, master: dice.int(1, 3), doctor: 4 };
  const path = dice.pick<Level[]>([
    ...[["bachelor"], ["bachelor"], ["bachelor"], ["bachelor", "master"], ["bachelor", "master"]],
    ...[["associate"], ["associate", "bachelor"], ["high_school", "bachelor"], ["bachelor", "master", "doctor"]],
  ] as Level[][]);
  const total = path.reduce((sum, level) => sum + years[level], 0);
  let start = (2026 - dice.int(1, 16) - total) * 12 + 8;
  const schools = isEnglish ? englishSchools : chineseSchools;
  return path.map((level) => {
    const end = start + years[level] * 12 - dice.pick([2, 3]);
    const study: Study = {
      ...{ level, start, end },
      school: dice.pick(schools[level].split("|")),
      major: level === "high_school" ? null : dice.pick(trade.majors),
    };
    start += years[level] * 12;
    return study;
  });
}

type MakeJobs = { trade: Trade; isEnglish: boolean; from: Month; dice: Dice };

/** Mostly one after the other; now and then two at once, a year between, a uniform, or nobody's employee. */
function makeJobs({ trade, isEnglish, from, dice }: MakeJobs): Job[] {
  const available = writtenIn - from - 2;
  const count = available < 14 ? 1 : dice.int(1, Math.min(4, Math.max(1, Math.floor(available / 14))));
  const employers = dice.some(trade.employers, count);
  const cities = isEnglish ? englishCities : chineseCities;
  const jobs: Job[] = [];
  let start = from + dice.int(1, 3);
  for (const [index, company] of employers.entries()) {
    const isLast = index === employers.length - 1;
    const months = Math.max(5, Math.floor((writtenIn - start) / (employers.length - index)) - dice.int(0, 5));
    const end = isLast && dice.isLucky(0.65) ? null : Math.min(start + months, writtenIn - 1);
    jobs.push({
      ...{ kind: "job", company, start, end },
      title: dice.pick(trade.titles),
      department: dice.isLucky(0.3) ? dice.pick(trade.departments) : null,
      city: dice.isLucky(0.35) ? dice.pick(cities) : null,
      duties: makeDuties(trade, dice.int(1, 4), dice),
    });
    const isOverlapping = dice.isLucky(0.08);
    start = (end ?? writtenIn) + (isOverlapping ? -3 : dice.isLucky(0.15) ? dice.int(6, 14) : dice.int(0, 1));
  }
  if (dice.isLucky(0.3)) jobs.unshift(makeInternship(trade, from, isEnglish, dice));
  if (dice.isLucky(0.06)) jobs.unshift(makeService(from, isEnglish));
  if (dice.isLucky(0.07) && available > 40) jobs.push(makeFreelance(trade, isEnglish, dice));
  return jobs.reverse();
}

function makeDuties(trade: Trade, count: number, dice: Dice) {
  return dice.some(trade.duties, count).map((text) => fillIn(text, dice));
}

function makeInternship(trade: Trade, graduation: Month, isEnglish: boolean, dice: Dice): Job {
  const start = graduation - dice.int(9, 15);
  return {
    ...{ kind: "internship", title: trade.internship, department: null, start, end: start + dice.int(2, 4) },
    company: dice.pick(trade.employers),
    city: dice.isLucky(0.3) ? dice.pick(isEnglish ? englishCities : chineseCities) : null,
    duties: makeDuties(trade, 1, dice),
  };
}

function makeService(before: Month, isEnglish: boolean): Job {
  return {
    ...{ kind: "military", department: null, city: null, start: before - 100, end: before - 76 },
    company: isEnglish ? "United States Army" : "中国人民解放军某部",
    title: isEnglish ? "Logistics Specialist" : "战士",
    duties: isEnglish ? ["Kept stock for a battalion of 600"] : ["服役两年，获优秀士兵一次"],
  };
}

function makeFreelance(trade: Trade, isEnglish: boolean, dice: Dice): Job {
  return {
    ...{ kind: "freelance", department: null, city: null, start: writtenIn - 30, end: writtenIn - dice.int(8, 14) },
    company: isEnglish ? "Freelance" : "自由职业",
    title: dice.pick(trade.titles),
    duties: makeDuties(trade, 1, dice),
  };
}

function makeProjects(trade: Trade, jobs: Job[], dice: Dice): Project[] {
  const job = jobs.find(({ kind }) => kind === "job");
  if (!job) return [];
  const count = dice.isLucky(0.45) ? dice.int(1, 2) : 0;
  return dice.some(trade.projects, count).map((name) => {
    const start = job.start + dice.int(0, 3);
    return {
      name,
      start,
      end: Math.min(start + dice.int(2, 5), job.end ?? writtenIn),
      duties: makeDuties(trade, 1, dice),
    };
  });
}

/** `{10-40}` becomes a number between the two. */
export function fillIn(text: string, dice: Dice) {
  return text.replace(/\{(\d+)-(\d+)\}/g, (_, from: string, to: string) => String(dice.int(Number(from), Number(to))));
}
