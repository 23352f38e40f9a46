import { z } from "zod";
import { modelFailure } from "@/lib/ai/schema";
import { textSpan } from "@/lib/resume/profile";

/** What code found out, one line each; what a sentence of the summary may rest on. */
export type SummaryFact = { id: string; text: string; quotes: z.infer<typeof summaryQuote>[] };

const summaryQuote = textSpan.extend({ text: z.string().min(1) });

export const summaryAnswer = z.object({
  sentences: z.array(z.object({ facts: z.array(z.string()), zh: z.string(), en: z.string() })),
});
export type SummaryAnswer = z.infer<typeof summaryAnswer>;

export const summarySentence = z.object({ zh: z.string(), en: z.string(), quotes: z.array(summaryQuote) });
export type SummarySentence = z.infer<typeof summarySentence>;

/** The prose on a screening, or why the built-in statements stand alone. */
export const screeningSummary = z.object({
  engine: z.enum(["model", "built-in"]),
  /** Null when the attempt did not get as far as a model. */
  model: z.string().nullable(),
  sentences: z.array(summarySentence),
  failureReason: modelFailure.nullable(),
});
export type ScreeningSummary = z.infer<typeof screeningSummary>;
