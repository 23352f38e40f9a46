import type { AnswerQuote, Segment, Turn } from "@/lib/interview/schema";
import { canonicalSkill, type FoundSkill, findSkills } from "@/lib/resume/parsing/skills";
import type { TextSpan } from "@/lib/resume/profile";
import { findDenials, findInstructions } from "@/lib/screening/engine/disclaimed";
import { blank, fold } from "@/lib/screening/engine/evidence";
import { sentenceEnd } from "@/lib/screening/engine/quotes";
import { isMostlyIn, unitsOf } from "./words";

export type Clause = TextSpan & { folded: string };

/** What was said to one question, prepared for looking things up in it. */
export type Answer = {
  turn: Turn;
  /** The segments of the candidate, one line each. */
  text: string;
  /** What counts of it, in lower case and half width at the same places; the rest is blank. */
  told: string;
  clauses: readonly Clause[];
  /** Skills in sentences that say something about them. */
  skills: readonly FoundSkill[];
  /** Where the candidate says not to know or never to have done something. */
  denials: readonly TextSpan[];
  /** Verbatim, of the segment that a place begins in: the sentence around it. */
  quoteAround: (span: TextSpan) => AnswerQuote;
  /** Just the place, as far as its segment goes. */
  quoteOf: (span: TextSpan) => AnswerQuote;
};

const longestQuote = 160;

/**
 * The answer of a turn: what the candidate said, or the room where one microphone heard everybody. Blank, and so worth
 * nothing: words to a machine or about the marks to give, the question said again, sentences said twice, and lists of
 * names with nothing said about them.
 */
export function readAnswer(turn: Turn): Answer {
  const { pieces, text } = joined(turn);
  const known = answers.get(turn);
  if (known?.text === text && known.asked === turn.question.text) return known.answer;
  const answer = read(turn, text, pieces);
  answers.set(turn, { text, asked: turn.question.text, answer });
  return answer;
}

/** Coverage, contradictions and follow-ups read the same turns. */
const answers = new WeakMap<Turn, { text: string; asked: string; answer: Answer }>();

function joined(turn: Turn): { pieces: Piece[]; text: string } {
  const pieces: Piece[] = [];
  let text = "";
  for (const segment of turn.segments) {
    if (segment.speaker === "interviewer" || segment.text.trim() === "") continue;
    if (text !== "") text += "\n";
    pieces.push({ segment, start: text.length, end: text.length + segment.text.length });
    text += segment.text;
  }
  return { pieces, text };
}

function read(turn: Turn, text: string, pieces: readonly Piece[]): Answer {
  const readable = blank(text, worthless(text, turn));
  const told = fold(readable);
  const denials = findDenials(readable);
  const clauses = splitClauses(readable).map((span) => ({ ...span, folded: told.slice(span.start, span.end) }));
  const named = [...findSkills(readable), ...findSpoken(readable)].filter(
    (skill) => !denials.some((denial) => overlaps(skill, denial)),
  );
  return {
    ...{ turn, text, told, clauses, denials },
    skills: clauses.flatMap((clause) => spokenOf(clause, named)),
    quoteAround: (span) => quoteIn(pieces, span, widen),
    quoteOf: (span) => quoteIn(pieces, span, (_, place) => place),
  };
}

type Piece = { segment: Segment; start: number; end: number };

function quoteIn(
  pieces: readonly Piece[],
  span: TextSpan,
  spread: (text: string, place: TextSpan) => TextSpan,
): AnswerQuote {
  const piece = pieces.findLast(({ start }) => start <= span.start);
  if (!piece) throw new Error("A quote of an answer without words");
  const { segment, start: offset } = piece;
  const place = { start: span.start - offset, end: Math.min(span.end - offset, segment.text.length) };
  const { start, end } = spread(segment.text, place);
  return {
    ...{ turnId: segment.turnId, segmentId: segment.id, start, end },
    ...{ text: segment.text.slice(start, end), seconds: segment.startSeconds },
  };
}

