import "server-only";
import { askModel, type Checked } from "@/lib/ai/ask-model";
import { type FoundQuote, findQuote } from "@/lib/ai/find-quote";
import { type InterviewMaterial, questionsPrompt } from "@/lib/ai/interview/prompts";
import { type DraftedQuestions, draftedQuestions } from "@/lib/ai/interview/schema";
import type { ModelConfig } from "@/lib/ai/models";

type DraftQuestions = InterviewMaterial & {
  model: ModelConfig;
  count: number;
  /** Questions that are there already. */
  known: string[];
  /** Whether a question may be asked at all. */
  isAllowed: (text: string) => boolean;
  signal?: AbortSignal;
};
export type DraftedQuestion = Omit<DraftedQuestions["questions"][number], "quote"> & { quote: FoundQuote | null };

/**
 * Questions by a model. One that is tied to nothing, cites words that stand nowhere, asks what must not be asked or is
 * there already is left out.
 *
 * @throws ModelError, `invented` when none is left
 */
export async function draftQuestions({ model, isAllowed, signal, ...material }: DraftQuestions) {
  return askModel({
    ...{ model, signal, shape: draftedQuestions, ...questionsPrompt(material) },
    check: ({ questions }): Checked<DraftedQuestion[]> => {
      const seen = new Set(material.known.map(plain));
      const value = questions.flatMap((question): DraftedQuestion[] => {
        const quote = question.quote === null ? null : findQuote(material.resume, question.quote);
        const isTied = quote !== null || material.requirements[(question.requirement ?? 0) - 1] !== undefined;
        const isNew = !seen.has(plain(question.text));
        seen.add(plain(question.text));
        const isUsable = isTied && isNew && isAllowed(question.text) && (question.quote === null || quote !== null);
        return isUsable ? [{ ...question, quote }] : [];
      });
      if (value.length > 0) return { value: value.slice(0, material.count) };
      return {
        reason: "invented",
        problem: "No question is left: each must name a requirement by its number or quote the resume word for word.",
      };
    },
  });
}

/** Two questions that differ in white space, case or punctuation are one. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
