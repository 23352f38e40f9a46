import { reportDimensionKeys } from "@/lib/interview/kinds";
import type { AnswerQuote, Evaluation, InterviewReport, Rating, ScorecardLine, Turn } from "@/lib/interview/schema";
import type { Requirement } from "@/lib/position/requirement";
import { canonicalSkill, findSkills } from "@/lib/resume/parsing/skills";
import { statement } from "@/lib/screening/engine/judgement";
import { round } from "@/lib/screening/engine/read-numbers";
import { fewQuotes, overlaps } from "./answer";
import { namesIn, placesOfName } from "./asked-about";
import { placesOfRequirement } from "./find-coverage";
import type { Measures } from "./rate-answer";
import type { InterviewSubject } from "./subject";

/** A turn with something said to it; measured where that is an answer. */
export type Heard = { turn: Turn; evaluation: Evaluation; measures: Measures | null };

type Dimension = InterviewReport["dimensions"][number];

/**
 * The four subjects, 1 to 5. Professional and communication are the means of their ratings, spread from 1–4 to 1–5.
 * Learning and teamwork: 3 where it is told of, and one more each for an own action beside it and a second answer.
 */
export function reportDimensions(heard: readonly Heard[]): Dimension[] {
  const dimensions: Record<Dimension["key"], () => Omit<Dimension, "key">> = {
    professional: () =>
      fromRatings(heard, ["technical_depth", "practical_experience", "answer_specificity"], "professional"),
    communication: () => fromRatings(heard, ["logical_clarity", "communication"], "communication"),
    learning: () => fromSigns(heard, "learning", 1),
    teamwork: () => fromSigns(heard, "together", 2),
  };
  return reportDimensionKeys.map((key) => ({ key, ...dimensions[key]() }));
}

function fromRatings(heard: readonly Heard[], keys: Rating["key"][], name: string): Omit<Dimension, "key"> {
  const ratings = heard
    .flatMap(({ evaluation }) => evaluation.ratings)
    .filter(({ key, value }) => keys.includes(key) && value !== null)
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  if (ratings.length === 0) return { score: null, comment: statement(`dimension_${name}_unknown`), quotes: [] };
  const mean = ratings.reduce((sum, { value }) => sum + (value ?? 0), 0) / ratings.length;
  return {
    score: round(1 + ((mean - 1) * 4) / 3),
    comment: statement(`dimension_${name}`, {
      answers: heard.filter(({ measures }) => measures).length,
      mean: round(mean),
    }),
    quotes: fewQuotes(ratings.flatMap(({ quotes }) => quotes)),
  };
}

function fromSigns(heard: readonly Heard[], key: "learning" | "together", fewest: number): Omit<Dimension, "key"> {
  const name = key === "learning" ? "learning" : "teamwork";
  const telling = heard.flatMap(({ measures }) => (measures && measures.signs[key].length >= fewest ? [measures] : []));
  if (telling.length === 0) return { score: null, comment: statement(`dimension_${name}_unknown`), quotes: [] };
  const hasOwn = telling.some(({ signs }) => signs.own.length > 0);
  return {
    score: 3 + (hasOwn ? 1 : 0) + (telling.length > 1 ? 1 : 0),
    comment: statement(`dimension_${name}`, { answers: telling.length }),
    quotes: fewQuotes(telling.flatMap(({ signs, answer }) => signs[key].map(answer.quoteAround))),
  };
}

const mostSkills = 30;

/** What was shown of each skill asked for or spoken of: the best answer that names it, by depth and experience. */
export function reportSkills({ position }: InterviewSubject, heard: readonly Heard[]): InterviewReport["skills"] {
  const asked = position.requirements.filter(({ kind }) => kind === "skill").flatMap(({ text }) => namesIn(text));
  const names = [
    ...asked,
    ...heard.flatMap(({ turn }) => turn.question.skills),
    ...heard.flatMap(({ measures }) => measures?.answer.skills.map(({ canonical }) => canonical) ?? []),
  ].map((name) => canonicalSkill(name) ?? name);
  return [...new Set(names)].slice(0, mostSkills).map((skill) => {
    const shown = heard.flatMap(({ measures, evaluation }) => {
      const places = measures ? placesOfName(skill, measures.answer) : [];
      const level = levelOf(evaluation);
      return measures && places.length > 0 && level !== null ? [{ level, measures, places }] : [];
    });
    const best = shown.toSorted((a, b) => b.level - a.level)[0];
    if (best) return { skill, level: best.level, quotes: fewQuotes(best.places.map(best.measures.answer.quoteAround)) };
    const denied = heard.flatMap(({ measures }) => (measures ? denialsOf(skill, measures) : []));
    return { skill, level: denied.length > 0 ? 1 : null, quotes: denied.slice(0, 1) };
  });
}

function levelOf({ ratings }: Evaluation): number | null {
  const keys = ["technical_depth", "practical_experience"];
  const values = ratings.flatMap(({ key, value }) => (keys.includes(key) && value !== null ? [value] : []));
  return values.length > 0 ? Math.round(values.reduce((sum, value) => sum + value, 0) / values.length) : null;
}

/** "Kubernetes 没用过": the clause with the name and the denial. */
function denialsOf(skill: string, { answer }: Measures): AnswerQuote[] {
  return answer.clauses.flatMap((clause) => {
    if (!answer.denials.some((denial) => overlaps(denial, clause))) return [];
    const written = answer.text.slice(clause.start, clause.end);
    return findSkills(written).some(({ canonical }) => canonical === skill) ? [answer.quoteAround(clause)] : [];
  });
}

const mostComment = 2000;

/** One line for each requirement, from the answers to its questions and others that name it. */
export function reportScorecard({ position }: InterviewSubject, heard: readonly Heard[]): ScorecardLine[] {
  return position.requirements.map((requirement) => {
    const about = heard.flatMap(({ turn, measures, evaluation }) => {
      const isAsked = turn.question.requirementKey === requirement.key;
      const isNamed = measures !== null && placesOfRequirement(requirement, measures.answer).length > 0;
      return measures && (isAsked || isNamed) ? [{ measures, evaluation, isAsked }] : [];
    });
    // What was asked for it says more than what names it in passing.
    const asked = about.filter(({ isAsked }) => isAsked);
    const counted = asked.length > 0 ? asked : about;
    const values = counted.flatMap(({ evaluation }) => evaluation.normalized ?? []);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const quotes = fewQuotes(counted.flatMap(({ measures }) => quotesFor(requirement, measures)));
    const rating = values.length > 0 && quotes.length > 0 ? Math.min(4, Math.max(1, Math.round(mean / 25))) : null;
    const comment = quotes.map((quote) => `${timeOf(quote.seconds)} “${quote.text}”`).join("\n");
    return {
      requirementKey: requirement.key,
      text: requirement.text,
      rating,
      quotes,
      comment: comment.slice(0, mostComment),
    };
  });
}

function quotesFor(requirement: Requirement, { answer, signs }: Measures): AnswerQuote[] {
  const named = placesOfRequirement(requirement, answer);
  const first = answer.clauses.slice(0, 1);
  return [...named, ...signs.admission, ...signs.own, ...signs.result, ...first].slice(0, 4).map(answer.quoteAround);
}

/** 14:32, or 1:02:05 from an hour on. */
function timeOf(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (number: number) => String(number).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${two(minutes)}:${two(whole % 60)}`;
}
