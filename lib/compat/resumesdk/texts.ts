import type { ResumeDocument } from "@/lib/resume/document";
import type { ResumeProfile, ResumeSection } from "@/lib/resume/profile";
import type { ScalarField } from "./fields";

type TextField = Extract<ScalarField, `cont_${string}`>;

const kinds: Partial<Record<ResumeSection["kind"], TextField>> = {
  header: "cont_basic_info",
  objective: "cont_expect_job",
  education: "cont_education",
  work: "cont_job_exp",
  projects: "cont_proj_exp",
  internship: "cont_internship",
  volunteering: "cont_social_exp",
  campus: "cont_campus_exp",
  skills: "cont_job_skill",
  summary: "cont_my_desc",
  hobbies: "cont_hobby",
  languages: "cont_language",
  certificates: "cont_certificate",
  awards: "cont_award",
  training: "cont_training",
  courses: "cont_course",
  research: "cont_research",
  publications: "cont_research",
  references: "cont_extra_info",
  other: "cont_extra_info",
};
/** Sections that our kinds hold together and the reference keeps apart, by their headings. */
const byHeading: [pattern: RegExp, field: TextField][] = [
  [/作品|portfolio/i, "cont_my_project"],
  [/求职信|自荐|cover letter/i, "cont_cover_letter"],
];

/** The resume's own words, cut into the reference's blocks; sections of one kind stand behind each other. */
export function toTexts({ text }: ResumeDocument, { sections }: ResumeProfile): Partial<Record<TextField, string>> {
  const blocks: Partial<Record<TextField, string>> = {};
  for (const { kind, heading, span } of sections) {
    const title = heading ? text.slice(heading.start, heading.end) : "";
    const field = byHeading.find(([pattern]) => pattern.test(title))?.[1] ?? kinds[kind];
    const body = text.slice(heading?.end ?? span.start, span.end).trim();
    if (field && body) blocks[field] = [blocks[field], body].filter(Boolean).join("\n");
  }
  return blocks;
}
