import type { ResumeDocument } from "@/lib/resume/document";
import type {
  DegreeLevel,
  EducationEntry,
  ProjectEntry,
  Reading,
  ResumeProfile,
  WorkEntry,
} from "@/lib/resume/profile";

type Fields = Record<string, string | Record<string, string>[]>;
type ToResumeSdk = { document: ResumeDocument; profile: ResumeProfile; fileName: string };

/** The ResumeSDK `result` of version 0: strings only, and only what was found. */
export function toResumeSdk({ document, profile, fileName }: ToResumeSdk): Fields {
  const isChinese = profile.language !== "en";
  const current = profile.work.find(({ end }) => end?.value === "present");
  const latest = profile.education[0];
  const fields: Record<string, string | null | undefined | Record<string, string | undefined>[]> = {
    name: profile.name?.value,
    gender: profile.gender && genders[isChinese ? "zh" : "en"][profile.gender.value],
    age: text(profile.age),
    birthday: date(profile.birthDate),
    phone: profile.phones[0]?.value,
    email: profile.emails[0]?.value,
    city: profile.city?.value,
    blog: profile.links[0]?.value,
    apply_job: profile.objective?.value,
    expect_job: profile.objective?.value,
    work_year: text(profile.yearsOfWork),
    work_year_norm: text(profile.yearsOfWork),
    work_year_inf: profile.yearsOfWork?.basis === "inferred" ? text(profile.yearsOfWork) : undefined,
    work_position: current?.title?.value,
    work_company: current?.company?.value,
    college: latest?.school?.value,
    major: latest?.major?.value,
    grad_time: date(latest?.end),
    degree: profile.highestDegree && degrees[profile.highestDegree.value],
    languages: profile.languages.map(({ name }) => name.value).join(",") || undefined,
    resume_type: { zh: "0", en: "1", mixed: "4" }[profile.language],
    resume_name: fileName,
    education_objs: profile.education.map(toEducation),
    job_exp_objs: profile.work.map(toJob),
    proj_exp_objs: profile.projects.map(toProject),
    skills_objs: profile.skills.map(({ name }) => ({ skills_name: name.value })),
    lang_objs: profile.languages.map(({ name, level }) => ({
      language_name: name.value,
      language_level: level?.value,
    })),
    all_cert_objs: profile.certificates.map(({ value }) => ({ cert_name: value })),
    raw_text: document.text,
  };
  const found: Fields = {};
  for (const [key, value] of Object.entries(fields)) {
    if (Array.isArray(value)) {
      if (value.length > 0) found[key] = value.map(withoutEmpty);
    } else if (value) found[key] = value;
  }
  return found;
}

const genders = { zh: { male: "男", female: "女" }, en: { male: "male", female: "female" } };

const degrees: Record<DegreeLevel, string> = {
  primary: "小学",
  junior_high: "初中",
  high_school: "高中",
  associate: "大专",
  bachelor: "本科",
  master: "硕士",
  doctor: "博士",
};
/** The array field has a list of its own. */
const normalDegrees: Record<DegreeLevel, string> = { ...degrees, master: "硕士研究生", doctor: "博士研究生" };

function toEducation(entry: EducationEntry) {
  return {
    start_date: date(entry.start),
    end_date: date(entry.end),
    edu_college: entry.school?.value,
    edu_major: entry.major?.value,
    edu_degree: entry.degree?.value,
    edu_degree_norm: entry.degreeLevel ? normalDegrees[entry.degreeLevel.value] : undefined,
    edu_content: entry.description?.value,
  };
}

function toJob(entry: WorkEntry) {
  return {
    start_date: date(entry.start),
    end_date: date(entry.end),
    job_cpy: entry.company?.value,
    job_position: entry.title?.value,
    job_dept: entry.department?.value,
    job_location: entry.location?.value,
    job_nature: entry.isInternship ? "实习" : undefined,
    job_content: entry.description?.value,
  };
}

function toProject(entry: ProjectEntry) {
  return {
    start_date: date(entry.start),
    end_date: date(entry.end),
    proj_name: entry.name?.value,
    proj_position: entry.role?.value,
    proj_content: entry.description?.value,
  };
}

function text(reading: Reading<number> | null) {
  return reading ? String(reading.value) : undefined;
}

/** `2019-07` → `2019.07`; an open end → 至今. */
function date(reading: Reading<string> | null | undefined) {
  if (!reading) return undefined;
  return reading.value === "present" ? "至今" : reading.value.replaceAll("-", ".");
}

function withoutEmpty(row: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).flatMap(([key, value]) => (value ? [[key, value]] : [])));
}
