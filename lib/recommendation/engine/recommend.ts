import type { ScorecardInput } from "@/lib/interview/page-schema";
import type { InterviewReport, Rating } from "@/lib/interview/schema";
import type { Requirement } from "@/lib/position/requirement";
import { buildMatrix, isSplit, toFive } from "@/lib/recommendation/engine/build-matrix";
import {
  dimensionWeights,
  finalScore,
  levelOf,
  recommendationDimensions,
  type subScoreKeys,
} from "@/lib/recommendation/kinds";
import type { Evidence, Recommendation, RecommendationDimension } from "@/lib/recommendation/schema";
import type { ScreeningResult } from "@/lib/screening/schema";
import type { TranscriptLine } from "@/lib/video/schema";

const engine = { name: "built-in", version: "2" };

export type RecommendationSources = {
  requirements: readonly Requirement[];
  /** With what people changed; null before a screening. */
  screening: (ScreeningResult & { finishedAt: string }) | null;
  /** Of every round that was held, the newest first. */
  interviews: readonly { id: string; round: number; heldAt: string | null; report: InterviewReport }[];
  /** Submitted ones of all rounds. */
  scorecards: readonly (ScorecardInput & { by: string })[];
  /** What was said in the candidate's video; null without a transcript. It counts in no score. */
  video: readonly TranscriptLine[] | null;
};

type SubScoreKey = (typeof subScoreKeys)[number];
type Source = (sources: RecommendationSources) => Evidence[];

const fewQuotes = 2;

/**
 * Which evidence each sub-score has: dimensions of the screening (0 to 100, as 1 to 5), ratings of answers (1 to 4, as 1
 * to 5), subjects of the interview's report, and what interviewers gave the musts on their scorecards. What no source speaks of has none and stays unknown.
 */
const table: Record<(typeof recommendationDimensions)[number], [SubScoreKey, Source[]][]> = {
  professional_competency: [
    ["core_skills", [screened("must_have"), rated("technical_depth"), ratedByPanel]],
    ["knowledge_depth", [screened("depth"), rated("technical_depth")]],
    ["problem_solving", [rated("practical_experience"), rated("logical_clarity")]],
    ["learning_potential", [reported("learning")]],
  ],
  work_experience: [
    ["relevance", [screened("experience")]],
    ["complexity", [screened("projects")]],
    ["measurable_results", [rated("answer_specificity")]],
    ["responsibility", [screened("leadership")]],
  ],
  soft_skills: [
    ["communication", [reported("communication")]],
    ["teamwork", [screened("teamwork"), reported("teamwork")]],
    ["pressure", []],
    ["initiative", []],
  ],
  cultural_fit: [
    ["values", []],
    ["attitude", []],
    ["growth", []],
    ["stability", [screened("stability")]],
  ],
  interview_performance: [
    ["logic", [rated("logical_clarity")]],
    ["thinking", [rated("technical_depth")]],
    ["adaptability", []],
    ["self_knowledge", [rated("honesty")]],
  ],
};

/**
 * What everything known of a candidate comes to, by HRM2's formula over the dimensions that are known. The range is what
 * the score could be if every sub-score without evidence were 1, or 5. The same sources give the same result.
 */
export function recommend(sources: RecommendationSources): Recommendation {
  const dimensions = recommendationDimensions.map((key): RecommendationDimension => {
    const subScores = table[key].map(([subScore, from]) => {
      const evidence = from.flatMap((source) => source(sources));
      return { key: subScore, evidence, value: meanOf(evidence.map(({ value }) => value)) };
    });
    return { key, weight: dimensionWeights[key], score: meanOf(subScores.map(({ value }) => value)), subScores };
  });
  const value = finalScore(dimensions.flatMap(({ weight, score }) => (score === null ? [] : [{ weight, score }])));
  const bound = (unknown: number, known?: SubScoreKey) =>
    finalScore(
      dimensions.map(({ weight, subScores }) => ({
        weight,
        score: exactMean(subScores.map((one) => one.value ?? (one.key === known ? 5 : unknown))) ?? unknown,
      })),
    ) ?? 0;
  const lowest = bound(1);
  return {
    engine,
    sources: {
      screening: sources.screening !== null,
      interviews: sources.interviews.length,
      scorecards: sources.scorecards.length,
    },
    score: value === null ? null : { value, low: Math.min(value, lowest), high: Math.max(value, bound(5)) },
    level: value === null ? null : levelOf(value),
    dimensions,
    conflicts: dimensions.flatMap(({ subScores }) =>
      subScores.flatMap(({ key, evidence }) => {
        const values = evidence.map((one) => one.value);
        return isSplit(values) ? [{ subScore: key, evidence }] : [];
      }),
    ),
    contradictions: sources.interviews.flatMap(({ report }) => report.redFlags),
    unknown: unknownOf(sources),
    open: dimensions
      .flatMap(({ subScores }) => subScores.filter((one) => one.value === null))
      .map(({ key }) => ({ subScore: key, points: oneDecimal(bound(1, key) - lowest) }))
      .toSorted((a, b) => b.points - a.points),
    matrix: buildMatrix(sources, dimensions),
  };
}

