import "server-only";
import { askModel } from "@/lib/ai/ask-model";
import { ModelError } from "@/lib/ai/model-error";
import type { ModelConfig } from "@/lib/ai/models";
import { checkSummary } from "@/lib/ai/screening-summary/check-summary";
import { summaryPrompt } from "@/lib/ai/screening-summary/prompt";
import { type ScreeningSummary, type SummaryFact, summaryAnswer } from "@/lib/ai/screening-summary/schema";

type SummariseScreening = { model: ModelConfig; title: string; facts: SummaryFact[]; signal?: AbortSignal };

/** Prose on a screening from its facts; when the model fails, the reason in its place. */
export async function summariseScreening({
  model,
  title,
  facts,
  signal,
}: SummariseScreening): Promise<ScreeningSummary> {
  try {
    const sentences = await askModel({
      model,
      ...summaryPrompt({ title, facts }),
      shape: summaryAnswer,
      check: (answer) => checkSummary(facts, answer),
      signal,
    });
    return { engine: "model", model: model.name, sentences, failureReason: null };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return withoutProse(error.reason, model.name);
  }
}

export function withoutProse(failureReason: ScreeningSummary["failureReason"], model: string | null): ScreeningSummary {
  return { engine: "built-in", model, sentences: [], failureReason };
}
