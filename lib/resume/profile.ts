import { z } from "zod";
import { degreeLevels } from "./kinds";

/** Half-open character range `[start, end)` in the resume's extracted text, counted in UTF-16 units. */
export const textSpan = z.object({ start: z.int().nonnegative(), end: z.int().positive() });
export type TextSpan = z.infer<typeof textSpan>;

/**
 * Year, year and month, or full date in ISO order: `2019`, `2019-07`, `2019-07-01`; `present` for an
 * open end (至今).
 */
export const partialDate = z.string().regex(/^(\d{4}(-\d{2}(-\d{2})?)?|present)$/);
export type PartialDate = z.infer<typeof partialDate>;

/**
 * A value and where it stands. `spans` are the places in the text that show it, the best first; an
 * inferred value names every place it was inferred from. `confidence` is a share from 0 to 1. A value that a person
 * corrected stands nowhere in the text: its spans show what was read in its place, if anything was. One that a model
 * found, which is named then, stands at its spans. A name inferred from the file's own stands nowhere either.
 */
export function reading<T extends z.ZodType>(value: T) {
  return z.object({
    value,
    spans: z.array(textSpan),
    confidence: z.number().min(0).max(1),
    basis: z.enum(["stated", "inferred", "corrected", "model"]),
    model: z.string().optional(),
  });
}
export type Reading<T> = {
  value: T;
  spans: TextSpan[];
  confidence: number;
  basis: "stated" | "inferred" | "corrected" | "model";
  model?: string;
};

const textReading = reading(z.string().min(1));
const dateReading = reading(partialDate);

/** Numbers as written, in yuan where no currency is named; `max` is null for "from 20k". Months: see `monthlySalary`. */
export const salary = z.object({
  min: z.number().nonnegative(),
  max: z.number().nonnegative().nullable(),
  period: z.enum(["month", "year"]),
});
export type Salary = z.infer<typeof salary>;

/** Fields that profiles stored by an earlier parser lack read as not stated. */
const text = textReading.nullable().default(null);
const date = dateReading.nullable().default(null);
const pay = reading(salary).nullable().default(null);

export { degreeLevels };
export const degreeLevel = z.enum(degreeLevels);
export type DegreeLevel = z.infer<typeof degreeLevel>;

export const educationEntry = z.object({
  school: textReading.nullable(),
  /** As written: 工学学士, B.Sc. */
  degree: textReading.nullable(),
  degreeLevel: reading(degreeLevel).nullable(),
  major: textReading.nullable(),
  /** Faculty or department: 计算机学院. */
  faculty: text,
  gpa: text,
  /** Kind of enrolment as written: 统招, 自考, 全日制 … */
  enrolment: text,
  start: dateReading.nullable(),
  end: dateReading.nullable(),
  description: textReading.nullable(),
  span: textSpan,
});
export type EducationEntry = z.infer<typeof educationEntry>;

export const workEntry = z.object({
  company: textReading.nullable(),
  title: textReading.nullable(),
  department: textReading.nullable(),
  location: textReading.nullable(),
  isInternship: z.boolean(),
  /** 全职, 兼职 …, part-time, as written. */
  employmentType: text,
  companyNature: text,
  companySize: text,
  companyDescription: text,
  industry: text,
  /** Job function as a recruiting site wrote it: 软件工程师. */
  jobFunction: text,
  salary: text,
  teamSize: text,
  reportsTo: text,
  reasonForLeaving: text,
  achievements: text,
  start: dateReading.nullable(),
  end: dateReading.nullable(),
  description: textReading.nullable(),
  span: textSpan,
});
export type WorkEntry = z.infer<typeof workEntry>;

export const projectEntry = z.object({
  name: textReading.nullable(),
  role: textReading.nullable(),
  company: text,
  responsibilities: text,
  start: dateReading.nullable(),
  end: dateReading.nullable(),
  description: textReading.nullable(),
  span: textSpan,
});
export type ProjectEntry = z.infer<typeof projectEntry>;

export const trainingEntry = z.object({
  organisation: textReading.nullable(),
  course: textReading.nullable(),
  location: textReading.nullable(),
  certificate: textReading.nullable(),
  start: dateReading.nullable(),
  end: dateReading.nullable(),
  description: textReading.nullable(),
  span: textSpan,
});
export type TrainingEntry = z.infer<typeof trainingEntry>;

export const skillEntry = z.object({
  /** As written in the resume. */
  name: textReading,
  /** The dictionary's name (K8s → Kubernetes); null when the dictionary does not know the skill. */
  canonical: z.string().nullable(),
  /** 精通, 熟悉, proficient … as written. */
  level: text,
  /** How long it was used: "3年", "36 months". */
  duration: text,
});
export type SkillEntry = z.infer<typeof skillEntry>;

