import type { Reading, ResumeProfile } from "@/lib/resume/profile";

export const comparedKeys = [
  "name",
  "phone",
  "email",
  "city",
  "degree",
  "years_of_work",
  "work",
  "education",
  "projects",
  "skills",
  "languages",
  "certificates",
] as const;
export type ComparedKey = (typeof comparedKeys)[number];
/** What each says; a line that both have stands in both, in the order of each. */
export type ComparedRow = { key: ComparedKey; one: string[]; other: string[]; isSame: boolean };

/** Two resumes field by field. Case, width and spaces make no difference; rows that neither has are left out. */
export function compareProfiles(one: ResumeProfile, other: ResumeProfile): ComparedRow[] {
  const [a, b] = [linesOf(one), linesOf(other)];
  return comparedKeys.flatMap((key) => {
    const row = { key, one: a[key], other: b[key] };
    if (row.one.length + row.other.length === 0) return [];
    const isSame = row.one.every((line) => has(row.other, line)) && row.other.every((line) => has(row.one, line));
    return [{ ...row, isSame }];
  });
}

export function has(lines: readonly string[], line: string): boolean {
  return lines.some((candidate) => plain(candidate) === plain(line));
}

function linesOf(profile: ResumeProfile): Record<ComparedKey, string[]> {
  const { name, phones, emails, city, highestDegree, yearsOfWork } = profile;
  const entry = (start: Text, end: Text, ...texts: Text[]) => {
    const period = [start, end].flatMap((date) => (date ? [date.value.replaceAll("-", ".")] : [])).join("–");
    const said = texts.flatMap((text) => (text ? [text.value] : [])).join(" · ");
    return [said, period].filter(Boolean).join("  ");
  };
  const values = (...readings: (Reading<string | number> | null)[]) =>
    readings.flatMap((reading) => (reading ? [String(reading.value)] : []));
  return {
    name: values(name),
    phone: values(...phones),
    email: values(...emails),
    city: values(city),
    degree: values(highestDegree),
    years_of_work: values(yearsOfWork),
    work: profile.work.map(({ start, end, title, company }) => entry(start, end, title, company)).filter(Boolean),
    education: profile.education
      .map(({ start, end, school, degree, major }) => entry(start, end, school, degree, major))
      .filter(Boolean),
    projects: profile.projects
      .map(({ start, end, name: title, role }) => entry(start, end, title, role))
      .filter(Boolean),
    skills: [...new Set(profile.skills.map(({ canonical, name: skill }) => canonical ?? skill.value))],
    languages: profile.languages.map(({ name: language, level }) => entry(null, null, language, level)),
    certificates: values(...profile.certificates),
  };
}

type Text = Reading<string> | null;

function plain(text: string) {
  return text.normalize("NFKC").replace(/\s/g, "").toLowerCase();
}
