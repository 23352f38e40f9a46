import { degreeNames } from "@/lib/resume/degree-names";
import type { Reading, ResumeProfile } from "@/lib/resume/profile";
import type { SensitiveFields } from "@/lib/resume/sensitive";

/** A value read, with how sure the parser says it is. */
export type Guess = { value: string; confidence: number } | null;
export type Prediction = {
  scalars: Record<"name" | "email" | "phone" | "gender" | "birthday" | "city" | "degree", Guess>;
  lists: Record<"education" | "work" | "projects", Record<string, Guess>[]>;
  skills: NonNullable<Guess>[];
  languages: NonNullable<Guess>[];
};

type Parsed = { profile: ResumeProfile; sensitive: SensitiveFields };

/** What was read, in the shape of truths. */
export function toPrediction({ profile, sensitive }: Parsed): Prediction {
  return {
    scalars: {
      name: guess(profile.name),
      email: guess(profile.emails[0]),
      phone: guess(profile.phones[0]),
      gender: guess(profile.gender),
      birthday: guess(sensitive.birthDate, date),
      city: guess(profile.city),
      degree: guess(profile.highestDegree, (level) => degreeNames[level]),
    },
    lists: {
      education: profile.education.map((entry) => ({
        school: guess(entry.school),
        degree: guess(entry.degreeLevel, (level) => degreeNames[level]),
        major: guess(entry.major),
        start: guess(entry.start, date),
        end: guess(entry.end, date),
      })),
      work: profile.work.map((entry) => ({
        company: guess(entry.company),
        title: guess(entry.title),
        start: guess(entry.start, date),
        end: guess(entry.end, date),
      })),
      projects: profile.projects.map((entry) => ({ name: guess(entry.name) })),
    },
    skills: profile.skills.flatMap(({ name }) => guess(name) ?? []),
    languages: profile.languages.flatMap(({ name }) => guess(name) ?? []),
  };
}

function guess<T extends string>(
  reading: Reading<T> | null | undefined,
  write: (value: T) => string = (value) => value,
): Guess {
  return reading ? { value: write(reading.value), confidence: reading.confidence } : null;
}

function date(value: string) {
  return value === "present" ? "至今" : value.slice(0, 7).replace("-", ".");
}
