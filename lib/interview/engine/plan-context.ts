import { createHash } from "node:crypto";
import type { CandidateLevel, PlanQuestion } from "@/lib/interview/schema";
import type { Requirement } from "@/lib/position/requirement";
import { findSkills } from "@/lib/resume/parsing/skills";
import type { Reading, TextSpan } from "@/lib/resume/profile";
import { type Evidence, prepareEvidence } from "@/lib/screening/engine/evidence";
import { intervalOf } from "@/lib/screening/engine/months";
import type { Quote } from "@/lib/screening/schema";
import { bankFunctionsOf } from "./bank-functions";
import { checkQuestion } from "./check-question";
import { type BankFunction, type BankQuestion, questionBank } from "./question-bank";
import type { InterviewSubject } from "./subject";

/**
 * A question of a plan before it has its key; `minutes` is what it takes. Words of the resume or the position may stand in
 * one that is filled, and it is asked only if it is askable with them.
 */
export type Draft = Omit<PlanQuestion, "key"> & { minutes: number; isFilled: boolean };

/** What of the resume a question may name, with the place it stands at. */
export type Fact = { value: string; quote: Quote | null };

export type PlanContext = {
  subject: InterviewSubject;
  /** Null where there is no text to read. */
  evidence: Evidence | null;
  functions: BankFunction[];
  facts: { company?: Fact; title?: Fact; project?: Fact; years?: Fact };
  /** Dictionary skills that each requirement names, by its key. */
  skillsAsked: ReadonlyMap<string, readonly string[]>;
  /** The same for all candidates of a position, so that they are asked alike. */
  seed: number;
  /** Questions of the candidate's level, the most fitting first. */
  bank: readonly BankQuestion[];
};

export const usualMinutes = 5;
const longestFact = 60;

export function prepareContext(subject: InterviewSubject): PlanContext {
  const { position, resume, level, language } = subject;
  const hasText = resume.text.trim() !== "";
  const seed = seedOf([language, level, position.title, ...position.requirements.map(({ text }) => text)]);
  const evidence = hasText ? prepareEvidence({ text: resume.text, profile: resume.profile }) : null;
  return {
    subject,
    evidence,
    functions: bankFunctionsOf(position),
    facts: evidence ? factsOf(evidence) : {},
    skillsAsked: new Map(position.requirements.map((one) => [one.key, skillsIn(one.text)])),
    seed,
    bank: bankFor(level, seed),
  };
}

export function skillsIn(text: string): string[] {
  return [...new Set(findSkills(`${text}\n`).map(({ canonical }) => canonical))];
}

const usualDifficulty: Record<CandidateLevel, number> = { junior: 3.5, mid: 5, senior: 6, expert: 7.5 };

function bankFor(level: CandidateLevel, seed: number): BankQuestion[] {
  return questionBank
    .filter(({ levels }) => levels.includes(level))
    .map((question) => ({ question, steps: Math.abs(question.difficulty - usualDifficulty[level]) / 2 }))
    .map(({ question, steps }) => ({ question, rank: Math.round(steps) + spread(seed, question.id) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ question }) => question);
}

