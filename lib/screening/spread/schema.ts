import { z } from "zod";
import { expertsEstimate } from "@/lib/screening/experts/schema";
import { verdict, workState } from "@/lib/screening/schema";
import { fewestTimes, mostCandidates, mostTimes } from "@/lib/screening/spread/kinds";

export const startSpreadInput = z.object({
  times: z.int().min(fewestTimes).max(mostTimes),
  candidates: z.int().min(1).max(mostCandidates),
});

/** What one round of asking about one candidate came to: numbers and verdicts, none of the resume's words. */
export const spreadSample = z.object({
  applicationId: z.uuid(),
  scores: z.object({ comprehensive: z.number(), hr: z.number(), technical: z.number(), manager: z.number() }),
  verdicts: z.array(z.object({ requirementKey: z.uuid(), verdict })),
});
export type SpreadSample = z.infer<typeof spreadSample>;

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
  changed: z.array(z.object({ requirementKey: z.uuid(), verdicts: z.partialRecord(verdict, z.int()) })),
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
  state: workState,
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
          changed: z.array(z.object({ text: z.string(), verdicts: z.partialRecord(verdict, z.int()) })),
        }),
      ),
    })
    .nullable(),
});
export type SpreadView = z.infer<typeof spreadView>;

export const spreads = z.object({
  measurements: z.array(spreadView),
  /** For the first candidates of the board once; null for who may not measure, and where no model is set up. */
  estimate: expertsEstimate.nullable(),
});
export type Spreads = z.infer<typeof spreads>;

export const startedSpread = z.object({ id: z.uuid() });
