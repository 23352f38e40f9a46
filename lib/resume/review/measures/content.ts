import type { ResumeProfile } from "@/lib/resume/profile";
import type { Engagement } from "../read-engagements";
import type { Measure } from "../schema";
import { lengthOf } from "../statements";
import { give, shareOf } from "./counting";

const dimension = "content";
/** In Chinese characters: too little to judge below the first, enough from the second, too much past the third. */
const lengths = { least: 150, enough: 500, most: 6000 };

/** Whether what a reader needs is there at all. */
export function measureContent(text: string, profile: ResumeProfile, engagements: Engagement[]): Measure[] {
  const { name, phones, emails, education, work, projects } = profile;
  const contacts = { name: name !== null, phone: phones.length > 0, email: emails.length > 0 };
  const [study] = education;
  const studies = { school: study?.school, major: study?.major, studies: study?.degree ?? study?.degreeLevel };
  const length = lengthOf(text);
  const entries = [
    ...work.map(({ company, title }) => company !== null && title !== null),
    ...projects.map((project) => project.name !== null),
  ];
  const told = engagements.some(({ statements }) => statements.length > 0);
  return [
    give(dimension, "contact", 3, {
      share: Object.values(contacts).filter(Boolean).length / 3,
      values: absent(contacts),
      spans: [name, phones[0], emails[0]].flatMap((one) => one?.spans.slice(0, 1) ?? []),
    }),
    give(dimension, "education", 4, {
      share: Object.values(studies).filter(Boolean).length / 3,
      values: absent(studies),
      spans: education.slice(0, 1).map(({ span }) => span),
    }),
    give(dimension, "experience", 4, {
      // Work that was found but not taken apart is there; only that much is known.
      share: entries.length > 0 ? shareOf(entries.filter(Boolean).length, entries.length) : told ? 0.5 : 0,
      values: { count: entries.filter(Boolean).length, total: entries.length },
      spans: work.map(({ span }) => span),
    }),
    give(dimension, "length", 4, {
      share: length > lengths.most ? 0.5 : (length - lengths.least) / (lengths.enough - lengths.least),
      values: { length, ...(length > lengths.most ? { most: lengths.most } : { enough: lengths.enough }) },
    }),
  ];
}

function absent(parts: Record<string, unknown>): Measure["values"] {
  const keys = Object.entries(parts).flatMap(([key, value]) => (value ? [] : [key]));
  return keys.length > 0 ? { absent: keys.join(" ") } : {};
}
