import "server-only";
import { askModel } from "@/lib/ai/ask-model";
import { createFence } from "@/lib/ai/fence";
import { ModelError } from "@/lib/ai/model-error";
import type { ModelConfig } from "@/lib/ai/models";
import { checkSummary } from "@/lib/ai/screening-summary/check-summary";
import { type SummaryFact, type SummarySentence, summaryAnswer } from "@/lib/ai/screening-summary/schema";

type WritePart = { model: ModelConfig; about: string; title: string; facts: SummaryFact[]; signal?: AbortSignal };
export type WrittenPart = { model: string; sentences: SummarySentence[]; failureReason: string | null };

/** Prose on one part of a recommendation from its facts; when the model fails, the reason in its place. */
export async function writePart({ model, facts, signal, ...asked }: WritePart): Promise<WrittenPart> {
  try {
    const sentences = await askModel({
      ...{ model, signal, shape: summaryAnswer, ...promptOf({ ...asked, facts }) },
      check: (answer) => checkSummary(facts, answer),
    });
    return { model: model.name, sentences, failureReason: null };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { model: model.name, sentences: [], failureReason: error.reason };
  }
}

/** The model sees facts and quotes: no name, no contact, no resume, no transcript. */
function promptOf({ about, title, facts }: Pick<WritePart, "about" | "title" | "facts">) {
  const fence = createFence();
  const instructions = [
    `You write one part of a report for the person who decides on a candidate: ${about}. The facts were found and the scores computed by code; you add none and change none.`,
    fence.rule,
    "- 2 to 5 sentences: what is shown and by what, where sources differ, and what is not known.",
    "- Each sentence in Chinese (zh) and in English (en), saying the same, with the ids of the facts it rests on.",
    "- A number may stand in a sentence only if it stands in one of its facts, and is written in digits as there.",
    "- Words in quotation marks must be words of the quotes of its facts, unchanged.",
    "- Unknown is not a weakness. Decide nothing, and say nothing about gender, age, origin, health or family.",
  ].join("\n");
  const lines = facts.map(({ id, text, quotes }) =>
    [`${id}: ${text}`, ...quotes.map((quote) => `  quote: ${quote.text.replace(/\s+/g, " ")}`)].join("\n"),
  );
  const material = [`Position: ${title}`, ...lines].join("\n\n");
  return { instructions, prompt: `The facts, with quotes:\n${fence.around(material)}` };
}
