import type { ResumeProfile } from "../../profile";
import { hash32 } from "./hash";

/** What tells that two resumes are one person's: e-mail addresses, and phone numbers by their last eight digits. */
export function personMarks({ emails, phones }: Pick<ResumeProfile, "emails" | "phones">): string[] {
  const numbers = phones.map(({ value }) => value.replace(/\D/g, "")).filter((digits) => digits.length >= 8);
  return [
    ...new Set([
      ...emails.map(({ value }) => `email:${value.trim().toLowerCase()}`),
      ...numbers.map((digits) => `phone:${digits.slice(-8)}`),
    ]),
  ];
}

export function personKeys(profile: Pick<ResumeProfile, "emails" | "phones">): number[] {
  return personMarks(profile).map((mark) => hash32(mark));
}
