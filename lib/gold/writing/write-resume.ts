import type { Dice } from "../../demo/dice";
import { headings, type SectionName, summaries } from "../content/wording";
import { type Language, type Person, writtenIn } from "../person";
import type { Truth } from "../truth";
import { chineseLooks, englishLooks, type Look, makeArrangeHabit } from "./arrange";
import { makeDateHabit } from "./dates";
import type { Section, Sheet } from "./sheet";
import { writeFacts } from "./write-facts";
import { writeJobs, writeProjects } from "./write-jobs";
import { writeSkills } from "./write-skills";
import { writeStudies } from "./write-studies";

export type Demands = {
  /** Where the layout puts dates, if it has a place for them. */
  looks?: Look[];
};

/** One person's resume, and what it says. */
export function writeResume(person: Person, { looks }: Demands, dice: Dice): { sheet: Sheet; truth: Truth } {
  const { language } = person;
  const isEnglish = language === "en";
  const choices: readonly Look[] = looks ?? (isEnglish ? englishLooks : chineseLooks);
  const dates = makeDateHabit(isEnglish || (language === "mixed" && dice.isLucky(0.5)), dice);
  const habit = makeArrangeHabit(dice.pick(choices), isEnglish, dice);
  const studyLooks = choices.filter((look) => !["at", "run-in", "dots"].includes(look));
  const studyHabit =
    dice.isLucky(0.6) && studyLooks.includes(habit.look)
      ? habit
      : makeArrangeHabit(dice.pick(studyLooks), isEnglish, dice);
  const heading = makeHeadings(language, dice);

  const studies = writeStudies({ person, dates, habit: studyHabit, isEnglish, dice });
  const hasOwnInternships = dice.isLucky(0.5);
  const isApart = (kind: string) => kind === "internship" && hasOwnInternships;
  const options = { dates, habit, isEnglish, dice };
  const jobs = writeJobs(
    person.jobs.filter(({ kind }) => !isApart(kind)),
    options,
  );
  const internships = writeJobs(
    person.jobs.filter(({ kind }) => isApart(kind)),
    options,
  );
  const facts = writeFacts(person, language, dice);
  const spoken = writeLanguages(person, isEnglish, dice);
  const skills = writeSkills(person, { isEnglish, dice });
  const section = (kind: SectionName, content: Partial<Section>): Section[] =>
    (content.entries?.length ?? 0) + (content.lines?.length ?? 0) > 0
      ? [{ kind, heading: heading(kind), entries: [], lines: [], isSide: false, ...content }]
      : [];
  const list = (kind: SectionName, lines: string[]) => section(kind, { lines, isSide: true });
  const education = section("education", { entries: studies.entries });
  const isJunior = person.jobs.length < 2;
  const sections = [
    ...(dice.isLucky(0.6) ? section("summary", { lines: [dice.pick(isEnglish ? summaries.en : summaries.zh)] }) : []),
    ...(isJunior ? education : []),
    ...section("work", { entries: jobs.entries }),
    ...section("internship", { entries: internships.entries }),
    ...section("projects", { entries: writeProjects(person.projects, options) }),
    ...(isJunior ? [] : education),
    ...list("skills", skills),
    ...list("languages", spoken.lines),
    ...list(
      "certificates",
      dice.isLucky(0.25) ? [isEnglish ? "First Aid at Work (2024)" : "普通话二级甲等（2019年）"] : [],
    ),
    ...list("awards", dice.isLucky(0.2) ? [isEnglish ? "Employee of the Year, 2021" : "2021年度优秀员工"] : []),
    ...list(
      "hobbies",
      dice.isLucky(0.2) ? [isEnglish ? "Rowing, choir singing, long walks" : "羽毛球、书法、徒步"] : [],
    ),
    ...list("references", dice.isLucky(0.12) ? referees(isEnglish) : []),
  ];
  const hasHeadline = dice.isLucky(0.5);
  return {
    sheet: {
      language,
      name: person.name.written,
      headline: hasHeadline ? (person.jobs[0]?.title ?? null) : null,
      facts: facts.facts,
      sections,
      caption: dice.isLucky(0.08) ? (isEnglish ? "Photo" : "照片") : null,
      footer: dice.isLucky(0.3) ? makeFooter(person, isEnglish, dice) : null,
      bullet: dice.pick(["• ", "- ", "● ", "· ", "◆ ", "1"]),
    },
    truth: {
      name: person.name.read ?? person.name.written,
      ...facts.truth,
      degree: studies.degree,
      education: studies.truth,
      work: [...jobs.truth, ...internships.truth],
      projects: person.projects.map(({ name }) => ({ name })),
      skills: [...person.knowledge, ...person.tools],
      languages: spoken.truth,
    },
  };
}

/** One word for each section, and one way to set all of them. */
function makeHeadings(language: Language, dice: Dice) {
  const style = dice.int(0, 9);
  const picks = new Map<SectionName, string>();
  const bilingual = dice.isLucky(0.5);
  let number = 0;
  return (kind: SectionName) => {
    const known = picks.get(kind);
    if (known) return known;
    const own = (of: "zh" | "en") =>
      dice.isLucky(0.5) ? (headings[of][kind][0] ?? "") : dice.pick(headings[of][kind]);
    const plain = language === "mixed" ? (bilingual ? `${own("zh")} ${own("en")}` : own("en")) : own(language);
    number += 1;
    const chinese = [
      `${"一二三四五六七八九十"[number - 1] ?? ""}、${plain}`,
      `【${plain}】`,
      `◆ ${plain}`,
      `${plain}：`,
    ];
    const english = [plain.toUpperCase(), plain.toUpperCase(), plain.toUpperCase(), `${plain}:`];
    const set = (language === "zh" ? chinese : english)[style] ?? plain;
    picks.set(kind, set);
    return set;
  };
}

function writeLanguages(person: Person, isEnglish: boolean, dice: Dice): { lines: string[]; truth: string[] } {
  const look = dice.int(0, 4);
  if (isEnglish) {
    if (look === 0) return { lines: ["English (native), Spanish (B2)"], truth: ["English", "Spanish"] };
    if (look === 1) return { lines: ["English – fluent", "German – conversational"], truth: ["English", "German"] };
    return { lines: [], truth: [] };
  }
  if (look === 0) return { lines: [`英语（CET-6，${480 + (person.number % 90)}分）`], truth: ["英语"] };
  if (look === 1) return { lines: ["英语：熟练", "日语：N2"], truth: ["英语", "日语"] };
  if (look === 2) return { lines: ["普通话、粤语、英语"], truth: ["普通话", "粤语", "英语"] };
  return { lines: [], truth: [] };
}

/** People who are not the candidate, with contacts of their own. */
function referees(isEnglish: boolean): string[] {
  return isEnglish
    ? ["Margaret Holt, Head of Operations, +44 20 7946 0991, m.holt@example.org"]
    : ["周处长，前直属上级，电话：13900009991，邮箱：referee@example.org"];
}

function makeFooter(person: Person, isEnglish: boolean, dice: Dice): Sheet["footer"] {
  const year = Math.floor(writtenIn / 12);
  return dice.pick<NonNullable<Sheet["footer"]>>(
    isEnglish
      ? [
          (page, pages) => `Page ${page} of ${pages}`,
          (page) => `${person.name.written} – Curriculum Vitae – ${page}`,
          (page) => `${page}    Last updated ${year}`,
        ]
      : [
          (page, pages) => `第 ${page} 页 / 共 ${pages} 页`,
          (page) => `${person.name.written}的简历    ${page}`,
          (page, pages) => `- ${page}/${pages} -`,
        ],
  );
}
