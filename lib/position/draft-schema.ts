import { z } from "zod";
import { modelFailure } from "@/lib/ai/schema";
import { necessities, requirementKinds } from "@/lib/position/kinds";

/** What may not decide about a person, and what a resume hardly shows: both are named and left out. */
export const leftOutReasons = [
  "age",
  "gender",
  "marital_status",
  "ethnicity",
  "hukou",
  "photo",
  "political_status",
  "health",
  "religion",
  "appearance",
  "soft",
] as const;
export const leftOutReason = z.enum(leftOutReasons);
export type LeftOutReason = z.infer<typeof leftOutReason>;

/** What the person should know before relying on the draft. */
export const draftNotes = [
  "title_missing",
  "no_requirements",
  "text_cut",
  "salary_months",
  "salary_from_annual",
  "salary_currency",
  "salary_not_monthly",
  "salary_base_only",
  "salary_unclear",
] as const;
export const draftNote = z.object({ code: z.enum(draftNotes), quote: z.string().default("") });
export type DraftNote = z.infer<typeof draftNote>;

/** A place in the draft's description and what stands there, to the letter. */
export const descriptionQuote = z.object({ start: z.int(), end: z.int(), text: z.string() });
export type DescriptionQuote = z.infer<typeof descriptionQuote>;

export const draftRequirement = z.object({
  kind: z.enum(requirementKinds),
  text: z.string().min(1).max(500),
  necessity: z.enum(necessities),
  weight: z.int().min(1).max(5),
  quote: descriptionQuote,
});
export type DraftRequirement = z.infer<typeof draftRequirement>;

export const positionDraft = z.object({
  title: z.string(),
  department: z.string(),
  city: z.string(),
  /** The whole text as it was read: what became no requirement is not lost. */
  description: z.string(),
  salaryMin: z.int().nullable(),
  salaryMax: z.int().nullable(),
  requirements: z.array(draftRequirement).max(100),
  leftOut: z.array(z.object({ reason: leftOutReason, quote: descriptionQuote })),
});
export type PositionDraft = z.infer<typeof positionDraft>;

/** `engine` names who wrote the draft: `built-in`, or a model. */
export const draftedPosition = z.object({
  draft: positionDraft,
  engine: z.string(),
  notes: z.array(draftNote),
  /** Why the model that is set up wrote none of it; null without a model too. */
  modelFailure: modelFailure.nullable(),
});
export type DraftedPosition = z.infer<typeof draftedPosition>;
