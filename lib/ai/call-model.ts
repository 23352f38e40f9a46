import "server-only";
import type { FinishReason, JSONSchema7, ModelMessage } from "ai";
import { assertWithinCap, recordCall, type Tokens } from "@/lib/ai/ledger";
import { withModelSlot } from "@/lib/ai/limit-concurrency";
import { ModelError, toModelError } from "@/lib/ai/model-error";
import { languageModel, type ModelConfig } from "@/lib/ai/models";
import { withRetries } from "@/lib/ai/retry";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

export type ModelCall = {
  model: ModelConfig;
  instructions: string;
  messages: ModelMessage[];
  /** Asks the server to hold the answer to this shape. */
  schema?: JSONSchema7;
  signal?: AbortSignal;
  retries?: number;
  timeoutMs?: number;
  /** For answers that should be the same each time, as far as the server can. */
  seed?: number;
  /** Hears of what a call came to, beside the ledger. */
  onTokens?: (tokens: Tokens) => void;
};

/**
 * One metered call: within the cap, in one of the process's slots, in time, retried, and written to the ledger.
 *
 * @throws ModelError, whatever goes wrong with the model
 */
export async function callModel(call: ModelCall): Promise<string> {
  const { text, finishReason } = await metered(call, async () => {
    const answer = await withRetries(call, () => generate(call));
    const tokens = countTokens(answer.usage, call, answer.text);
    call.onTokens?.(tokens);
    return { ...answer, tokens };
  });
  refuseUnfinished(finishReason);
  return text;
}

export function refuseUnfinished(finishReason: FinishReason) {
  if (finishReason === "length") throw new ModelError("cut_off");
  if (finishReason === "content-filter") throw new ModelError("refused");
}

async function generate({ model, instructions, messages, schema, seed, ...call }: ModelCall) {
  const { generateText, Output } = await import("ai");
  const { text, finishReason, usage } = await generateText({
    ...(await requestOptions(model, call)),
    instructions,
    messages,
    ...(seed !== undefined && { seed }),
    // The answer is read by `readAnswer`, which knows servers that answer in prose all the same.
    output: schema
      ? { ...Output.text(), responseFormat: Promise.resolve({ type: "json" as const, schema, name: model.task }) }
      : Output.text(),
  });
  return { text, finishReason, usage };
}

/** Prompts hold personal data: no telemetry sees them. */
export async function requestOptions(
  model: ModelConfig,
  { signal, timeoutMs }: Pick<ModelCall, "signal" | "timeoutMs">,
) {
  const language = await languageModel(model);
  const limit = AbortSignal.timeout(timeoutMs ?? env().MODEL_TIMEOUT_SECONDS * 1000);
  return {
    model: language,
    temperature: 0,
    maxRetries: 0,
    abortSignal: signal ? AbortSignal.any([signal, limit]) : limit,
    telemetry: { isEnabled: false },
  };
}

/** What every call goes through, streamed or not. */
export async function metered<T extends { tokens: Tokens }>({ model, signal }: ModelCall, work: () => Promise<T>) {
  return withModelSlot(signal, async () => {
    await assertWithinCap(model);
    const startedAt = performance.now();
    const outcome = await work().catch((caught: unknown) => toModelError(caught, signal));
    const durationMs = Math.round(performance.now() - startedAt);
    if (!(outcome instanceof ModelError)) {
      await recordCall(model, { tokens: outcome.tokens, durationMs });
      return outcome;
    }
    log.warn({ task: model.task, reason: outcome.reason, durationMs }, "a model did not answer");
    await recordCall(model, { failure: outcome.reason, durationMs });
    throw outcome;
  });
}

type Usage = { inputTokens: number | undefined; outputTokens: number | undefined };

/** Some servers do not count. Half the characters is more than most texts come to, so that a cap holds. */
export function countTokens(usage: Usage, { instructions, messages }: ModelCall, text: string): Tokens {
  const { inputTokens, outputTokens } = usage;
  if (inputTokens !== undefined && outputTokens !== undefined) {
    return { input: inputTokens, output: outputTokens, isEstimated: false };
  }
  const asked = instructions.length + JSON.stringify(messages).length;
  return { input: Math.ceil(asked / 2), output: Math.ceil(text.length / 2), isEstimated: true };
}
