import type { Coverage, Evaluation, InterviewReport, Turn } from "@/lib/interview/schema";
import { statement } from "@/lib/screening/engine/judgement";
import { round } from "@/lib/screening/engine/read-numbers";
import type { Statement } from "@/lib/screening/schema";
import { fewQuotes, readAnswer } from "./answer";
import { evaluateAnswer } from "./evaluate-answer";
import { findContradictions } from "./find-contradictions";
import { findCoverage } from "./find-coverage";
import { listeningEngine } from "./listening-engine";
import { measure } from "./rate-answer";
import { type Heard, reportDimensions, reportScorecard, reportSkills } from "./report-parts";
import type { InterviewSubject } from "./subject";
import { openContradictions } from "./suggest-questions";

const recommendedFrom = 75;
const undecidedFrom = 60;
const stronglyFrom = 88;
const mostHighlights = 5;
/** Overconfident on the whole: two answers, or every third. */
const fewestOverconfident = 2;

/**
 * What the interview comes to, for a person to decide by. The score is the mean of the rated answers. Its range: every
 * question that was put and not answered, and every requirement that must be met and nobody asked about, may be worth 0
 * or 100. Recommended from 75, undecided from 60; strongly recommended from 88 with all that must be met covered. But
 * what is unknown decides nothing: recommended is only who would not fall below 60, not recommended only who would not
 * reach 75. Where no answer could be rated there is no score.
 */
export function reportInterview(subject: InterviewSubject, turns: readonly Turn[]): InterviewReport {
  const heard: Heard[] = turns.flatMap((turn) => {
    const answer = readAnswer(turn);
    if (answer.text === "") return [];
    const evaluation = evaluateAnswer(turn, subject);
    return [{ turn, evaluation, measures: evaluation.kind === "answer" ? measure(answer, subject) : null }];
  });
  const evaluations = heard.map(({ evaluation }) => evaluation);
  const coverage = findCoverage(subject, turns);
  const score = scoreOf(evaluations, unknownsOf(heard, turns, subject, coverage));
  const contradictions = findContradictions(turns, subject);
  const rated = evaluations.filter(({ normalized }) => normalized !== null);
  const overconfident = rated.filter(({ confidence }) => confidence === "overconfident").length;
  const musts = mustsOf(subject, coverage);
  return {
    engine: listeningEngine,
    score,
    recommendation: recommend(
      score,
      musts.every(({ state }) => state === "covered"),
    ),
    summary: [
      statement("report_answers", { asked: turns.length, rated: rated.length }),
      ...(coverage.length > 0
        ? [
            statement("report_coverage", {
              covered: coverage.filter(({ state }) => state === "covered").length,
              total: coverage.length,
            }),
          ]
        : []),
      ...(score ? [] : [statement("report_no_score")]),
      statement(contradictions.length > 0 ? "report_contradictions" : "report_no_contradictions", {
        found: contradictions.length,
      }),
    ],
    dimensions: reportDimensions(heard),
    skills: reportSkills(subject, heard),
    highlights: highlightsOf(heard),
    redFlags: contradictions,
    isOverconfident: overconfident >= fewestOverconfident || (overconfident > 0 && overconfident * 3 >= rated.length),
    nextSteps: nextSteps(subject, turns, coverage),
    scorecard: reportScorecard(subject, heard),
    evaluations,
  };
}

function mustsOf({ position }: InterviewSubject, coverage: readonly Coverage[]): Coverage[] {
  const isMust = new Set(position.requirements.filter(({ necessity }) => necessity !== "nice").map(({ key }) => key));
  return coverage.filter(({ requirementKey }) => isMust.has(requirementKey));
}

/** A question asked back is no unknown: the answer comes with the next turn. */
function unknownsOf(
  heard: readonly Heard[],
  turns: readonly Turn[],
  subject: InterviewSubject,
  coverage: readonly Coverage[],
): number {
  const unanswered = turns.length - heard.length;
  const unrated = heard.filter(({ evaluation: { kind } }) => kind === "too_short" || kind === "off_topic").length;
  return unanswered + unrated + mustsOf(subject, coverage).filter(({ state }) => state === "untouched").length;
}

function scoreOf(evaluations: readonly Evaluation[], unknown: number): InterviewReport["score"] {
  const values = evaluations.flatMap(({ normalized }) => normalized ?? []);
  if (values.length === 0) return null;
  const sum = values.reduce((total, value) => total + value, 0);
  const all = values.length + unknown;
  return {
    value: round(sum / values.length),
    low: round(sum / all),
    high: round((sum + 100 * unknown) / all),
  };
}

function recommend(score: InterviewReport["score"], isCovered: boolean): InterviewReport["recommendation"] {
  if (!score) return "undecided";
  if (score.value >= stronglyFrom && isCovered) return "strongly_recommended";
  if (score.value >= recommendedFrom && score.low >= undecidedFrom) return "recommended";
  return score.value < undecidedFrom && score.high < recommendedFrom ? "not_recommended" : "undecided";
}

function highlightsOf(heard: readonly Heard[]): InterviewReport["highlights"] {
  const best = heard
    .filter(({ evaluation: { normalized } }) => normalized !== null && normalized >= recommendedFrom)
    .toSorted((a, b) => (b.evaluation.normalized ?? 0) - (a.evaluation.normalized ?? 0))
    .slice(0, mostHighlights);
  return best.flatMap(({ measures, turn }) => {
    if (!measures) return [];
    const { answer, signs } = measures;
    const quotes = fewQuotes([...signs.figures, ...signs.result, ...signs.own].map(answer.quoteAround), 2);
    const values = { question: turn.question.text, own: signs.own.length, figures: signs.figures.length };
    return quotes.length > 0 ? [{ reason: statement("highlight_told", values), quotes }] : [];
  });
}

function nextSteps(subject: InterviewSubject, turns: readonly Turn[], coverage: readonly Coverage[]): Statement[] {
  const stateOf = new Map(coverage.map(({ requirementKey, state }) => [requirementKey, state]));
  const { requirements } = subject.position;
  const open = requirements.filter(({ key }) => stateOf.get(key) !== "covered");
  const gates = new Set(subject.verdicts?.filter(({ gate }) => gate === "ask").map((one) => one.requirementKey));
  return [
    ...open
      .filter(({ key, necessity }) => necessity === "gate" && (subject.verdicts === null || gates.has(key)))
      .map(({ text }) => statement("next_check_gate", { requirement: text })),
    ...open
      .filter(({ necessity }) => necessity === "must")
      .map(({ key, text }) =>
        statement(stateOf.get(key) === "thin" ? "next_go_deeper" : "next_ask", { requirement: text }),
      ),
    ...openContradictions(turns, subject).map(({ answer, resume }) =>
      statement("next_clear_up", { said: answer.text, written: resume.text }),
    ),
  ];
}
