import type { Dice } from "../../demo/dice";
import { courses } from "../content/wording";
import type { Level, Person, Study } from "../person";
import type { Truth } from "../truth";
import { type ArrangeHabit, arrange, type Parts } from "./arrange";
import { type DateHabit, type WrittenPeriod, writeMonth, writePeriod } from "./dates";
import type { Entry } from "./sheet";

type WriteStudies = { person: Person; dates: DateHabit; habit: ArrangeHabit; isEnglish: boolean; dice: Dice };
type StudyTruth = Exclude<NonNullable<Truth["education"]>, string>[number];

const chineseDegrees: Record<Level, string[]> = {
  high_school: ["高中"],
  associate: ["大专", "专科", "大专（统招）"],
  bachelor: ["本科", "学士", "统招本科", "全日制本科", "本科（自考）"],
  master: ["硕士", "硕士研究生", "硕士（全日制）"],
  doctor: ["博士", "博士研究生"],
};
const englishDegrees: Record<Level, string[]> = {
  high_school: ["High School Diploma"],
  associate: ["Associate Degree", "Associate of Science"],
  bachelor: ["Bachelor of Science", "BSc", "BSc (Hons)", "B.A.", "Bachelor's Degree", "B.Sc.", "Bachelor of Arts"],
  master: ["Master of Science", "MSc", "M.A.", "M.S.", "Master's Degree"],
  doctor: ["PhD", "Ph.D.", "Doctor of Philosophy"],
};
const levels: Record<Level, string> = {
  high_school: "高中",
  associate: "大专",
  bachelor: "本科",
  master: "硕士",
  doctor: "博士",
};

export function writeStudies(options: WriteStudies): { entries: Entry[]; truth: StudyTruth[]; degree: string } {
  const { person, habit, isEnglish, dice } = options;
  const joins = habit.look === "bracket" ? dice.int(1, 3) : dice.int(0, 3);
  const endsOnly = isEnglish && dice.isLucky(0.2);
  const written = person.studies.toReversed().map((study) => {
    const period = endsOnly
      ? writeGraduation(study, options.dates)
      : writePeriod(study.start, study.end, options.dates);
    const parts = toParts(study, period, { isEnglish, joins, dice, lines: writeNotes(study, { isEnglish, dice }) });
    return { entry: arrange(parts, habit), truth: truthOf(study, period) };
  });
  const highest = person.studies.at(-1)?.level ?? "bachelor";
  return {
    entries: written.map(({ entry }) => entry),
    truth: written.map(({ truth }) => truth),
    degree: levels[highest],
  };
}

function truthOf({ school, level, major }: Study, { start, end }: WrittenPeriod): StudyTruth {
  return { school, degree: levels[level], major, start, end };
}

function writeGraduation({ end }: Study, dates: DateHabit): WrittenPeriod {
  const { end: read } = writePeriod(end, end, dates);
  return { text: writeMonth(end, dates), start: null, end: read };
}

type ToParts = { isEnglish: boolean; joins: number; dice: Dice; lines: string[] };

function toParts(
  { school, level, major }: Study,
  { text }: WrittenPeriod,
  { isEnglish, joins, dice, lines }: ToParts,
): Parts {
  const degree = dice.pick((isEnglish ? englishDegrees : chineseDegrees)[level]);
  const label = (chinese: string, english: string) => (isEnglish ? english : chinese);
  const majorPart = major === null ? [] : [{ label: label("专业", "Major"), text: major }];
  const degreePart = { label: label("学历", "Degree"), text: degree };
  return {
    first: { label: label("学校名称", "School"), text: school },
    second: joinDegree(degreePart, majorPart, isEnglish, joins),
    extras: [],
    dates: { label: label("就读时间", "Dates"), text },
    lines,
  };
}

type Part = Parts["second"][number];

function joinDegree(degree: Part, major: Part[], isEnglish: boolean, joins: number): Part[] {
  const [field] = major;
  if (!field) return [degree];
  if (isEnglish && joins < 3) return [{ label: degree.label, text: `${degree.text} in ${field.text}` }];
  if (!isEnglish && joins === 0)
    return [{ label: field.label, text: `${field.text}（${degree.text.replace(/（.*/, "")}）` }];
  return joins % 2 === 1 ? [field, degree] : [degree, field];
}

function writeNotes({ level }: Study, { isEnglish, dice }: { isEnglish: boolean; dice: Dice }): string[] {
  const notes: string[] = [];
  const mark = `3.${dice.int(10, 92)}`;
  if (dice.isLucky(0.2)) notes.push(isEnglish ? `GPA: ${mark}/4.0` : `GPA：${mark}/4.0（专业前${dice.int(5, 30)}%）`);
  if (dice.isLucky(0.2)) notes.push(isEnglish ? courses.en : courses.zh);
  if (level !== "high_school" && dice.isLucky(0.1))
    notes.push(isEnglish ? "Thesis: Waiting Times in Small Systems" : "毕业论文：《小型系统的等待时间研究》");
  if (dice.isLucky(0.1)) notes.push(isEnglish ? "Honours: Dean's List, two terms" : "荣誉：校级一等奖学金、三好学生");
  return notes;
}
