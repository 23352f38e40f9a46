import { z } from "zod";

export const estimateInput = z.object({ resumeIds: z.array(z.uuid()).min(1).max(1000) });

const amount = z.object({
  calls: z.int(),
  inputTokens: z.int(),
  outputTokens: z.int(),
  /** Null for a model without a price. */
  cost: z.number().nullable(),
});
export type Amount = z.infer<typeof amount>;

/** What experts by a model would come to, from the lengths of texts and prompts. */
export const expertsEstimate = z.object({
  /** Null where no model is set up, or experts are switched off. */
  model: z.string().nullable(),
  resumes: z.int(),
  amount,
  currency: z.string(),
  /** What the month's caps leave; null without a cap. */
  left: z.object({ tokens: z.int().nullable(), cost: z.number().nullable() }),
});
export type ExpertsEstimate = z.infer<typeof expertsEstimate>;
