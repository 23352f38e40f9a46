import type { Dice } from "../../demo/dice";
import { companyNotes } from "../content/wording";
import { fillIn, type Job, type Project } from "../person";
import type { Truth } from "../truth";
import { type ArrangeHabit, arrange, type Parts } from "./arrange";
import { type DateHabit, writePeriod, writeSeason } from "./dates";
import type { Entry } from "./sheet";

type Habits = { dates: DateHabit; habit: ArrangeHabit; isEnglish: boolean; dice: Dice };
export type JobTruth = Exclude<NonNullable<Truth["work"]>, string>[number];

export function writeJobs(
  jobs: Job[],
  { dates, habit, isEnglish, dice }: Habits,
): { entries: Entry[]; truth: JobTruth[] } {
  const describesCompanies = dice.isLucky(0.15);
  const written = jobs.map((job) => {
    const isSeason = isEnglish && job.kind === "internship" && dates.isYearOnly;
    const period = isSeason ? writeSeason(job.start) : writePeriod(job.start, job.end, dates);
    const label = (chinese: string, english: string) => (isEnglish ? english : chinese);
    const note = fillIn(dice.pick(isEnglish ? companyNotes.en : companyNotes.zh), dice);
    const parts: Parts = {
      first: { label: label("公司名称", "Company"), text: job.company },
      second: [{ label: label("职位名称", "Position"), text: job.title }],
      extras: [
        ...(job.department ? [{ label: label("所在部门", "Department"), text: job.department }] : []),
        ...(job.city ? [{ label: label("工作地点", "Location"), text: job.city }] : []),
      ],
      dates: { label: label("任职时间", "Dates"), text: period.text },
      lines: [...(describesCompanies && job.kind === "job" ? [note] : []), ...job.duties],
    };
    return { entry: arrange(parts, habit), truth: truthOf(job, period, isSeason) };
  });
  return { entries: written.map(({ entry }) => entry), truth: written.map(({ truth }) => truth) };
}

/** A freelancer's employer is the word for having none, or nobody. */
function truthOf(
  { kind, company, title }: Job,
  { start, end }: { start: string | null; end: string | null },
  isSeason: boolean,
): JobTruth {
  return {
    company: kind === "freelance" ? { any: [company, null] } : company,
    title,
    start: isSeason ? { any: [start, null] } : start,
    end,
  };
}

export function writeProjects(projects: Project[], { dates, habit, isEnglish, dice }: Habits): Entry[] {
  const look =
    habit.look === "labelled" || habit.look.startsWith("gutter")
      ? habit.look
      : dice.pick(["first-right", "dates-first", "line-right"] as const);
  return projects.map(({ name, start, end, duties }) => {
    const role = isEnglish
      ? dice.pick(["Lead Developer", "Coordinator", "Project Manager"])
      : dice.pick(["项目负责人", "核心成员", "项目经理"]);
    const parts: Parts = {
      first: { label: isEnglish ? "Project" : "项目名称", text: name },
      second: [{ label: isEnglish ? "Role" : "项目角色", text: role }],
      extras: [],
      dates: { label: isEnglish ? "Dates" : "项目时间", text: writePeriod(start, end, dates).text },
      lines: duties,
    };
    return arrange(parts, { ...habit, look });
  });
}
