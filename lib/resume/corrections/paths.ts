// Safe in the browser, and without zod: the page asks it for every field.

/** How a value is written down and checked. */
export type CorrectionKind = "text" | "phone" | "email" | "years" | "age" | "date" | "degree" | "gender";

const period = { start: "date", end: "date" } as const;
const texts = (...keys: string[]) => Object.fromEntries(keys.map((key) => [key, "text" as const]));

const fields: Record<string, CorrectionKind> = {
  ...texts("name", "city", "wechat", "qq", "address", "postalCode", "objective", "employmentStatus", "englishLevel"),
  ...texts("computerLevel"),
  ...texts("expectation.title", "expectation.company", "expectation.industry", "expectation.employmentType"),
  ...texts("expectation.locations", "expectation.availability"),
  gender: "gender",
  age: "age",
  highestDegree: "degree",
  yearsOfWork: "years",
  workStart: "date",
};

const lists: Record<string, CorrectionKind> = {
  phones: "phone",
  emails: "email",
  ...texts("links", "certificates"),
};

const job = {
  ...texts("company", "title", "department", "location", "employmentType", "companyNature", "companySize", "industry"),
  ...texts("jobFunction", "salary", "teamSize", "reportsTo", "reasonForLeaving"),
  ...period,
};

const entries: Record<string, Record<string, CorrectionKind>> = {
  education: { ...texts("school", "degree", "major", "faculty", "gpa", "enrolment"), ...period },
  work: job,
  activities: job,
  projects: { ...texts("name", "role", "company"), ...period },
  trainings: { ...texts("organisation", "course", "location", "certificate"), ...period },
  skills: texts("name", "level", "duration"),
  languages: texts("name", "level", "readWrite", "listenSpeak"),
  languageCertificates: texts("name", "score"),
};

/** What tells an entry from its neighbours when the resume is read again. */
export const entryMarks: Record<string, readonly string[]> = {
  education: ["school", "degree", "major", "start", "end"],
  work: ["company", "title", "start", "end"],
  activities: ["company", "title", "start", "end"],
  projects: ["name", "role", "start", "end"],
  trainings: ["organisation", "course", "start", "end"],
  skills: ["name"],
  languages: ["name"],
  languageCertificates: ["name"],
};

export type CorrectionPath =
  | { shape: "field"; kind: CorrectionKind; keys: string[] }
  | { shape: "item"; kind: CorrectionKind; list: string; index: number }
  | { shape: "entry"; kind: CorrectionKind; list: string; index: number; field: string };

/** `name`, `expectation.title`, `phones.0`, `education.1.school`; null for what is no field to correct. */
export function readPath(path: string): CorrectionPath | null {
  const kind = ownValue(fields, path);
  if (kind) return { shape: "field", kind, keys: path.split(".") };
  const [, list = "", digits = "", , field] = /^([a-zA-Z]{1,30})\.(\d{1,3})(\.([a-zA-Z]{1,30}))?$/.exec(path) ?? [];
  const index = Number(digits);
  if (field === undefined) {
    const itemKind = ownValue(lists, list);
    return itemKind ? { shape: "item", kind: itemKind, list, index } : null;
  }
  const entryKind = ownValue(ownValue(entries, list) ?? {}, field);
  return entryKind ? { shape: "entry", kind: entryKind, list, index, field } : null;
}

/** The value as it is kept, or null when it is none of its kind. */
export function readValue(kind: CorrectionKind, written: string): string | null {
  const text = written.normalize("NFC").replace(/\s+/g, " ").trim();
  if (text === "" || text.length > longestValue) return null;
  if (kind === "date") return readDate(text);
  return shapes[kind].test(text) ? text : null;
}

export const longestValue = 300;

const shapes: Record<Exclude<CorrectionKind, "date">, RegExp> = {
  text: /./,
  phone: /^(?=(?:\D*\d){5,20}\D*$)[\d\s()+./ext-]+$/i,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  years: /^(?:[0-6]?\d(?:\.\d)?|70)$/,
  age: /^(?:1[4-9]|[2-9]\d)$/,
  degree: /^(?:primary|junior_high|high_school|associate|bachelor|master|doctor)$/,
  gender: /^(?:male|female)$/,
};

/** 2019, 2019-07, 2019.7, 2019年7月, 至今. */
function readDate(text: string): string | null {
  if (/^(?:present|now|至今|现在|目前)$/i.test(text)) return "present";
  const [, year, month, day] =
    /^((?:19|20)\d{2})(?:\s*[-./年]\s*(\d{1,2})(?:\s*[-./月]\s*(\d{1,2})\s*日?|\s*月)?|\s*年)?$/.exec(text) ?? [null];
  if (!year || Number(month ?? 1) < 1 || Number(month ?? 1) > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > 31)
    return null;
  return [year, ...[month, day].flatMap((part) => (part ? [part.padStart(2, "0")] : []))].join("-");
}

function ownValue<T>(table: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
