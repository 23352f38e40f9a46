import type { ResumeProfile } from "@/lib/resume/profile";

/** What a complete resume has, and how many of 100 points each part is worth. The weights are ours; the reference names none. */
const parts: [points: number, isThere: (profile: ResumeProfile) => boolean][] = [
  [10, ({ name }) => name !== null],
  [10, ({ phones, emails }) => phones.length + emails.length > 0],
  [5, ({ phones, emails }) => phones.length > 0 && emails.length > 0],
  [5, ({ city, address }) => city !== null || address !== null],
  [3, ({ gender, age }) => gender !== null || age !== null],
  [7, ({ objective, expectation }) => objective !== null || expectation.title !== null],
  [10, ({ education }) => education.some(({ school }) => school !== null)],
  [5, ({ education }) => education.some(({ degree, start, end }) => degree !== null && (start ?? end) !== null)],
  [15, ({ work }) => work.length > 0],
  [10, ({ work }) => work.some(({ description }) => description !== null)],
  [5, ({ projects }) => projects.length > 0],
  [10, ({ skills }) => skills.length > 0],
  [5, ({ languages, certificates }) => languages.length + certificates.length > 0],
];

/** How much of a complete resume is there, 0 to 100. */
export function completeness(profile: ResumeProfile): number {
  return parts.reduce((sum, [points, isThere]) => sum + (isThere(profile) ? points : 0), 0);
}
