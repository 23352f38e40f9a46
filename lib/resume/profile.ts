import { z } from "zod";

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
 * inferred value names every place it was inferred from. `confidence` is a share from 0 to 1.
 */
function reading<T extends z.ZodType>(value: T) {
  return z.object({
    value,
    spans: z.array(textSpan).min(1),
    confidence: z.number().min(0).max(1),
    basis: z.enum(["stated", "inferred"]),
  });
}
export type Reading<T> = { value: T; spans: TextSpan[]; confidence: number; basis: "stated" | "inferred" };

const textReading = reading(z.string().min(1));
const dateReading = reading(partialDate);

/** Lowest to highest; the order is the comparison order. */
export const degreeLevels = [
  "primary",
  "junior_high",
  "high_school",
  "associate",
  "bachelor",
  "master",
  "doctor",
] as const;
export const degreeLevel = z.enum(degreeLevels);
export type DegreeLevel = z.infer<typeof degreeLevel>;

export const educationEntry = z.object({
  school: textReading.nullable(),
  /** As written: 工学学士, B.Sc. */
  degree: textReading.nullable(),
  degreeLevel: reading(degreeLevel).nullable(),
  major: textReading.nullable(),
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
  start: dateReading.nullable(),
  end: dateReading.nullable(),
  description: textReading.nullable(),
  span: textSpan,
});
export type WorkEntry = z.infer<typeof workEntry>;

export const projectEntry = z.object({
  name: textReading.nullable(),
  role: textReading.nullable(),
  start: dateReading.nullable(),
  end: dateReading.nullable(),
  description: textReading.nullable(),
  span: textSpan,
});
export type ProjectEntry = z.infer<typeof projectEntry>;

export const skillEntry = z.object({
  /** As written in the resume. */
  name: textReading,
  /** The dictionary's name (K8s → Kubernetes); null when the dictionary does not know the skill. */
  canonical: z.string().nullable(),
});
export type SkillEntry = z.infer<typeof skillEntry>;

export const languageEntry = z.object({ name: textReading, level: textReading.nullable() });
export type LanguageEntry = z.infer<typeof languageEntry>;

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

/**
 * What was read from one resume. A field the resume does not state is null or an empty list, never a
 * guess. Everything is relative to `asOf`, so that parsing the same file later gives the same profile.
 */
export const resumeProfile = z.object({
  /** ISO date that "present" and ages are counted to. */
  asOf: z.iso.date(),
  language: z.enum(["zh", "en", "mixed"]),
  name: textReading.nullable(),
  gender: reading(z.enum(["male", "female"])).nullable(),
  birthDate: dateReading.nullable(),
  age: reading(z.int().min(14).max(99)).nullable(),
  phones: z.array(textReading),
  emails: z.array(textReading),
  links: z.array(textReading),
  city: textReading.nullable(),
  objective: textReading.nullable(),
  summary: textReading.nullable(),
  highestDegree: reading(degreeLevel).nullable(),
  /** Years, one decimal; internships and overlaps are not counted when inferred. */
  yearsOfWork: reading(z.number().min(0).max(70)).nullable(),
  education: z.array(educationEntry),
  work: z.array(workEntry),
  projects: z.array(projectEntry),
  skills: z.array(skillEntry),
  languages: z.array(languageEntry),
  certificates: z.array(textReading),
  sections: z.array(resumeSection),
});
export type ResumeProfile = z.infer<typeof resumeProfile>;
