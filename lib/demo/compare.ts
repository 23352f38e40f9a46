import type { ResumeProfile } from "@/lib/resume/profile";
import type { Truth } from "./truth";

export type Figure = keyof Truth;

/** Which facts of a resume were read as they are. Years stated in the text are whole ones. */
export function compare(profile: ResumeProfile, truth: Truth): Record<Figure, boolean> {
  const [work] = profile.work;
  const years = profile.yearsOfWork;
  const tolerance = years?.basis === "stated" ? 1 : 0.2;
  return {
    name: profile.name?.value === truth.name,
    email: profile.emails[0]?.value === truth.email,
    phone: digits(profile.phones[0]?.value) === digits(truth.phone),
    city: profile.city?.value === truth.city,
    degree: profile.highestDegree?.value === truth.degree,
    years: years !== null && Math.abs(years.value - truth.years) <= tolerance,
    company: work?.company?.value === truth.company,
    title: work?.title?.value === truth.title,
  };
}

function digits(phone = "") {
  return phone.replace(/\D/g, "");
}
