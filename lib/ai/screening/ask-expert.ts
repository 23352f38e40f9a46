import "server-only";
import { askModel } from "@/lib/ai/ask-model";
import type { Tokens } from "@/lib/ai/ledger";
import type { ModelConfig } from "@/lib/ai/models";
import { checkExpert } from "@/lib/ai/screening/check-expert";
import { type AskedRequirement, expertPrompt } from "@/lib/ai/screening/prompts";
import { type ExpertFindings, expertAnswer, type JudgingExpert } from "@/lib/ai/screening/schema";

/** As near to the same answer each time as a server can bring it. */
export const seed = 7;

type AskExpert = {
  model: ModelConfig;
  expert: JudgingExpert;
  title: string;
  requirements: readonly AskedRequirement[];
  /** What may be sent of the resume, at the places it has there. */
  text: string;
  original: string;
  onTokens?: (tokens: Tokens) => void;
};

/**
 * What an expert by a model finds in a resume for its requirements, quotes checked.
 *
 * @throws ModelError
 */
export function askExpert({ model, onTokens, ...asked }: AskExpert): Promise<ExpertFindings> {
  return askModel({
    ...{ model, seed, onTokens },
    ...expertPrompt(asked),
    shape: expertAnswer,
    check: (answer, isLast) => checkExpert(asked, answer, isLast),
  });
}
