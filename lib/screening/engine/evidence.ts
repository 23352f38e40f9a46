import { findSkills } from "@/lib/resume/parsing/skills";
import type { Reading, ResumeProfile, TextSpan } from "@/lib/resume/profile";
import type { Quote } from "@/lib/screening/schema";

const longestQuote = 160;
/** What someone wishes for or does for fun shows nothing they have done. */
const notEvidence = new Set(["objective", "hobbies", "references"]);

export type Sentence = TextSpan & { folded: string };

/** A resume prepared for looking things up in it; made once per screening. */
export type Evidence = {
  text: string;
  profile: ResumeProfile;
  sentences: readonly Sentence[];
  /** Places of each dictionary skill, in reading order. */
  skillPlaces: ReadonlyMap<string, readonly TextSpan[]>;
  /** The line or sentence around a place, verbatim. */
  quoteAround: (span: TextSpan) => Quote;
  /** The places of a word or phrase, whatever its case and width; whole words where the script has words. */
  findTerm: (term: string) => TextSpan[];
};

export function prepareEvidence({ text, profile }: { text: string; profile: ResumeProfile }): Evidence {
  const barred = profile.sections.filter(({ kind }) => notEvidence.has(kind)).map(({ span }) => span);
  const counts = ({ start }: TextSpan) => !barred.some((span) => start >= span.start && start < span.end);
  const folded = fold(text);

  const skillPlaces = new Map<string, TextSpan[]>();
  const addSkill = (canonical: string, span: TextSpan) => {
    const places = skillPlaces.get(canonical);
    if (!places) skillPlaces.set(canonical, [span]);
    else if (!places.some(({ start }) => start === span.start)) places.push(span);
  };
  for (const { canonical, start, end } of findSkills(text))
    if (counts({ start, end })) addSkill(canonical, { start, end });
  for (const { canonical, name } of profile.skills) {
    if (canonical) for (const span of name.spans) addSkill(canonical, span);
  }

  return {
    text,
    profile,
    skillPlaces,
    sentences: splitSentences(text)
      .filter(counts)
      .map((span) => ({ ...span, folded: folded.slice(span.start, span.end) })),
    quoteAround: (span) => quoteAround(text, span),
    findTerm: (term) => findTerm(folded, fold(term)).filter(counts),
  };
}

/** Keeps every position: each character becomes exactly one. */
export function fold(text: string): string {
  return text.toLowerCase().length === text.length
    ? text
        .toLowerCase()
        .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0).toLowerCase())
    : text;
}

export function quoteOf(text: string, { start, end }: TextSpan): Quote {
  return { start, end, text: text.slice(start, end) };
}

/** The first places of some readings as quotes, without repeats. */
export function quotesOf(text: string, readings: (Reading<unknown> | null | undefined)[]): Quote[] {
  const spans = readings.flatMap((reading) => reading?.spans[0] ?? []);
  return uniqueQuotes(spans.map((span) => quoteOf(text, span)));
}

export function uniqueQuotes(quotes: Quote[], most = 3): Quote[] {
  const seen = new Set<string>();
  return quotes
    .filter(({ start, end, text }) => {
      const key = `${start}-${end}`;
      return text.trim() !== "" && !seen.has(key) && seen.add(key);
    })
    .slice(0, most);
}

function findTerm(text: string, term: string): TextSpan[] {
  const places: TextSpan[] = [];
  if (term.length < 2) return places;
  for (let start = text.indexOf(term); start >= 0; start = text.indexOf(term, start + term.length)) {
    const end = start + term.length;
    const isWhole = !joins(text[start - 1], term[0]) && !joins(term.at(-1), text[end]);
    if (isWhole) places.push({ start, end });
  }
  return places;
}

/** Whether two characters belong to one word of Latin letters or digits. */
function joins(left: string | undefined, right: string | undefined) {
  return left !== undefined && right !== undefined && /[a-z0-9]/.test(left) && /[a-z0-9]/.test(right);
}

function quoteAround(text: string, { start, end }: TextSpan): Quote {
  let from = start;
  let to = end;
  while (from > 0 && !/[\n。；;!?！？•●▪]/.test(text[from - 1] ?? "") && end - from < longestQuote) from -= 1;
  while (to < text.length && !/[\n。；;!?！？]/.test(text[to] ?? "") && to - from < longestQuote) to += 1;
  while (from < start && /[\s\-–·*]/.test(text[from] ?? "")) from += 1;
  while (to > end && /\s/.test(text[to - 1] ?? "")) to -= 1;
  return quoteOf(text, { start: from, end: to });
}

function splitSentences(text: string): TextSpan[] {
  const spans: TextSpan[] = [];
  for (const match of text.matchAll(/[^\n。；;!?！？•●▪]+/g)) {
    const lead = match[0].length - match[0].trimStart().length;
    const body = match[0].trim();
    if (body.length > 1) spans.push({ start: match.index + lead, end: match.index + lead + body.length });
  }
  return spans;
}
