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

export const startSpreadInput = z.object({ times: z.int().min(3).max(5), candidates: z.int().min(1).max(5) });

const range = z.object({ low: z.number(), high: z.number() });

/** One candidate asked about several times. */
export const spreadCandidate = z.object({
  applicationId: z.uuid(),
  /** Rounds in which every expert answered; the others are not in the ranges. */
  rounds: z.int(),
  comprehensive: range,
  hr: range,
  technical: range,
  manager: range,
  /** Requirements whose verdict was not the same in every round, with how often each was given. */
  changed: z.array(z.object({ requirementKey: z.uuid(), verdicts: z.record(z.string(), z.int()) })),
});

export const spreadResults = z.object({
  candidates: z.array(spreadCandidate),
  /** Verdicts that were asked for, over all candidates, and those that changed. */
  verdicts: z.int(),
  changedVerdicts: z.int(),
  usage: z.object({
    inputTokens: z.int(),
    outputTokens: z.int(),
    cost: z.number().nullable(),
    currency: z.string(),
  }),
  /** Why rounds are missing: the first reason of each. */
  failures: z.array(z.string()),
});
export type SpreadResults = z.infer<typeof spreadResults>;

export const spreadView = z.object({
  id: z.uuid(),
  state: z.enum(["pending", "running", "completed", "failed", "cancelled"]),
  model: z.string(),
  version: z.int(),
  times: z.int(),
  done: z.int(),
  total: z.int(),
  error: z.string().nullable(),
  createdAt: z.iso.datetime(),
  results: spreadResults
    .extend({
      candidates: z.array(
        spreadCandidate.extend({
          name: z.string(),
          changed: z.array(z.object({ text: z.string(), verdicts: z.record(z.string(), z.int()) })),
        }),
      ),
    })
    .nullable(),
});
export type SpreadView = z.infer<typeof spreadView>;

export const spreads = z.object({
  measurements: z.array(spreadView),
  /** For each of the first candidates of the board, once. */
  estimate: expertsEstimate,
});
export type Spreads = z.infer<typeof spreads>;