/** Musts and gates that neither the resume nor an answer has shown anything of. */
function unknownOf({
  requirements,
  screening,
  interviews,
  scorecards,
}: RecommendationSources): Recommendation["unknown"] {
  return requirements.flatMap(({ key, text, necessity }) => {
    if (necessity === "nice") return [];
    const verdict = screening?.verdicts.find(({ requirementKey }) => requirementKey === key)?.verdict ?? "unknown";
    const isRated = ({ requirementKey, rating }: { requirementKey: string; rating: number | null }) =>
      requirementKey === key && rating !== null;
    const isHeard = interviews.some(({ report }) => report.scorecard.some(isRated));
    if (verdict !== "unknown" || isHeard || scorecards.some(({ lines }) => lines.some(isRated))) return [];
    const question = screening?.questions.find(({ requirementKey }) => requirementKey === key);
    return [
      { requirementKey: key, text, question: question ? { code: question.code, values: question.values } : null },
    ];
  });
}

function screened(key: ScreeningResult["views"][number]["dimensions"][number]["key"]): Source {
  return ({ screening }) => {
    const dimensions = screening?.views.flatMap((view) => view.dimensions) ?? [];
    return dimensions.flatMap((one) => {
      // A score without a word behind it rests on what the resume leaves out.
      if (one.key !== key || !one.score || one.quotes.length + (one.corrections?.length ?? 0) === 0) return [];
      const { reason, quotes } = one;
      const value = oneDecimal(1 + one.score.value / 25);
      const resumeQuotes = quotes.slice(0, fewQuotes);
      return [{ source: "screening", column: "screening", value, reason, resumeQuotes, answerQuotes: [] }];
    });
  };
}

function rated(key: Rating["key"]): Source {
  return ({ interviews }) =>
    interviews.flatMap(({ id, report }): Evidence[] => {
      const ratings = report.evaluations.flatMap((one) => one.ratings.filter((rating) => rating.key === key));
      const known = ratings.flatMap((rating) => (rating.value === null ? [] : [{ ...rating, value: rating.value }]));
      const best = known.toSorted((a, b) => b.value - a.value)[0];
      const value = meanOf(known.map((one) => toFive(one.value)));
      if (!best || value === null) return [];
      const answerQuotes = best.quotes.slice(0, fewQuotes);
      return [{ source: "interview", column: id, value, reason: best.reason, resumeQuotes: [], answerQuotes }];
    });
}

function reported(key: InterviewReport["dimensions"][number]["key"]): Source {
  return ({ interviews }) =>
    interviews.flatMap(({ id, report }) =>
      report.dimensions.flatMap((one): Evidence[] => {
        if (one.key !== key || one.score === null) return [];
        const { score: value, comment: reason } = one;
        const answerQuotes = one.quotes.slice(0, fewQuotes);
        return [{ source: "interview", column: id, value, reason, resumeQuotes: [], answerQuotes }];
      }),
    );
}

/** What interviewers gave the musts and gates: people's own ratings, so one piece of evidence in all. */
function ratedByPanel({ requirements, scorecards }: RecommendationSources): Evidence[] {
  const musts = new Set(requirements.filter(({ necessity }) => necessity !== "nice").map(({ key }) => key));
  const lines = scorecards.flatMap((one) => one.lines.filter(({ requirementKey }) => musts.has(requirementKey)));
  const value = meanOf(lines.flatMap(({ rating }) => (rating === null ? [] : [toFive(rating)])));
  if (value === null) return [];
  const reason = { code: "scorecards_rate", values: { people: scorecards.length, lines: lines.length } };
  return [{ source: "scorecard", column: "scorecards", value, reason, resumeQuotes: [], answerQuotes: [] }];
}

function meanOf(values: readonly (number | null)[]): number | null {
  const mean = exactMean(values.filter((value) => value !== null));
  return mean === null ? null : oneDecimal(mean);
}

function exactMean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
