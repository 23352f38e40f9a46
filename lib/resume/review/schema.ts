import { z } from "zod";
import { modelFailure } from "@/lib/ai/schema";
import { textSpan } from "@/lib/resume/profile";

/** Five looks at one resume, with the points each can give: 100 together. */
export const dimensionPoints = { project: 40, skillMatch: 20, content: 15, structure: 15, expression: 10 } as const;
export type Dimension = keyof typeof dimensionPoints;
export const dimensions = ["project", "skillMatch", "content", "structure", "expression"] as const;
const dimension = z.enum(dimensions);

/** One thing that was counted in the resume, with what that gives; `measures.ts` documents each by its key. */
export const measure = z.object({
  dimension,
  key: z.string(),
  points: z.number().nonnegative(),
  max: z.number().positive(),
  /** What was counted, for the sentences. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Where it stands in the text; empty for what does not stand there. */
  spans: z.array(textSpan),
});
export type Measure = z.infer<typeof measure>;

export const categories = ["project", "skill", "content", "format", "structure", "expression"] as const;
export const priorities = ["high", "medium", "low"] as const;

export const suggestion = z.object({
  category: z.enum(categories),
  priority: z.enum(priorities),
  issue: z.string().min(1),
  recommendation: z.string().min(1),
});
export type Suggestion = z.infer<typeof suggestion>;

const score = (max: number) => z.int().min(0).max(max);

export const review = z.object({
  version: z.string(),
  /** Of its sentences: English for an English resume. */
  language: z.enum(["zh", "en"]),
  overall: score(100),
  scores: z.object({
    project: score(dimensionPoints.project),
    skillMatch: score(dimensionPoints.skillMatch),
    content: score(dimensionPoints.content),
    structure: score(dimensionPoints.structure),
    expression: score(dimensionPoints.expression),
  }),
  summary: z.string().min(1),
  strengths: z.array(z.string()),
  suggestions: z.array(suggestion),
  measures: z.array(measure),
  /** Whose words the summary and the suggestions are in; missing where no model was set up. */
  words: z.object({ model: z.string().nullable(), failureReason: modelFailure.nullable() }).optional(),
});
export type Review = z.infer<typeof review>;

/** Why there is no review; reading's own reasons stand for a file that could not be read. */
export const reviewFailures = ["too_little", "no_text", "internal"] as const;
