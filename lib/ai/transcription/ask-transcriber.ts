import "server-only";
import { env } from "@/lib/env";

export type Transcriber = { baseUrl: string; apiKey: string | undefined; model: string };

/** An OpenAI-compatible server that turns speech into text; null without one. */
export function findTranscriber(): Transcriber | null {
  const { TRANSCRIPTION_BASE_URL: baseUrl, TRANSCRIPTION_API_KEY: apiKey, TRANSCRIPTION_MODEL: model } = env();
  return baseUrl ? { baseUrl: baseUrl.replace(/\/$/, ""), apiKey, model } : null;
}

export const transcriptionFailures = [
  ...(["unreachable", "refused", "too_large", "busy", "timeout", "unsupported", "unusable"] as const),
] as const;
export type TranscriptionFailure = (typeof transcriptionFailures)[number];

export class TranscriptionError extends Error {
  constructor(
    readonly reason: TranscriptionFailure,
    options?: ErrorOptions,
  ) {
    super(`transcription ${reason}`, options);
    this.name = "TranscriptionError";
  }

  /** Whether asking again later may help. */
  get isPassing() {
    return this.reason === "unreachable" || this.reason === "busy" || this.reason === "timeout";
  }
}

type Ask = {
  transcriber: Transcriber;
  audio: Blob;
  /** Its ending tells the server what it is. */
  fileName: string;
  fields: [name: string, value: string][];
  timeoutMs: number;
  signal?: AbortSignal;
};

/**
 * Sends a piece of sound and gives back what the server answers, unchecked.
 *
 * @throws TranscriptionError
 */
export async function askTranscriber({
  transcriber,
  audio,
  fileName,
  fields,
  timeoutMs,
  signal,
}: Ask): Promise<unknown> {
  const form = new FormData();
  form.set("file", audio, fileName);
  form.set("model", transcriber.model);
  for (const [name, value] of fields) form.append(name, value);
  const limit = AbortSignal.timeout(timeoutMs);
  const response = await fetch(`${transcriber.baseUrl}/audio/transcriptions`, {
    method: "POST",
    body: form,
    redirect: "error",
    headers: transcriber.apiKey ? { authorization: `Bearer ${transcriber.apiKey}` } : {},
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  }).catch((cause: unknown) => {
    throw new TranscriptionError(limit.aborted ? "timeout" : "unreachable", { cause });
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new TranscriptionError(failureOf(response.status));
  }
  return response.json().catch((cause: unknown) => {
    throw new TranscriptionError(limit.aborted ? "timeout" : "unusable", { cause });
  });
}

function failureOf(status: number): TranscriptionFailure {
  if (status === 401 || status === 403 || status === 404) return "refused";
  if (status === 413) return "too_large";
  if (status === 429) return "busy";
  return status >= 500 ? "unreachable" : "unsupported";
}
