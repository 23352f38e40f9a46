import { z } from "zod";
import { answerQuote, contradiction } from "@/lib/interview/schema";
import { necessities } from "@/lib/position/kinds";
import {
  evidenceSources,
  matrixSourceKinds,
  recommendationDimensions,
  recommendationLevels,
  sourceKinds,
  subScoreKeys,
} from "@/lib/recommendation/kinds";
import { boardMark, quote, score, statement } from "@/lib/screening/schema";
import { transcriptLine } from "@/lib/video/schema";

/** What one source says of one sub-score, 1 to 5. */
export const evidence = z.object({
  source: z.enum(evidenceSources),
  /** Which column of the table it stands in; missing in results of engine version 1. */
  column: z.string().optional(),
  value: z.number().min(1).max(5),
  /** Of the screening's sentences, the interview's or our own, by the source. */
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

/** A column of the table: one source. */
export const matrixColumn = z.object({
  key: z.string(),
  kind: z.enum(matrixSourceKinds),
  /** Of an interview. */
  round: z.int().nullable(),
  at: z.iso.datetime().nullable(),
});
export type MatrixColumn = z.infer<typeof matrixColumn>;

/** What one source says in one row. A source that says nothing has no entry. */
export const matrixEntry = z.object({
  column: z.string(),
  /** A verdict on a requirement; null where the source only names it, or gives a number. */
  mark: boardMark.nullable(),
  /** 1 to 5. */
  value: z.number().min(1).max(5).nullable(),
  /** Of our own sentences. */
  reason: statement.nullable(),
  /** The colleague who said it, and their words. */
  by: z.string().nullable(),
  comment: z.string(),
  resumeQuotes: z.array(quote),
  answerQuotes: z.array(answerQuote),
  videoQuotes: z.array(transcriptLine.omit({ endSeconds: true })),
});
export type MatrixEntry = z.infer<typeof matrixEntry>;

export const matrixRow = z.object({
  kind: z.enum(["overall", "requirement", "sub_score"]),
  /** Of the requirement or the sub-score; `overall`. */
  key: z.string(),
  /** The requirement's words; empty for the others, which have a name in every language. */
  text: z.string(),
  necessity: z.enum(necessities).nullable(),
  /** Its sources cannot all be right. */
  isConflict: z.boolean(),
  entries: z.array(matrixEntry),
});
export type MatrixRow = z.infer<typeof matrixRow>;

export const recommendation = z.object({
  engine: z.object({ name: z.string(), version: z.string() }),
  sources: z.object({ screening: z.boolean(), interviews: z.int(), scorecards: z.int().default(0) }),
  /** What it was made from, hashed: what has another hash now has changed. Missing in results of engine version 1. */
  digests: z.partialRecord(z.enum(sourceKinds), z.string()).optional(),
  /** Null when nothing is known; the range is what it could be once every sub-score is. */
  score: score.nullable(),
  level: z.enum(recommendationLevels).nullable(),
  dimensions: z.array(dimension).length(recommendationDimensions.length),
  /** Where two sources say otherwise of one thing. */
  conflicts: z.array(z.object({ subScore: z.enum(subScoreKeys), evidence: z.array(evidence).min(2) })),
  contradictions: z.array(contradiction),
  /** What must be met and nobody knows, with what would settle it. */
  unknown: z.array(z.object({ requirementKey: z.uuid(), text: z.string(), question: statement.nullable() })),
  /** Sub-scores nobody knows, with the points of the final score that hang on each, the most first. */
  open: z.array(z.object({ subScore: z.enum(subScoreKeys), points: z.number() })).default([]),
  /** Requirements and sub-scores by source; empty in results of engine version 1. */
  matrix: z.object({ columns: z.array(matrixColumn), rows: z.array(matrixRow) }).default({ columns: [], rows: [] }),
});
export type Recommendation = z.infer<typeof recommendation>;

/** One thing that two analyses say otherwise. Null: unknown. */
export const movement = z.object({
  kind: z.enum(["score", "dimension", "sub_score", "requirement"]),
  key: z.string(),
  text: z.string(),
  from: z.union([z.number(), boardMark]).nullable(),
  to: z.union([z.number(), boardMark]).nullable(),
});
export type Movement = z.infer<typeof movement>;

const proseSentence = z.object({ zh: z.string(), en: z.string(), quotes: z.array(z.string()) });
/** What a model wrote, part by part; a part that failed has its reason, and the built-in text stands. */
export const prosePart = z.object({
  model: z.string().nullable(),
  sentences: z.array(proseSentence),
  failureReason: z.string().nullable(),
});
export type ProsePart = z.infer<typeof prosePart>;
export const recommendationProse = z.partialRecord(z.enum([...recommendationDimensions, "report"]), prosePart);
export type RecommendationProse = z.infer<typeof recommendationProse>;

export const recommendationView = z.object({
  id: z.uuid(),
  createdAt: z.iso.datetime(),
  result: recommendation,
  /** By a model; null where none was set up. Parts come one after the other. */
  prose: recommendationProse.nullable().default(null),
  isProsePending: z.boolean().default(false),
  /** The one before it. */
  before: z.object({ createdAt: z.iso.datetime(), score: z.number().nullable() }).nullable(),
  /** What has moved since the one before. */
  moved: z.array(movement).default([]),
  /** Something it rests on has changed since. */
  isOutdated: z.boolean(),
  /** What of it has. */
  changed: z.array(z.enum(sourceKinds)).default([]),
});
export type RecommendationView = z.infer<typeof recommendationView>;
export const foundRecommendation = recommendationView.nullable();

export const finalist = z.object({
  applicationId: z.uuid(),
  resumeId: z.uuid(),
  candidateName: z.string().nullable(),
  stage: z.string(),
  /** Null before there is one. */
  recommendation: z
    .object({
      createdAt: z.iso.datetime(),
      score: score.nullable(),
      level: z.enum(recommendationLevels).nullable(),
      /** Whether the level is for now only. */
      isProvisional: z.boolean(),
      isOutdated: z.boolean(),
      conflicts: z.int(),
      unknown: z.int(),
      dimensions: z.array(
        z.object({
          key: z.enum(recommendationDimensions),
          score: z.number().nullable(),
          subScores: z.array(z.object({ key: z.enum(subScoreKeys), value: z.number().nullable() })),
        }),
      ),
      marks: z.array(z.object({ key: z.string(), mark: boardMark.nullable(), value: z.number().nullable() })),
    })
    .nullable(),
});
export type Finalist = z.infer<typeof finalist>;
export const finalists = z.object({
  position: z.object({ id: z.uuid(), title: z.string() }),
  requirements: z.array(z.object({ key: z.uuid(), text: z.string(), necessity: z.enum(necessities) })),
  finalists: z.array(finalist),
  /** Others of the position with a recommendation, to put beside them. */
  others: z.array(z.object({ applicationId: z.uuid(), candidateName: z.string().nullable() })),
});
export type Finalists = z.infer<typeof finalists>;
