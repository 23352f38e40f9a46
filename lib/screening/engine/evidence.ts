import { findSkills } from "@/lib/resume/parsing/skills";
import type { ProjectEntry, ResumeProfile, TextSpan, WorkEntry } from "@/lib/resume/profile";
import type { Quote } from "@/lib/screening/schema";
import { findDisclaimed } from "./disclaimed";
import { impliedSkills } from "./implied-skills";
import { quoteAround, sentenceEnd } from "./quotes";
import { whatCounts } from "./what-counts";

export type Sentence = TextSpan & { folded: string };
export type Entry = WorkEntry | ProjectEntry;

/** A resume prepared for looking things up in it; made once per screening. */
export type Evidence = {
  text: string;
  profile: ResumeProfile;
  /** What counts, in lower case and half width, at the same places as in `text`; the rest is blank. */
  folded: string;
  sentences: readonly Sentence[];
  /** Places of each dictionary skill, in reading order. */
  skillPlaces: ReadonlyMap<string, readonly TextSpan[]>;
  /** All places of a dictionary skill and of those that imply it: a job with Spring Boot is one with Java. */
  shownBy: (skill: string) => TextSpan[];
  /** Where the resume says that it does not have a skill. */
  deniedSkills: ReadonlyMap<string, TextSpan>;
  /** Whether anything at a place counts. */
  counts: (span: TextSpan) => boolean;
  /** The line or sentence around a place, verbatim, without contacts and personal data. */
  quoteAround: (span: TextSpan) => Quote;
  /** The places of a word or phrase, whatever its case and width; whole words where the script has words. */
  findTerm: (term: string) => TextSpan[];
  /** The jobs and projects in which something was used: those around a place that is not in a bare list of skills. */
  usesOf: (places: readonly TextSpan[]) => Entry[];
};

type PrepareEvidence = { text: string; profile: ResumeProfile; replaced?: TextSpan[] };

/** @param replaced places where a person says that something else is meant */
export function prepareEvidence({ text, profile: whole, replaced = [] }: PrepareEvidence): Evidence {
  const { denials, disclaimed: unsaid } = findDisclaimed({ text, profile: whole });
  const disclaimed = [...unsaid, ...replaced];
  const readable = blank(text, disclaimed);
  const folded = fold(readable);
  const counts = ({ start, end }: TextSpan) => readable.slice(start, end).trim() !== "";
  const profile = whatCounts(whole, counts);
  const found = findSkills(readable);
  const bare = bareLists(readable, found);
  const entries: Entry[] = [...profile.work, ...profile.projects];
  const walls = [...contactsOf(whole), ...disclaimed];

  const skillPlaces = new Map<string, TextSpan[]>();
  const addSkill = (canonical: string, span: TextSpan) => {
    const places = skillPlaces.get(canonical);
    if (!places) skillPlaces.set(canonical, [span]);
    else if (!places.some(({ start }) => start === span.start)) places.push(span);
  };
  const names = namesOf(profile);
  for (const { canonical, start, end } of found) {
    if (!names.some((span) => isIn({ start, end }, span))) addSkill(canonical, { start, end });
  }
  for (const { canonical, name } of profile.skills) {
    if (canonical) for (const span of name.spans) addSkill(canonical, span);
  }
  for (const places of skillPlaces.values()) places.sort((a, b) => a.start - b.start);
  const usesOf = (places: readonly TextSpan[]) => {
    const used = places.filter((place) => !bare.some((list) => isIn(place, list)));
    return entries.filter(({ span }) => used.some((place) => isIn(place, span)));
  };
  const named = new Map(skillPlaces);
  // A list names Java, and the job names Spring Boot: Java was used there.
  for (const [general, specific] of impliedSkills) {
    const own = skillPlaces.get(general) ?? [];
    if (usesOf(own).length > 0) continue;
    const places = [...own, ...specific.flatMap((skill) => skillPlaces.get(skill) ?? [])];
    if (places.length > 0)
      skillPlaces.set(
        general,
        places.toSorted((a, b) => a.start - b.start),
      );
  }

  const deniedSkills = new Map<string, TextSpan>();
  for (const span of denials) {
    for (const { canonical, start, end } of findSkills(text.slice(span.start, span.end)))
      deniedSkills.set(canonical, { start: span.start + start, end: span.start + end });
  }

  return {
    text,
    profile,
    folded,
    skillPlaces,
    shownBy: (skill) => [skill, ...(implying.get(skill) ?? [])].flatMap((name) => named.get(name) ?? []),
    deniedSkills,
    counts,
    sentences: splitSentences(readable).map((span) => ({ ...span, folded: folded.slice(span.start, span.end) })),
    quoteAround: (span) => quoteAround(text, span, walls),
    findTerm: (term) => findTerm(folded, fold(term)),
    usesOf,
  };
}

const implying = new Map(impliedSkills);

export function isIn({ start }: TextSpan, span: TextSpan) {
  return start >= span.start && start < span.end;
}

/** Keeps every position: each character becomes exactly one. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return (lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())).replace(
    /[\uff01-\uff5e]/g,
    (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0).toLowerCase(),
  );
}

/** The text at its length without some stretches. Line ends stay, so that lines and sentences stay what they are. */
export function blank(text: string, spans: readonly TextSpan[]): string {
  let result = "";
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end <= result.length) continue;
    result += text.slice(result.length, Math.max(start, result.length));
    result += text.slice(result.length, end).replace(/[^\n]/g, " ");
  }
  return result + text.slice(result.length);
}

const fewestForBareList = 25;

/**
 * Runs of at least 25 skills with next to nothing between them. However they stand inside a job, they say that
 * the words are known, not that the skills were used.
 */
function bareLists(text: string, skills: readonly TextSpan[]): TextSpan[] {
  const lists: (TextSpan & { count: number })[] = [];
  for (const { start, end } of skills) {
    const last = lists.at(-1);
    if (last && start - last.end <= 12 && !/[。.!?]\s/.test(text.slice(last.end, start))) {
      last.end = end;
      last.count += 1;
    } else {
      lists.push({ start, end, count: 1 });
    }
  }
  return lists.filter(({ count }) => count >= fewestForBareList);
}

/** "Oracle", "Red Hat" as an employer name a company, not a skill. */
function namesOf(profile: ResumeProfile): TextSpan[] {
  return [
    ...profile.work.flatMap(({ company, location }) => [company, location]),
    ...profile.education.map(({ school }) => school),
  ].flatMap((reading) => reading?.spans ?? []);
}

function contactsOf(profile: ResumeProfile): TextSpan[] {
  return [...profile.phones, ...profile.emails, ...profile.links].flatMap(({ spans }) => spans);
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

function splitSentences(text: string): TextSpan[] {
  const spans: TextSpan[] = [];
  let from = 0;
  const add = (to: number) => {
    const raw = text.slice(from, to);
    const body = raw.trim();
    const start = from + raw.length - raw.trimStart().length;
    if (body.length > 1) spans.push({ start, end: start + body.length });
    from = to + 1;
  };
  for (const { index } of text.matchAll(/[\n。；;!?！？•●▪.]/g)) if (sentenceEnd(text, index)) add(index);
  add(text.length);
  return spans;
}
