import type { ResumeDocument } from "@/lib/resume/document";
import { siteOfFileName } from "@/lib/resume/parsing/fields/source";
import type { EducationEntry, ResumeProfile, WorkEntry } from "@/lib/resume/profile";
import { degreeLevels } from "@/lib/resume/profile";
import type { SensitiveFields } from "@/lib/resume/sensitive";
import { completeness } from "./completeness";
import { degreeOf } from "./degree";
import {
  enrolmentOf,
  functionOf,
  industryNameOf,
  natureOf,
  toActivity,
  toCertificates,
  toEducation,
  toJob,
  toLanguage,
  toProject,
  toTraining,
} from "./entries";
import { type Group, groupFields, type ResumeSdkResult, type ScalarField, scalarFields } from "./fields";
import { isForeign, placeOf, placesOf } from "./place";
import { resumeType } from "./resume-type";
import { isAbroad, schoolRank, schoolType } from "./school";
import { surnameOf } from "./surname";
import { toTexts } from "./texts";
import { dateOf, salaryBounds, salaryText, textOf } from "./values";

type ToResumeSdk = {
  document: ResumeDocument;
  profile: ResumeProfile;
  sensitive: SensitiveFields;
  fileName: string;
  parsedAt: Date;
  /** 1: every field of the reference, empty when not found. */
  version?: 0 | 1;
  withSocialExperience?: boolean;
  /** A data URI. */
  avatar?: string | null;
};

/** The ResumeSDK `result`: strings only; in version 0 only what was found. */
export function toResumeSdk(parsed: ToResumeSdk): ResumeSdkResult {
  const { profile, version = 0, withSocialExperience = false } = parsed;
  const { asOf } = profile;
  const scalars: Partial<Record<ScalarField, string | undefined>> = {
    ...basicFields(parsed),
    ...contactFields(profile),
    ...expectationFields(profile),
    ...resumeFields(parsed),
    avatar_data: parsed.avatar ?? undefined,
    ...toTexts(parsed.document, profile),
    raw_text: parsed.document.text,
  };
  const groups: Record<Group, Record<string, string | undefined>[]> = {
    education_objs: profile.education.map(toEducation),
    job_exp_objs: profile.work.map((entry) => toJob(entry, asOf)),
    social_exp_objs: withSocialExperience ? profile.activities.map((entry) => toActivity(entry, asOf)) : [],
    proj_exp_objs: profile.projects.map(toProject),
    training_objs: profile.trainings.map(toTraining),
    skills_objs: profile.skills.map(({ name, level, duration }) => ({
      skills_name: name.value,
      skills_level: textOf(level),
      skills_time: textOf(duration),
    })),
    lang_objs: profile.languages.map(toLanguage),
    cert_objs: profile.languageCertificates.map(({ language, name, score }) => ({
      langcert_lang: language,
      langcert_name: name.value,
      langcert_score: textOf(score),
    })),
    all_cert_objs: toCertificates(profile),
  };
  const isFull = version === 1;
  const result: ResumeSdkResult = pick(scalarFields, scalars, isFull);
  for (const group of Object.keys(groupFields) as Group[]) {
    const rows = groups[group].map((row) => pick(groupFields[group], row, isFull));
    if (isFull || rows.length > 0) result[group] = rows;
  }
  return result;
}

/** The named fields in their order, those not found as "" or left out. */
function pick<Name extends string>(
  names: readonly Name[],
  values: Partial<Record<Name, string | undefined>>,
  isFull: boolean,
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name): [string, string][] => {
      const value = values[name];
      return value || isFull ? [[name, value ?? ""]] : [];
    }),
  );
}

function basicFields({ profile, sensitive }: ToResumeSdk): Partial<Record<ScalarField, string | undefined>> {
  const isChinese = profile.language !== "en";
  const job = profile.work.find(({ end }) => end?.value === "present") ?? profile.work[0];
  const schooling = highestEducation(profile.education);
  const pay = salaryBounds(profile.currentSalary);
  return {
    name: textOf(profile.name),
    surname: profile.name ? surnameOf(profile.name.value) : undefined,
    gender: profile.gender ? genders[isChinese ? "zh" : "en"][profile.gender.value] : undefined,
    age: textOf(profile.age),
    height: sensitive.heightCm ? `${sensitive.heightCm.value}cm` : undefined,
    weight: sensitive.weightKg ? `${sensitive.weightKg.value}kg` : undefined,
    marital_status: textOf(sensitive.maritalStatus),
    birthday: dateOf(sensitive.birthDate),
    hukou_address: textOf(sensitive.hukou),
    hukou_address_norm: placeOf(sensitive.hukou),
    hometown_address: textOf(sensitive.hometown),
    hometown_address_norm: placeOf(sensitive.hometown),
    id_card: textOf(sensitive.idCard),
    race: textOf(sensitive.ethnicity),
    nationality: textOf(sensitive.nationality),
    polit_status: textOf(sensitive.politicalStatus),
    blood_type: textOf(sensitive.bloodType),
    star_sign: textOf(sensitive.starSign),
    languages: profile.languages.map(({ name }) => name.value).join(","),
    english_level: textOf(profile.englishLevel),
    computer_level: textOf(profile.computerLevel),
    blog: textOf(profile.links[0]),
    apply_job: desiredTitle(profile),
    apply_cpy: textOf(profile.expectation.company),
    ...yearsOfWork(profile),
    work_position: textOf(job?.title),
    work_company: textOf(job?.company),
    work_industry: job && industryNameOf(job),
    work_pos_type_p: job && functionOf(job),
    work_status: textOf(profile.employmentStatus),
    work_salary: salaryText(profile.currentSalary),
    work_salary_min: pay.min,
    work_salary_max: pay.max,
    work_location: textOf(job?.location),
    work_location_norm: placeOf(job?.location),
    work_job_nature: job ? natureOf(job) : undefined,
    has_oversea_edu: profile.education.some(isAbroad) ? "1" : undefined,
    has_oversea_exp: profile.work.some(({ location }) => isForeign(location)) ? "1" : undefined,
    grad_time: schooling?.end?.value === "present" ? undefined : dateOf(schooling?.end),
    college: textOf(schooling?.school),
    college_type: schoolType(schooling),
    college_rank: schoolRank(schooling),
    college_dept: textOf(schooling?.faculty),
    major: textOf(schooling?.major),
    degree: degreeOf({ degree: schooling?.degree ?? null, degreeLevel: profile.highestDegree }, { isEntry: false }),
    recruit: schooling ? enrolmentOf(schooling) : undefined,
  };
}