export function overlaps(a: TextSpan, b: TextSpan): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Names that are words too (Go, Excel), which the dictionary reads in lists alone, where speech leaves no doubt. */
function findSpoken(text: string): FoundSkill[] {
  const known = findSkills(text);
  const places = text.matchAll(
    /(?:(?<=(?:^|[\p{Script=Han}，,。\s])\s?)[A-Z][\w+#]*(?=\s?(?:我|写|语言|开发|重写|做|用|没))|(?<=用\s?)[A-Z][\w+#]*|(?<=\b(?:of|with|using|writing|wrote|write|used?|touched|tried|know|learned|(?:written|wrote|services|worked) in)\s)[A-Z][\w+#]*)/gu,
  );
  return [...places].flatMap(({ 0: name, index }) => {
    const canonical = canonicalSkill(name);
    const span = { start: index, end: index + name.length };
    return canonical && !known.some((one) => overlaps(one, span)) ? [{ canonical, ...span }] : [];
  });
}

/** Without repeats, the first few. */
export function fewQuotes(quotes: readonly AnswerQuote[], most = 3): AnswerQuote[] {
  const kept: AnswerQuote[] = [];
  for (const quote of quotes) {
    if (!kept.some((other) => other.segmentId === quote.segmentId && overlaps(other, quote))) kept.push(quote);
  }
  return kept.slice(0, most);
}

/** Marks asked for in other words than a resume's. */
const asksForMarks =
  /(?:给|打)(?:我|他|她|这个?回答|候选人)?(?:打|个)?(?:满分|最高分|高分|[1-4四]\s*分)|\b(?:give|rate|score|grade)\s+(?:me|it|this|my|the)\b[^.\n]{0,24}\b(?:[1-4]|four|full|highest|top|maximum|perfect)\b/gi;

function worthless(text: string, { question }: Turn): TextSpan[] {
  const orders = [
    ...findInstructions(text),
    ...[...text.matchAll(asksForMarks)].map(({ 0: words, index }) => ({ start: index, end: index + words.length })),
  ];
  const asked = unitsOf(question.text);
  const heard = new Set<string>();
  return splitSentences(text).filter((sentence) => {
    const words = text.slice(sentence.start, sentence.end);
    if (orders.some((order) => overlaps(order, sentence))) return true;
    const units = unitsOf(words);
    if (units.length >= 4 && units.length >= asked.length / 2 && isMostlyIn(units, asked, 0.85)) return true;
    const key = units.join(" ");
    if (units.length >= 3 && heard.has(key)) return true;
    heard.add(key);
    return isBareList(words);
  });
}

const lettersPerName = 4;

/** The skills of a clause that it says something about: one for every four letters beside their names. */
function spokenOf(clause: Clause, named: readonly FoundSkill[]): FoundSkill[] {
  const skills = named.filter((skill) => overlaps(skill, clause)).toSorted((a, b) => a.start - b.start);
  const names = skills.reduce(
    (sum, { start, end }) => sum + lettersOf(clause.folded.slice(start - clause.start, end - clause.start)),
    0,
  );
  return skills.slice(0, Math.floor((lettersOf(clause.folded) - names) / lettersPerName));
}

/** Names after names: from four on, fewer than a verb's worth of letters for each of them. */
function isBareList(sentence: string): boolean {
  const skills = findSkills(sentence);
  if (skills.length < 4) return false;
  const names = skills.reduce((sum, { start, end }) => sum + lettersOf(sentence.slice(start, end)), 0);
  return lettersOf(sentence) - names < 5 * skills.length;
}

/** A Chinese character says about as much as two Latin letters. */
export function lettersOf(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return 2 * han + (text.match(/[\p{L}\d]/gu)?.length ?? 0) - han;
}

function splitSentences(text: string): TextSpan[] {
  return splitAt(text, (at) => sentenceEnd(text, at));
}

/** Speech comes without stops: words that carry a telling on begin a clause too. */
const carriesOn =
  /(?:\s|^)(?=(?:然后|后来|接着|所以|但是|不过|因为|最后|其次|首先|另外|而且)|(?:and then|but|so|because|after that|finally|first|then)\b)|(?<=[\p{Script=Han}])(?=(?:然后|后来|接着|所以|但是|不过|因为|最后))/giu;

function splitClauses(text: string): TextSpan[] {
  const cuts = new Set([...text.matchAll(carriesOn)].map(({ index }) => index));
  return splitAt(text, (at) => sentenceEnd(text, at) || isComma(text, at) || cuts.has(at));
}

/** One inside a number parts nothing: 8,000, 10:30. */
function isComma(text: string, at: number): boolean {
  return /[，：]/.test(text[at] ?? "") || (/[,:]/.test(text[at] ?? "") && !/^\d.\d$/.test(text.slice(at - 1, at + 2)));
}

function splitAt(text: string, isCut: (at: number) => boolean): TextSpan[] {
  const spans: TextSpan[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !isCut(at)) continue;
    const end = Math.min(at + (/[\p{L}\d]/u.test(text[at] ?? "") ? 0 : 1), text.length);
    const raw = text.slice(from, end);
    const start = from + raw.length - raw.trimStart().length;
    const body = raw.trim();
    if (/[\p{L}\d]/u.test(body)) spans.push({ start, end: start + body.length });
    from = end;
  }
  return spans;
}

/** To the sentence around a place, or, of one without stops, to as much of it as a quote holds. */
function widen(text: string, { start, end }: TextSpan): TextSpan {
  let from = Math.max(0, start);
  let to = Math.min(Math.max(end, from + 1), from + longestQuote, text.length);
  while (to < text.length && !sentenceEnd(text, to) && to - from < longestQuote) to += 1;
  while (from > 0 && !sentenceEnd(text, from - 1) && to - from < longestQuote) from -= 1;
  while (from < start && (/\s/.test(text[from] ?? "") || isInWord(text, from))) from += 1;
  while (to > end && (/\s/.test(text[to - 1] ?? "") || isInWord(text, to))) to -= 1;
  return { start: from, end: to };
}

function isInWord(text: string, at: number): boolean {
  return /[A-Za-z0-9]/.test(text[at - 1] ?? "") && /[A-Za-z0-9]/.test(text[at] ?? "");
}