export const languageEntry = z.object({
  name: textReading,
  level: textReading.nullable(),
  readWrite: text,
  listenSpeak: text,
});
export type LanguageEntry = z.infer<typeof languageEntry>;

export const languageCertificate = z.object({
  /** In Chinese: 英语, 日语 … */
  language: z.string(),
  name: textReading,
  score: textReading.nullable(),
});
export type LanguageCertificate = z.infer<typeof languageCertificate>;

/** What the person looks for. */
export const expectation = z.object({
  title: text,
  company: text,
  industry: text,
  salary: pay,
  isSalaryNegotiable: z.boolean().default(false),
  employmentType: text,
  locations: text,
  availability: text,
});
export type Expectation = z.infer<typeof expectation>;

export const sectionKinds = [
  "header",
  "objective",
  "summary",
  "education",
  "work",
  "internship",
  "projects",
  "skills",
  "languages",
  "certificates",
  "awards",
  "training",
  "courses",
  "research",
  "publications",
  "campus",
  "volunteering",
  "hobbies",
  "references",
  "other",
] as const;
export const resumeSection = z.object({
  kind: z.enum(sectionKinds),
  /** The heading line; null for the part above the first heading. */
  heading: textSpan.nullable(),
  span: textSpan,
});
export type ResumeSection = z.infer<typeof resumeSection>;

/** What a model found where the rules were not sure. It stands at its span, word for word but for dates. */
export const filledValue = z.object({ path: z.string(), value: z.string(), span: textSpan, model: z.string() });
export type FilledValue = z.infer<typeof filledValue>;

/**
 * What was read from one resume. A field the resume does not state is null or an empty list, never a
 * guess. Everything is relative to `asOf`, so that parsing the same file later gives the same profile.
 */
export const resumeProfile = z.object({
  /** ISO date that "present" and ages are counted to. */
  asOf: z.iso.date(),
  language: z.enum(["zh", "en", "mixed"]),
  name: textReading.nullable(),
  /** Name or address of somebody else whose resume seems to stand in the same file. */
  secondPerson: text,
  gender: reading(z.enum(["male", "female"])).nullable(),
  age: reading(z.int().min(14).max(99)).nullable(),
  phones: z.array(textReading),
  emails: z.array(textReading),
  links: z.array(textReading),
  wechat: text,
  qq: text,
  /** Street address where the person lives, as written. */
  address: text,
  postalCode: text,
  /** A recruiting site's number that forwards calls for a while, and until when. */
  relayPhone: text,
  relayPhoneUntil: text,
  city: textReading.nullable(),
  expectation: expectation.prefault({}),
  /** 在职, 离职 … as written. */
  employmentStatus: text,
  currentSalary: pay,
  /** When working life began, where the resume says so. */
  workStart: date,
  objective: textReading.nullable(),
  summary: textReading.nullable(),
  highestDegree: reading(degreeLevel).nullable(),
  /** Years, one decimal; internships and overlaps are not counted when inferred. */
  yearsOfWork: reading(z.number().min(0).max(70)).nullable(),
  /** The words behind stated years: "10-15年", 应届生; null when the years are inferred. */
  yearsOfWorkText: text,
  /** From the dated jobs alone, whatever is stated; internships and overlaps not counted. */
  yearsOfWorkInferred: reading(z.number().min(0).max(70)).nullable().default(null),
  education: z.array(educationEntry),
  work: z.array(workEntry),
  projects: z.array(projectEntry),
  /** Societies, volunteering and other activities, in the shape of jobs. */
  activities: z.array(workEntry).default([]),
  trainings: z.array(trainingEntry).default([]),
  skills: z.array(skillEntry),
  languages: z.array(languageEntry),
  languageCertificates: z.array(languageCertificate).default([]),
  englishLevel: text,
  computerLevel: text,
  certificates: z.array(textReading),
  /** The recruiting site a resume was exported from, its number there, and when it was last changed. */
  source: z.object({ site: text, id: text, updatedAt: date }).prefault({}),
  sections: z.array(resumeSection),
  /** Where the sensitive fields stand in the text; what they say is in the vault. Searches and screenings pass over it. */
  sensitivePlaces: z.array(textSpan).default([]),
  /** Beside what the rules read; laid over it with the corrections. */
  filled: z.array(filledValue).default([]),
});
export type ResumeProfile = z.infer<typeof resumeProfile>;
