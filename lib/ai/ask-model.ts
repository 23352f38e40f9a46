import "server-only";
import type { JSONSchema7, ModelMessage } from "ai";
import { z } from "zod";
import { callModel, type ModelCall } from "@/lib/ai/call-model";
import { ModelError } from "@/lib/ai/model-error";
import type { ModelConfig } from "@/lib/ai/models";
import { readAnswer } from "@/lib/ai/read-answer";
import type { ModelFailure } from "@/lib/ai/schema";

export type Checked<R> = { value: R } | { reason: ModelFailure; problem: string };

type AskModel<T, R> = Pick<ModelCall, "signal" | "seed" | "onTokens"> & {
  model: ModelConfig;
  instructions: string;
  prompt: string;
  shape: z.ZodType<T>;
  /** What code can hold against the source. `isLast`: there is no second try after this one. */
  check: (answer: T, isLast: boolean) => Checked<R>;
};

/**
 * An answer in a shape, checked by code. One that does not fit goes back once with what is wrong with it.
 *
 * @throws ModelError
 */
export async function askModel<T, R>({ prompt, shape, check, ...ask }: AskModel<T, R>): Promise<R> {
  const schema = z.toJSONSchema(shape, { target: "draft-7" }) as JSONSchema7;
  const instructions = `${ask.instructions}\n\nAnswer with one JSON object and nothing else, in this shape:\n${JSON.stringify(schema)}`;
  const messages: ModelMessage[] = [{ role: "user", content: prompt }];
  const first = await callForJson({ ...ask, instructions, messages, schema });
  const result = examine(first, shape, (answer) => check(answer, false));
  if ("value" in result) return result.value;

  const repair = `That answer cannot be used:\n${result.problem}\nAnswer again with the whole corrected JSON object and nothing else.`;
  messages.push({ role: "assistant", content: first ?? "(broke off)" }, { role: "user", content: repair });
  const second = await callForJson({ ...ask, instructions, messages, schema });
  const repaired = examine(second, shape, (answer) => check(answer, true));
  if ("value" in repaired) return repaired.value;
  throw new ModelError(repaired.reason);
}

function examine<T, R>(text: string | null, shape: z.ZodType<T>, check: (answer: T) => Checked<R>): Checked<R> {
  if (text === null) return { reason: "cut_off", problem: "It broke off before its end. Be shorter." };
  const json = readAnswer(text);
  if (json === undefined) return { reason: "not_understood", problem: "It holds no complete JSON object." };
  const parsed = shape.safeParse(json);
  if (parsed.success) return check(parsed.data);
  const issues = parsed.error.issues
    .slice(0, 10)
    .map(({ path, message }) => `${path.join(".") || "answer"}: ${message}`);
  return { reason: "not_understood", problem: issues.join("\n") };
}

/** Servers and models that refused JSON schema output or a seed, as this process learned. */
const plainOnly = new Set<string>();

async function callForJson(call: ModelCall): Promise<string | null> {
  const key = `${call.model.baseUrl} ${call.model.name}`;
  if (!plainOnly.has(key)) {
    try {
      return await callUntilCutOff(call);
    } catch (error) {
      if (!(error instanceof ModelError) || error.reason !== "rejected") throw error;
    }
  }
  const text = await callUntilCutOff({ ...call, schema: undefined, seed: undefined });
  plainOnly.add(key);
  return text;
}

/** Null for a broken-off answer: it gets its second try like any that does not fit. */
async function callUntilCutOff(call: ModelCall): Promise<string | null> {
  try {
    return await callModel(call);
  } catch (error) {
    if (error instanceof ModelError && error.reason === "cut_off") return null;
    throw error;
  }
}
