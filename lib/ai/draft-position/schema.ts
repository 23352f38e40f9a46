import { z } from "zod";
import { necessities, requirementKinds } from "@/lib/position/kinds";
import { requirement } from "@/lib/position/requirement";
import { textSpan } from "@/lib/resume/profile";

/** What a model is asked for. Bounds stand in the checks: not every server knows them in a schema. */
export const draftAnswer = z.object({
  title: z.string(),
  department: z.string().nullable(),
  salary: z.object({ quote: z.string(), monthlyMin: z.number(), monthlyMax: z.number() }).nullable(),
  requirements: z.array(
    z.object({
      quote: z.string(),
      text: z.string(),
      kind: z.enum(requirementKinds),
      necessity: z.enum(necessities),
      weight: z.number(),
    }),
  ),
});
export type DraftAnswer = z.infer<typeof draftAnswer>;

/** A position to look over before it is saved: the shape of `savePositionInput`, with where each part comes from. */
export const positionDraft = z.object({
  /** Empty when the description does not name one. */
  title: z.string(),
  department: z.string(),
  /** As pasted, without what cannot be seen; quotes are spans of it. */
  description: z.string(),
  salaryMin: z.int().nullable(),
  salaryMax: z.int().nullable(),
  requirements: z.array(requirement.extend({ quote: textSpan.extend({ text: z.string() }) })),
  /** Requirements the model gave without words of the description for them; they were left out. */
  leftOut: z.int(),
});
export type PositionDraft = z.infer<typeof positionDraft>;
