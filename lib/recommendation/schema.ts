import { z } from "zod";
import { answerQuote, contradiction } from "@/lib/interview/schema";
import { recommendationDimensions, recommendationLevels, subScoreKeys } from "@/lib/recommendation/kinds";
import { quote, score, statement } from "@/lib/screening/schema";

/** What one source says of one sub-score, 1 to 5. */
export const evidence = z.object({
  source: z.enum(["screening", "interview"]),
  value: z.number().min(1).max(5),
  /** Of the screening's sentences or the interview's, by the source. */
  reason: statement,
  resumeQuotes: z.array(quote),
  answerQuotes: z.array(answerQuote),
});
export type Evidence = z.infer<typeof evidence>;

export const subScore = z.object({
  key: z.enum(subScoreKeys),
  /** The mean of its evidence, one decimal; null without any. */
  value: z.number().min(1).max(5).nullable(),
  evidence: z.array(evidence),
});

export const dimension = z.object({
  key: z.enum(recommendationDimensions),
  weight: z.number(),
  /** The mean of its known sub-scores, one decimal; null when none is known. */
  score: z.number().min(1).max(5).nullable(),
  subScores: z.array(subScore).length(4),
});
export type RecommendationDimension = z.infer<typeof dimension>;

export const recommendation = z.object({
  engine: z.object({ name: z.string(), version: z.string() }),
  sources: z.object({ screening: z.boolean(), interviews: z.int() }),
  /** Null when nothing is known; the range is what it could be once every sub-score is. */
  score: score.nullable(),
  level: z.enum(recommendationLevels).nullable(),
  dimensions: z.array(dimension).length(recommendationDimensions.length),
  /** Where two sources say otherwise of one thing. */
  conflicts: z.array(z.object({ subScore: z.enum(subScoreKeys), evidence: z.array(evidence).min(2) })),
  contradictions: z.array(contradiction),
  /** What must be met and nobody knows, with what would settle it. */
  unknown: z.array(z.object({ requirementKey: z.uuid(), text: z.string(), question: statement.nullable() })),
});
export type Recommendation = z.infer<typeof recommendation>;

export const recommendationView = z.object({
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  result: recommendation,
  /** The one before it: what has moved since. */
  before: z.object({ createdAt: z.iso.datetime(), score: z.number().nullable() }).nullable(),
  /** Something it rests on has changed since. */
  isOutdated: z.boolean(),
});
export type RecommendationView = z.infer<typeof recommendationView>;
export const foundRecommendation = recommendationView.nullable();
