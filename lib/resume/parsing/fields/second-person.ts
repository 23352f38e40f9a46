import type { Reading } from "../../profile";
import { type Piece, read } from "../piece";
import type { Section } from "../sections";

const nameLabel =
  /(?<=^|[\s|｜])(?:姓\s*名|full name|name)\s*[:：]\s*(\p{Script=Han}{2,4}|\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}.'-]+){1,2})(?=$|[\s|｜,，;；])/giu;

type FindSecondPerson = { text: string; sections: Section[]; name: Reading<string> | null; emails: Reading<string>[] };

/**
 * Whether the file holds the resumes of two people: a second name behind its label, or another e-mail address, with
 * education or work both before it (after the first one) and behind it. Referees have neither.
 */
export function findSecondPerson({ text, sections, name, emails }: FindSecondPerson): Reading<string> | null {
  const second = otherName(text, name) ?? otherEmail(emails);
  if (!second) return null;
  const stories = sections.filter(({ kind }) => kind === "work" || kind === "education" || kind === "internship");
  const starts = stories.flatMap(({ heading }) => heading?.start ?? []);
  const first = name?.spans[0]?.start ?? 0;
  const between = starts.some((start) => start > first && start < second.start);
  const behind = starts.some((start) => start > second.start);
  return between && behind ? read(second.text, second, { confidence: 0.8 }) : null;
}

function otherName(text: string, name: Reading<string> | null): Piece | null {
  const own = fold(name?.value ?? "");
  for (const match of text.matchAll(nameLabel)) {
    const value = match[1] ?? "";
    const start = match.index + match[0].length - value.length;
    if (own !== "" && fold(value) !== own) return { text: value, start, end: start + value.length };
  }
  return null;
}

/** In the order of the text: the second person's stands behind the first one's. */
function otherEmail(emails: Reading<string>[]): Piece | null {
  const places = emails
    .flatMap(({ value, spans }) => spans.map((span) => ({ text: value, ...span })))
    .toSorted((a, b) => a.start - b.start);
  const [first] = places;
  return places.find(({ text }) => text.toLowerCase() !== first?.text.toLowerCase()) ?? null;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/\s/g, "");
}
