import { jobFunctionOf } from "@/lib/resume/parsing/dictionaries/functions";
import { industryOf } from "@/lib/resume/parsing/dictionaries/industries";
import type {
  EducationEntry,
  LanguageEntry,
  ProjectEntry,
  ResumeProfile,
  TrainingEntry,
  WorkEntry,
} from "@/lib/resume/profile";
import { degreeOf } from "./degree";
import type { Group, groupFields } from "./fields";
import { schoolRank, schoolType } from "./school";
import { dateOf, durationText, textOf } from "./values";

type Row<G extends Group> = Partial<Record<(typeof groupFields)[G][number], string | undefined>>;

export function toEducation(entry: EducationEntry): Row<"education_objs"> {
  return {
    start_date: dateOf(entry.start),
    end_date: dateOf(entry.end),
    edu_college: textOf(entry.school),
    edu_college_type: schoolType(entry),
    edu_college_rank: schoolRank(entry),
    edu_college_dept: textOf(entry.faculty),
    edu_major: textOf(entry.major),
    edu_recruit: enrolmentOf(entry),
    edu_gpa: textOf(entry.gpa),
    edu_degree: textOf(entry.degree),
    edu_degree_norm: degreeOf(entry, { isEntry: true }),
    edu_content: textOf(entry.description),
  };
}

/** The reference's words for the kind of enrolment. */
export function enrolmentOf({ enrolment }: EducationEntry): string | undefined {
  const written = enrolment?.value;
  if (!written) return undefined;
  if (/非全日制|在职|part/i.test(written)) return "在职";
  if (/统招|全日制|full/i.test(written)) return "统招";
  if (/自考|自学/.test(written)) return "自考";
  if (/成人|成教|夜大|电大/.test(written)) return "成教";
  return written;
}

export function toJob(entry: WorkEntry, asOf: string): Row<"job_exp_objs"> {
  return {
    ...toActivity(entry, asOf),
    job_pos_type: textOf(entry.jobFunction),
    job_pos_type_p: functionOf(entry),
  };
}

export function toActivity(entry: WorkEntry, asOf: string): Row<"social_exp_objs"> {
  return {
    start_date: dateOf(entry.start),
    end_date: dateOf(entry.end),
    job_cpy: textOf(entry.company),
    job_cpy_nature: textOf(entry.companyNature),
    job_cpy_size: textOf(entry.companySize),
    job_cpy_desc: textOf(entry.companyDescription),
    job_industry: industryNameOf(entry),
    job_position: textOf(entry.title),
    job_dept: textOf(entry.department),
    job_nature: natureOf(entry),
    job_salary: textOf(entry.salary),
    job_staff: textOf(entry.teamSize),
    job_report_to: textOf(entry.reportsTo),
    job_location: textOf(entry.location),
    job_why_leave: textOf(entry.reasonForLeaving),
    job_duration: durationText(entry, asOf),
    job_capacity: textOf(entry.achievements),
    job_content: textOf(entry.description),
  };
}

/** As written, else by the employer's name and what is told of it. */
export function industryNameOf({ industry, company, companyDescription }: WorkEntry): string | undefined {
  return textOf(industry) ?? (company && industryOf(company.value, companyDescription?.value)) ?? undefined;
}

/** The class that the title, and where it says nothing the description, belongs to. */
export function functionOf({ title, description }: WorkEntry): string | undefined {
  return (title && jobFunctionOf(title.value, description?.value)) ?? undefined;
}

export function natureOf({ isInternship, employmentType }: WorkEntry): string | undefined {
  if (isInternship) return "实习";
  const written = employmentType?.value ?? "";
  if (/兼职|part/i.test(written)) return "兼职";
  return /全职|full/i.test(written) ? "全职" : undefined;
}

export function toProject(entry: ProjectEntry): Row<"proj_exp_objs"> {
  return {
    start_date: dateOf(entry.start),
    end_date: dateOf(entry.end),
    proj_name: textOf(entry.name),
    proj_cpy: textOf(entry.company),
    proj_position: textOf(entry.role),
    proj_content: textOf(entry.description),
    proj_resp: textOf(entry.responsibilities),
  };
}

export function toTraining(entry: TrainingEntry): Row<"training_objs"> {
  const course = textOf(entry.course);
  return {
    start_date: dateOf(entry.start),
    end_date: dateOf(entry.end),
    train_org: textOf(entry.organisation),
    train_loc: textOf(entry.location),
    train_cert: textOf(entry.certificate),
    train_cont: [course, textOf(entry.description)].filter(Boolean).join("\n") || undefined,
  };
}

export function toLanguage(entry: LanguageEntry): Row<"lang_objs"> {
  return {
    language_name: entry.name.value,
    language_level: textOf(entry.level),
    language_read_write: textOf(entry.readWrite),
    language_listen_speak: textOf(entry.listenSpeak),
  };
}

/** Language and professional certificates, each name once. */
export function toCertificates({ certificates, languageCertificates }: ResumeProfile): Row<"all_cert_objs">[] {
  const names = [...languageCertificates.map(({ name }) => name.value), ...certificates.map(({ value }) => value)];
  return [...new Set(names)].map((cert_name) => ({ cert_name }));
}
