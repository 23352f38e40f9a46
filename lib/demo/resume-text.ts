import type { Month, Person, Study } from "./person";
import { workMonths } from "./truth";

export type Fact = { label: string; value: string };
export type Entry = { name: string; detail: string; dates: string; lines: string[] };
export type Section = { heading: string; entries: Entry[]; lines: string[] };
/** What a resume says, in its order and language, before it is laid out. */
export type ResumeText = {
  isEnglish: boolean;
  name: string;
  headline: string;
  facts: Fact[];
  /** The story: summary, work, projects, education. */
  main: Section[];
  /** What a narrow column holds: skills, languages, certificates. */
  side: Section[];
};
export type DateLook = "dots" | "slashes" | "words";

const headings = {
  summary: ["自我评价", "Profile"],
  work: ["工作经历", "Work Experience"],
  projects: ["项目经历", "Projects"],
  education: ["教育经历", "Education"],
  skills: ["专业技能", "Skills"],
  languages: ["语言能力", "Languages"],
  certificates: ["证书", "Certificates"],
} as const;

type WriteResume = { person: Person; dates: DateLook; statesYears: boolean };

export function writeResume({ person, dates, statesYears }: WriteResume): ResumeText {
  const { language, jobs, projects, studies } = person;
  const isEnglish = language === "en";
  const heading = (key: keyof typeof headings) => {
    const [chinese, english] = headings[key];
    return language === "mixed" ? `${chinese} ${english}` : isEnglish ? english : chinese;
  };
  const range = (start: Month, end: Month | null) => writeRange(start, end, dates, isEnglish);
  const list = (key: keyof typeof headings, lines: string[]) =>
    lines.length > 0 ? [{ heading: heading(key), entries: [], lines }] : [];
  const entries = (key: keyof typeof headings, found: Entry[]) =>
    found.length > 0 ? [{ heading: heading(key), entries: found, lines: [] }] : [];
  return {
    isEnglish,
    name: person.name,
    headline: jobs[0]?.title ?? "",
    facts: writeFacts(person, statesYears),
    main: [
      ...list("summary", [person.summary]),
      ...entries(
        "work",
        jobs.map((job) => ({
          ...{ name: job.company, detail: job.title, dates: range(job.start, job.end), lines: job.duties },
        })),
      ),
      ...entries(
        "projects",
        projects.map(({ name, role, start, end, text }) => ({
          ...{ name, detail: role, dates: range(start, end), lines: [text] },
        })),
      ),
      ...entries(
        "education",
        studies.toReversed().map((study) => ({
          ...{ name: study.school, detail: writeDegree(study, isEnglish), lines: [] },
          dates: range(study.start, study.end),
        })),
      ),
    ],
    side: [
      ...list("skills", [person.skills.join(isEnglish ? ", " : "、")]),
      ...list("languages", person.languages),
      ...list("certificates", person.certificates),
    ],
  };
}

function writeFacts(person: Person, statesYears: boolean): Fact[] {
  const { language, phone, email, city, gender, birth } = person;
  if (language === "en")
    return [
      { label: "Phone", value: phone },
      { label: "Email", value: email },
      { label: "Location", value: city },
    ];
  const years = Math.floor(workMonths(person) / 12);
  return [
    { label: "电话", value: phone },
    { label: "邮箱", value: email },
    { label: "现居地", value: city },
    { label: "性别", value: gender === "female" ? "女" : "男" },
    { label: "出生年月", value: writeMonth(birth, "dots", false) },
    ...(statesYears && years > 0 ? [{ label: "工作年限", value: `${years}年` }] : []),
  ];
}

function writeDegree({ level, major }: Study, isEnglish: boolean) {
  if (!isEnglish) return `${major}  ${{ associate: "大专", bachelor: "本科", master: "硕士" }[level]}`;
  return `${{ associate: "Associate Degree", bachelor: "BSc", master: "MSc" }[level]} in ${major}`;
}

function writeRange(start: Month, end: Month | null, look: DateLook, isEnglish: boolean) {
  const last = end === null ? (isEnglish ? "Present" : "至今") : writeMonth(end, look, isEnglish);
  return `${writeMonth(start, look, isEnglish)} - ${last}`;
}

const monthNames = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function writeMonth(month: Month, look: DateLook, isEnglish: boolean) {
  const [year, number] = [Math.floor(month / 12), (month % 12) + 1];
  const digits = String(number).padStart(2, "0");
  if (look === "words") return isEnglish ? `${monthNames[number - 1]} ${year}` : `${year}年${number}月`;
  if (look === "slashes") return isEnglish ? `${digits}/${year}` : `${year}/${digits}`;
  return `${year}.${digits}`;
}