/** The same number from 0 to 1 for the same seed and id, spread evenly (FNV-1a). */
function spread(seed: number, id: string): number {
  let hash = seed;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

function seedOf(words: string[]): number {
  return createHash("sha256").update(words.join("\n")).digest().readUInt32BE(0);
}

/** The same UUID for the same words. */
export function keyOf(...words: string[]): string {
  const hash = createHash("sha256").update(words.join("\n")).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** Whether a question may be put. Those of the bank may, unless what they are filled with stands against it. */
export function isAskable({ text, bankId, isFilled }: Draft): boolean {
  return (bankId !== null && !isFilled) || isSayable(text);
}

/** Whether words may be said to a candidate: nothing hidden in them, and nothing that may not be asked. */
export function isSayable(text: string): boolean {
  return !text.includes("█") && checkQuestion(text).length === 0;
}

/** A short, single-line piece of a longer text, around a word where one is named; Latin text may be twice as long. */
export function excerpt(text: string, word = "", longestHan = longestFact): string {
  const longest = /\p{Script=Han}/u.test(text) ? longestHan : longestHan * 2;
  const plain = text
    .replace(/\s+/g, " ")
    .replace(/^(?:[\s\-–—*·•●▪◆■>#]+|\d{1,2}[.、)）]\s+)+/, "")
    .trim();
  if (plain.length <= longest) return plain.replace(/(?<![。.；;，,])[。.；;，,]+$/, "");
  const clause = plain.split(/[，；;。]\s*|[,.]\s+/).find((part) => word !== "" && part.includes(word)) ?? plain;
  if (clause.length <= longest) return clause.trim();
  const at = Math.max(0, clause.indexOf(word) - Math.floor(longest / 2));
  const isCut = at + longest < clause.length;
  const piece = clause.slice(at, at + longest);
  // Latin words are not cut in two.
  const begun = at > 0 ? piece.replace(/^[a-z0-9]+(?=\s)/i, "") : piece;
  const whole = (isCut ? begun.replace(/(?<![a-z0-9])[a-z0-9]+$(?<=\s\S*)/i, "") : begun.replace(/[.。]$/, "")).trim();
  return `${at > 0 ? "…" : ""}${whole}${isCut ? "…" : ""}`;
}

/** A quote around a place; null where it would show what is sensitive or hidden. */
export function quoteAt({ evidence, subject }: PlanContext, span: TextSpan | undefined): Quote | null {
  if (!evidence || !span || span.end > evidence.text.length) return null;
  const quote = evidence.quoteAround(span);
  const { sensitivePlaces } = subject.resume.profile;
  const isSensitive = sensitivePlaces.some(({ start, end }) => start < quote.end && quote.start < end);
  return quote.text.trim() === "" || isSensitive ? null : quote;
}

/** The requirement that a quote bears on: one that the screening quoted it for, or whose skill it names. */
export function requirementOf({ subject, skillsAsked }: PlanContext, quote: Quote | null): Requirement | null {
  if (!quote) return null;
  const { requirements } = subject.position;
  const quoted = subject.verdicts?.find(({ quotes }) =>
    quotes.some(({ start, end }) => start < quote.end && quote.start < end),
  );
  const skills = new Set(skillsIn(quote.text));
  return (
    requirements.find(({ key }) => skillsAsked.get(key)?.some((skill) => skills.has(skill))) ??
    requirements.find(({ key }) => key === quoted?.requirementKey) ??
    null
  );
}

function factsOf(evidence: Evidence): PlanContext["facts"] {
  const { profile, text } = evidence;
  const jobs = newestFirst(
    profile.work.filter(({ isInternship }) => !isInternship),
    profile.asOf,
  );
  const project = newestFirst(profile.projects, profile.asOf).find(({ name }) => name);
  const job = jobs[0];
  const years = profile.yearsOfWork && Math.floor(profile.yearsOfWork.value);
  return {
    ...factOf("company", job?.company, text),
    ...factOf("title", job?.title, text),
    ...factOf("project", project?.name, text),
    ...(years && years >= 2 ? { years: { value: String(years), quote: null } } : {}),
  };
}

function factOf(name: "company" | "title" | "project", reading: Reading<string> | null | undefined, text: string) {
  const value = excerpt(reading?.value ?? "");
  if (value === "" || value.endsWith("…") || !isSayable(value)) return {};
  const span = reading?.spans[0];
  const quote = span && span.end <= text.length ? { ...span, text: text.slice(span.start, span.end) } : null;
  return { [name]: { value, quote: quote?.text ? quote : null } };
}

type Dated = Parameters<typeof intervalOf>[0];

/** By their ends; entries without dates stay behind those with, in the resume's order. */
export function newestFirst<T extends Dated>(entries: readonly T[], asOf: string): T[] {
  const endOf = (entry: T) => intervalOf(entry, asOf)?.to ?? 0;
  return entries.toSorted((a, b) => endOf(b) - endOf(a));
}
