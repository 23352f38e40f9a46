import type { InterviewReport, Rating } from "@/lib/interview/schema";
import type { Requirement } from "@/lib/position/requirement";
import {
  dimensionWeights,
  finalScore,
  levelOf,
  recommendationDimensions,
  type subScoreKeys,
} from "@/lib/recommendation/kinds";
import type { Evidence, Recommendation, RecommendationDimension } from "@/lib/recommendation/schema";
import type { ScreeningResult } from "@/lib/screening/schema";

const engine = { name: "built-in", version: "1" };

export type RecommendationSources = {
  requirements: readonly Requirement[];
  /** With what people changed; null before a screening. */
  screening: ScreeningResult | null;
  /** Of every round that was held, the newest first. */
  interviews: readonly InterviewReport[];
};

type SubScoreKey = (typeof subScoreKeys)[number];
type Source = (sources: RecommendationSources) => Evidence[];

/** On the scale of 1 to 5, so far apart that two sources cannot both be right. */
const conflictFrom = 2;
const fewQuotes = 2;

/**
 * Which evidence each sub-score has: dimensions of the screening (0 to 100, as 1 to 5), ratings of answers (1 to 4, as 1
 * to 5) and subjects of the interview's report. What no source speaks of has none and stays unknown.
 */
const table: Record<(typeof recommendationDimensions)[number], [SubScoreKey, Source[]][]> = {
  professional_competency: [
    ["core_skills", [screened("must_have"), rated("technical_depth")]],
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
  const bound = (unknown: number) =>
    finalScore(
      dimensions.map(({ weight, subScores }) => ({
        weight,
        score: meanOf(subScores.map((one) => one.value ?? unknown)) ?? unknown,
      })),
    ) ?? 0;
  return {
    engine,
    sources: { screening: sources.screening !== null, interviews: sources.interviews.length },
    score: value === null ? null : { value, low: Math.min(value, bound(1)), high: Math.max(value, bound(5)) },
    level: value === null ? null : levelOf(value),
    dimensions,
    conflicts: dimensions.flatMap(({ subScores }) =>
      subScores.flatMap(({ key, evidence }) => {
        const values = evidence.map((one) => one.value);
        const isSplit = values.length > 1 && Math.max(...values) - Math.min(...values) >= conflictFrom;
        return isSplit ? [{ subScore: key, evidence }] : [];
      }),
    ),
    contradictions: sources.interviews.flatMap(({ redFlags }) => redFlags),
    unknown: unknownOf(sources),
  };
}

/** Musts and gates that neither the resume nor an answer has shown anything of. */
function unknownOf({ requirements, screening, interviews }: RecommendationSources): Recommendation["unknown"] {
  return requirements.flatMap(({ key, text, necessity }) => {
    if (necessity === "nice") return [];
    const verdict = screening?.verdicts.find(({ requirementKey }) => requirementKey === key)?.verdict ?? "unknown";
    const isHeard = interviews.some(({ scorecard }) =>
      scorecard.some(({ requirementKey, rating }) => requirementKey === key && rating !== null),
    );
    if (verdict !== "unknown" || isHeard) return [];
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
      return [{ source: "screening", value, reason, resumeQuotes: quotes.slice(0, fewQuotes), answerQuotes: [] }];
    });
  };
}

function rated(key: Rating["key"]): Source {
  return ({ interviews }) =>
    interviews.flatMap(({ evaluations }): Evidence[] => {
      const ratings = evaluations.flatMap((one) => one.ratings.filter((rating) => rating.key === key));
      const known = ratings.flatMap((rating) => (rating.value === null ? [] : [{ ...rating, value: rating.value }]));
      const best = known.toSorted((a, b) => b.value - a.value)[0];
      const mean = meanOf(known.map(({ value }) => 1 + ((value - 1) / 3) * 4));
      if (!best || mean === null) return [];
      const quotes = best.quotes.slice(0, fewQuotes);
      return [{ source: "interview", value: mean, reason: best.reason, resumeQuotes: [], answerQuotes: quotes }];
    });
}

function reported(key: InterviewReport["dimensions"][number]["key"]): Source {
  return ({ interviews }) =>
    interviews.flatMap(({ dimensions }) =>
      dimensions.flatMap((one): Evidence[] => {
        if (one.key !== key || one.score === null) return [];
        const quotes = one.quotes.slice(0, fewQuotes);
        return [{ source: "interview", value: one.score, reason: one.comment, resumeQuotes: [], answerQuotes: quotes }];
      }),
    );
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : oneDecimal(known.reduce((sum, value) => sum + value, 0) / known.length);
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