const genders = { zh: { male: "男", female: "女" }, en: { male: "male", female: "female" } };

/** The latest entry of the highest level. */
function highestEducation(education: EducationEntry[]): EducationEntry | undefined {
  const rank = ({ degreeLevel }: EducationEntry) => (degreeLevel ? degreeLevels.indexOf(degreeLevel.value) : -1);
  return education.toSorted((a, b) => rank(b) - rank(a))[0];
}

/** A whole paragraph of wishes is no job title. */
function desiredTitle({ expectation, objective }: ResumeProfile): string | undefined {
  const short = objective && objective.value.length <= 30 && !objective.value.includes("\n") ? objective : null;
  return textOf(expectation.title ?? short);
}

function yearsOfWork(profile: ResumeProfile): Partial<Record<ScalarField, string | undefined>> {
  const { yearsOfWork: years, yearsOfWorkText: written, yearsOfWorkInferred: inferred, workStart } = profile;
  const range = /((?<!\d)\d+(?:\.\d)?)\s*[-~–—至到]\s*(\d+)/.exec(written?.value ?? "");
  const isFresh = /应届|在校|fresh/.test(written?.value ?? "");
  const firstStart = firstWorkStart(profile.work);
  return {
    work_year: isFresh ? "应届生" : range ? `${range[1]}~${range[2]}` : textOf(years),
    work_year_norm: textOf(years),
    work_year_inf: inferred ? String(Math.round(inferred.value * 2) / 2) : undefined,
    work_start_time: dateOf(workStart) ?? firstStart,
    work_start_time_inf: firstStart,
  };
}

function firstWorkStart(work: WorkEntry[]): string | undefined {
  const starts = work.filter(({ isInternship }) => !isInternship).flatMap(({ start }) => start ?? []);
  return dateOf(starts.toSorted((a, b) => a.value.localeCompare(b.value))[0]);
}

function contactFields(profile: ResumeProfile): Partial<Record<ScalarField, string | undefined>> {
  return {
    email: textOf(profile.emails[0]),
    phone: textOf(profile.phones[0]),
    virtual_phone: textOf(profile.relayPhone),
    virtual_phone_time: textOf(profile.relayPhoneUntil),
    qq: textOf(profile.qq),
    weixin: textOf(profile.wechat),
    postal_code: textOf(profile.postalCode),
    city: textOf(profile.city),
    city_norm: placeOf(profile.city),
    living_address_norm: placeOf(profile.address ?? profile.city),
    living_address: textOf(profile.address ?? profile.city),
  };
}

function expectationFields(profile: ResumeProfile): Partial<Record<ScalarField, string | undefined>> {
  const { expectation } = profile;
  const pay = salaryBounds(expectation.salary);
  return {
    expect_job: desiredTitle(profile),
    expect_cpy: textOf(expectation.company),
    expect_salary: salaryText(expectation.salary) ?? (expectation.isSalaryNegotiable ? "面议" : undefined),
    expect_salary_min: pay.min,
    expect_salary_max: pay.max,
    expect_industry: textOf(expectation.industry),
    expect_time: textOf(expectation.availability),
    expect_jnature: textOf(expectation.employmentType),
    expect_jstatus: textOf(profile.employmentStatus),
    expect_jlocation: textOf(expectation.locations),
    expect_jlocation_norm: placesOf(expectation.locations),
  };
}

function resumeFields({
  document,
  profile,
  fileName,
  parsedAt,
}: ToResumeSdk): Partial<Record<ScalarField, string | undefined>> {
  return {
    resume_type: resumeType(document.text),
    resume_source: textOf(profile.source.site) ?? siteOfFileName(fileName) ?? undefined,
    resume_id: textOf(profile.source.id),
    resume_name: fileName,
    resume_parse_time: parseTime(parsedAt),
    resume_update_time: dateOf(profile.source.updatedAt),
    resume_integrity: String(completeness(profile)),
  };
}

/** `YYYY-MM-DD HH-MM-SS` in China's time, as the reference's service writes it. */
function parseTime(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace("T", " ").replaceAll(":", "-");
}
