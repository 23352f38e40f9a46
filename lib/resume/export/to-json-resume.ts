import type { PartialDate, Reading, ResumeProfile } from "@/lib/resume/profile";
import type { ExportRow } from "./export-rows";

/** An array of resumes in the shape of JSON Resume 1.0.0 (jsonresume.org/schema), written one by one. */
export async function* toJsonResumes(parts: AsyncIterable<ExportRow[]>): AsyncGenerator<string> {
  let separator = "[\n";
  for await (const rows of parts) {
    for (const { item, profile } of rows) {
      yield `${separator}${JSON.stringify(toJsonResume(profile, item.fileName))}`;
      separator = ",\n";
    }
  }
  yield separator === "[\n" ? "[]\n" : "\n]\n";
}

/** What was read from a resume as JSON Resume; what the resume does not say is left out. */
export function toJsonResume(profile: ResumeProfile | null, fileName: string) {
  const meta = { canonical: fileName, version: "v1.0.0" };
  if (!profile) return { meta };
  const says = <T>(reading: Reading<T> | null) => reading?.value;
  const { education, work, projects, skills, languages, certificates, links } = profile;
  return {
    $schema: "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
    basics: {
      name: says(profile.name),
      label: says((work.find(({ end }) => end?.value === "present") ?? work[0])?.title ?? null),
      email: profile.emails[0]?.value,
      phone: profile.phones[0]?.value,
      url: links[0]?.value,
      summary: says(profile.summary),
      location: profile.city ? { city: profile.city.value } : undefined,
    },
    work: work.map(({ company, title, location, start, end, description }) => ({
      ...{ name: says(company), position: says(title), location: says(location), summary: says(description) },
      ...period(start, end),
    })),
    education: education.map(({ school, degree, major, start, end }) => ({
      ...{ institution: says(school), area: says(major), studyType: says(degree) },
      ...period(start, end),
    })),
    projects: projects.map(({ name, role, start, end, description }) => ({
      ...{ name: says(name), roles: role ? [role.value] : undefined, description: says(description) },
      ...period(start, end),
    })),
    skills: skills.map(({ name, canonical }) => ({ name: canonical ?? name.value })),
    languages: languages.map(({ name, level }) => ({ language: name.value, fluency: says(level) })),
    certificates: certificates.map(({ value }) => ({ name: value })),
    meta,
  };
}

/** An open end has no date in JSON Resume. */
function period(start: Reading<PartialDate> | null, end: Reading<PartialDate> | null) {
  return { startDate: start?.value, endDate: end?.value === "present" ? undefined : end?.value };
}
