import "server-only";
import { createHash } from "node:crypto";
import type { Tokens } from "@/lib/ai/ledger";
import { ModelError } from "@/lib/ai/model-error";
import type { ModelConfig } from "@/lib/ai/models";
import type { ModelFailure } from "@/lib/ai/schema";
import { type Expert, expertsVersion } from "@/lib/ai/screening/schema";
import type { Prisma } from "@/lib/db";
import { scopedDb } from "@/lib/db";

/** What a step hands on of an answer: where it is kept, or why there is none and what the try came to. */
export type Asked = { answerId: string | null; failureReason: ModelFailure | null; spent: Tokens };

export const nothingSpent: Tokens = { input: 0, output: 0, isEstimated: false };
export const notAsked: Asked = { answerId: null, failureReason: null, spent: nothingSpent };

type AnswerOnce = {
  resumeId: string;
  expert: Expert;
  model: ModelConfig;
  /** All that the answer depends on beside the model. */
  input: Prisma.InputJsonValue;
  /** Set to ask although the same input was answered before. */
  round?: string;
  /** The run or measurement that pays. */
  askedForId: string;
  ask: (onTokens: (tokens: Tokens) => void) => Promise<Prisma.InputJsonObject>;
};

/**
 * Asks, unless the very same was asked before. An answer is kept as soon as it is there, so that whatever is repeated pays
 * once, and the same input always comes to the same numbers.
 */
export async function answerOnce({ expert, model, input, round, ...job }: AnswerOnce): Promise<Asked> {
  const { resumeId, askedForId, ask } = job;
  const { organisationId, name, baseUrl } = model;
  const db = scopedDb(organisationId);
  const digest = createHash("sha256")
    .update(JSON.stringify([expertsVersion, baseUrl, name, expert, input, round ?? null]))
    .digest("hex");
  const key = { resumeId, expert, digest };
  const known = await db.expertAnswer.findFirst({ where: key, select: { id: true } });
  if (known) return { answerId: known.id, failureReason: null, spent: nothingSpent };
  let spent = nothingSpent;
  const count = ({ input, output, isEstimated }: Tokens) => {
    spent = {
      input: spent.input + input,
      output: spent.output + output,
      isEstimated: spent.isEstimated || isEstimated,
    };
  };
  try {
    const findings = await ask(count);
    const { input: inputTokens, output: outputTokens, isEstimated } = spent;
    await db.expertAnswer.createMany({
      data: [{ ...key, organisationId, model: name, findings, askedForId, inputTokens, outputTokens, isEstimated }],
      // Of two that asked at once the first one's stands.
      skipDuplicates: true,
    });
    const kept = await db.expertAnswer.findFirstOrThrow({ where: key, select: { id: true } });
    return { answerId: kept.id, failureReason: null, spent: nothingSpent };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { answerId: null, failureReason: error.reason, spent };
  }
}
