import { ratingKeys } from "@/lib/interview/kinds";
import type { Evaluation, Rating, Turn } from "@/lib/interview/schema";
import { statement } from "@/lib/screening/engine/judgement";
import type { Statement } from "@/lib/screening/schema";
import { readAnswer } from "./answer";
import { type AnswerKind, kindOf } from "./classify-answer";
import { listeningEngine } from "./listening-engine";
import { type Measures, measure, rate } from "./rate-answer";
import type { InterviewSubject } from "./subject";

/** What being sure without anything to be sure by takes from the mean. */
const overconfidencePoints = 10;
/** From here on nothing need be asked again. */
const goodEnough = 75;

/**
 * What the answer to a question shows, by what stands in it. Every measure counts clauses that tell a thing, so that
 * saying it twice earns nothing, and looks at what counts alone (see `readAnswer`). Points, and the points for 4, 3, 2:
 *
 * - technical depth (2.5, 1.75, 0.75): up to three different terms 0.5 each; one that was asked for, a reason, a
 *   trade-off, a failure 0.5 each; at most 2 under 60 letters. Not rated where neither question nor answer is technical.
 * - practical experience (2.8, 1.7, 0.7): up to three own actions 0.6 each, up to two results 0.5 each, a situation 0.5,
 *   an employer or project of the resume 0.4, a figure 0.4; "we" alone 0.3 and at most 2.
 * - specificity (2.4, 1.5, 0.7): up to three figures with units 0.6 each, up to three terms 0.35 each, an employer or
 *   project 0.4, a situation 0.3, an own action 0.3; a generality takes 0.3, a hedge 0.15.
 * - clarity (2.6, 1.7, 0.9): situation, task, action, result 0.5 each; up to four kinds of connective 0.35 each. Not
 *   rated under 24 letters (a Chinese character is two).
 * - honesty: 2 and more by what is admitted (1), a failure told (0.5), something learned (0.5), the own part told apart
 *   from the team's (0.5); 1 when overconfident; not rated where nothing of the kind is said.
 * - communication (3.2, 2.3, 1.3): keeps to the question 0.8, long enough 0.5 or 1, up to two kinds of connective 0.3
 *   each, few fillers 0.3 or 0.6, fewer than two hedges 0.4, comes to a result or a figure 0.4.
 *
 * Who only says not to have done it gets 1 for experience and 3 for honesty, 50 in all: to know it is better than to
 * guess. Overconfident: one absolute or superlative with no own action, figure, failure or trade-off beside it, or
 * several with fewer than two of these for each. The number is the mean of what is rated, times 25, less 10 when
 * overconfident; null where there is no answer to rate.
 */
export function evaluateAnswer(turn: Turn, subject: InterviewSubject): Evaluation {
  const answer = readAnswer(turn);
  const kind = kindOf(answer, subject);
  if (kind !== "answer") return unrated(turn, kind);
  const measures = measure(answer, subject);
  const ratings = rate(measures);
  const values = ratings.flatMap(({ value }) => value ?? []);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const points = mean * 25 - (measures.isOverconfident ? overconfidencePoints : 0);
  const normalized = values.length === 0 ? null : Math.min(100, Math.max(0, Math.round(points)));
  const lack = lackOf(measures);
  return {
    ...{ turnId: turn.id, kind, ratings, normalized },
    confidence: confidenceOf(measures),
    followUpReason: lack && (normalized === null || normalized < goodEnough) ? statement(`lacks_${lack}`) : null,
    feedback: feedbackOf(measures, lack),
    engine: listeningEngine,
  };
}

function unrated(turn: Turn, kind: Exclude<AnswerKind, "answer">): Evaluation {
  const ratings = ratingKeys.map(
    (key): Rating => ({ key, value: null, reason: statement(`not_rated_${kind}`), quotes: [] }),
  );
  return {
    ...{ turnId: turn.id, kind, ratings, normalized: null, confidence: "uncertain" },
    followUpReason: statement(`again_${kind}`),
    feedback: statement(`feedback_${kind}`),
    engine: listeningEngine,
  };
}

function confidenceOf({ signs, letters, isOverconfident }: Measures): Evaluation["confidence"] {
  if (isOverconfident) return "overconfident";
  // A hedge for every forty letters.
  return signs.hedge.length >= 3 && signs.hedge.length * 40 > letters ? "uncertain" : "genuine";
}

/** What an answer leaves out, the first thing worth asking for. */
export const lacks = ["experience", "own_part", "specifics", "figures", "result", "reason", "failure"] as const;
export type Lack = (typeof lacks)[number];

export function lacksOf({ signs, terms, isAdmission, isTechnical }: Measures): Lack[] {
  if (isAdmission) return ["experience"];
  const isLacking: Record<Lack, boolean> = {
    experience: false,
    own_part: signs.own.length === 0,
    specifics: terms.length === 0 && signs.figures.length === 0,
    figures: signs.figures.length === 0,
    result: signs.result.length === 0,
    reason: isTechnical && signs.reason.length + signs.tradeOff.length === 0,
    failure: isTechnical && signs.failure.length === 0,
  };
  return lacks.filter((lack) => isLacking[lack]);
}

function lackOf(measures: Measures): Lack | null {
  return lacksOf(measures)[0] ?? null;
}

/** The best of what was said and the first of what was not. Marks without a number only choose the words. */
function feedbackOf({ signs, terms, isAdmission, isOverconfident }: Measures, lack: Lack | null): Statement {
  if (isAdmission) return statement("feedback_admission");
  if (isOverconfident) return statement("feedback_overconfident", { absolutes: signs.absolute.length });
  const good: Statement["values"] =
    signs.own.length > 0 && signs.figures.length > 0
      ? { own: signs.own.length, figures: signs.figures.length }
      : signs.own.length > 0
        ? { actions: signs.own.length }
        : signs.figures.length > 0
          ? { numbers: signs.figures.length }
          : terms.length > 0
            ? {
                skills: terms
                  .map(({ name }) => name)
                  .slice(0, 4)
                  .join("、"),
              }
            : {};
  const hasGood = Object.keys(good).length > 0;
  if (!lack) return statement("feedback_full", good);
  return statement(hasGood ? "feedback_partly" : "feedback_thin", { ...good, [`no_${lack}`]: "" });
}
