import "server-only";
import type { LanguageModel } from "ai";
import { assertModelAddress } from "@/lib/ai/model-address";
import type { ModelPrice, ModelTask } from "@/lib/ai/schema";

/*
 * The one file that names a vendor or a model. Any server with OpenAI's chat completions will do: OpenAI, DeepSeek,
 * Qwen, Ollama, vLLM.
 */

export const openAiBaseUrl = "https://api.openai.com/v1";
/** For a key of OpenAI's own without a model name; at any other server the name has to be given. */
const openAiDefaultModel = "gpt-5.4-mini";

export function defaultModelName(baseUrl: string): string {
  return baseUrl === openAiBaseUrl ? openAiDefaultModel : "";
}

/** A model with what its calls need: whose they are, what they cost, and what they must not exceed. */
export type ModelConfig = {
  organisationId: string;
  task: ModelTask | "test";
  name: string;
  baseUrl: string;
  /** Null for servers that want none, as Ollama. */
  apiKey: string | null;
  price: ModelPrice | null;
  currency: string;
  monthlyTokenCap: number | null;
  monthlyCostCap: number | null;
};

/**
 * The SDK is loaded with the first call: it takes megabytes, and many servers have no model.
 *
 * @throws ModelError for a server that prompts may not go to
 */
export async function languageModel({ name, baseUrl, apiKey }: ModelConfig): Promise<LanguageModel> {
  await assertModelAddress(baseUrl);
  const { createOpenAI } = await import("@ai-sdk/openai");
  // Its warnings ("temperature is not supported") go to the console otherwise.
  globalThis.AI_SDK_LOG_WARNINGS = false;
  const provider = createOpenAI({
    baseURL: baseUrl,
    apiKey: apiKey ?? "none",
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      if (apiKey === null) headers.delete("authorization");
      // A redirect would carry the prompt to a server nobody chose.
      return fetch(input, { ...init, headers, redirect: "error" });
    },
  });
  return provider.chat(name);
}
