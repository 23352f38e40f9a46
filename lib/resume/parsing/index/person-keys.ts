import type { ResumeProfile } from "../../profile";
import { hash32 } from "./hash";

type Person = Pick<ResumeProfile, "emails" | "phones"> & Partial<Pick<ResumeProfile, "name" | "work" | "education">>;

/**
 * What tells that two resumes are one person's: e-mail addresses, phone numbers by their last eight digits, and a name
 * together with an employer or a school.
 */
export function personMarks({ emails, phones, name, work = [], education = [] }: Person): string[] {
  const numbers = phones.map(({ value }) => value.replace(/\D/g, "")).filter((digits) => digits.length >= 8);
  const named = (kind: string, place: string | undefined) =>
    name && place ? [`${kind}:${plain(name.value)}|${plain(place)}`] : [];
  return [
    ...new Set([
      ...emails.map(({ value }) => `email:${value.trim().toLowerCase()}`),
      ...numbers.map((digits) => `phone:${digits.slice(-8)}`),
      ...work.flatMap(({ company }) => named("employer", company?.value)),
      ...education.flatMap(({ school }) => named("school", school?.value)),
    ]),
  ];
}

export function personKeys(person: Person): number[] {
  return personMarks(person).map((mark) => hash32(mark));
}

function plain(text: string) {
  return text.normalize("NFKC").replace(/\s/g, "").toLowerCase();
}
