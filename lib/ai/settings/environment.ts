import "server-only";
import { openAiBaseUrl } from "@/lib/ai/models";
import type { ModelNames } from "@/lib/ai/schema";
import { env } from "@/lib/env";

type Connection = { baseUrl: string; apiKey: string | null };

/**
 * The environment's server, whole or not at all: its key never goes to an address from the settings, nor a key from
 * the settings to its address.
 */
export function environmentConnection(): Connection | null {
  const { OPENAI_API_KEY, OPENAI_BASE_URL } = env();
  if (!OPENAI_API_KEY && !OPENAI_BASE_URL) return null;
  return { baseUrl: OPENAI_BASE_URL?.replace(/(?<!\/)\/+$/, "") ?? openAiBaseUrl, apiKey: OPENAI_API_KEY ?? null };
}

export function environmentModelNames(): ModelNames {
  const named = env();
  return {
    default: named.OPENAI_MODEL ?? "",
    draft: named.OPENAI_MODEL_DRAFT ?? "",
    summary: named.OPENAI_MODEL_SUMMARY ?? "",
    fields: named.OPENAI_MODEL_FIELDS ?? "",
    experts: named.OPENAI_MODEL_EXPERTS ?? "",
    interview: named.OPENAI_MODEL_INTERVIEW ?? "",
    review: named.OPENAI_MODEL_REVIEW ?? "",
    recommendation: named.OPENAI_MODEL_RECOMMENDATION ?? "",
    video: named.OPENAI_MODEL_VIDEO ?? "",
  };
}
