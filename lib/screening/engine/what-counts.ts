import { degreeLevels, type Reading, type ResumeProfile, type TextSpan } from "@/lib/resume/profile";

/** The profile without what was read from text that does not count: a degree claimed in words to a machine is none. */
export function whatCounts(profile: ResumeProfile, counts: (span: TextSpan) => boolean): ResumeProfile {
  const isKept = (reading: Reading<unknown>) => reading.spans.every(counts);
  const kept = <T extends Reading<unknown>>(reading: T | null): T | null =>
    reading && isKept(reading) ? reading : null;
  const education = profile.education.map((entry) => ({
    ...entry,
    school: kept(entry.school),
    degree: kept(entry.degree),
    degreeLevel: kept(entry.degreeLevel),
    major: kept(entry.major),
  }));
  const levels = education.flatMap(({ degreeLevel }) => degreeLevel ?? []);
  const highest = levels.toSorted((a, b) => degreeLevels.indexOf(b.value) - degreeLevels.indexOf(a.value))[0] ?? null;
  return {
    ...profile,
    education,
    highestDegree: kept(profile.highestDegree) ?? highest,
    yearsOfWork: kept(profile.yearsOfWork),
    work: profile.work.map((entry) => ({ ...entry, company: kept(entry.company), title: kept(entry.title) })),
    skills: profile.skills.filter(({ name }) => isKept(name)),
    languages: profile.languages.filter(({ name }) => isKept(name)),
    certificates: profile.certificates.filter(isKept),
  };
}
