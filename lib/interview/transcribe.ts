import "server-only";
import { z } from "zod";
import { askTranscriber, findTranscriber } from "@/lib/ai/transcription/ask-transcriber";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { getInterview } from "@/lib/interview/get-interview";
import { interviewLanguage } from "@/lib/interview/schema";
import { log } from "@/lib/log";

const answer = z.object({ text: z.string() });
const longestWaitMs = 20_000;

type Transcribe = {
  interviewId: string;
  /** A whole WAV file. */
  audio: Uint8Array<ArrayBuffer>;
  /** What was said before, which tells the recogniser names and terms. */
  context: string;
  viewer: Viewer;
  signal?: AbortSignal;
};

/**
 * What a piece of speech says. Nothing of it is kept.
 *
 * @throws conflict without the candidate's consent or outside a live interview, unavailable when the endpoint fails
 */
export async function transcribe({ interviewId, audio, context, viewer, signal }: Transcribe): Promise<string> {
  assertCan(viewer, "interview:hold");
  const { state, consent, language } = await getInterview({ interviewId, viewer });
  if (state !== "live") throw new AppError("conflict", "interview_not_live");
  if (!hasAgreed(consent)) throw new AppError("conflict", "no_consent");
  const transcriber = findTranscriber();
  if (!transcriber) throw new AppError("conflict", "no_transcription");
  const fields: [string, string][] = [
    ["language", interviewLanguage.parse(language)],
    ["response_format", "json"],
    ...(context ? ([["prompt", context.slice(-400)]] as [string, string][]) : []),
  ];
  const file = { audio: new Blob([audio], { type: "audio/wav" }), fileName: "speech.wav" };
  const startedAt = performance.now();
  try {
    const answered = await askTranscriber({ transcriber, ...file, fields, timeoutMs: longestWaitMs, signal });
    return answer.parse(answered).text.trim();
  } catch (cause) {
    const durationMs = Math.round(performance.now() - startedAt);
    log.warn({ durationMs, reason: cause instanceof Error ? cause.name : "unknown" }, "speech was not transcribed");
    throw new AppError("unavailable", "transcription_failed", { cause, retryAfterSeconds: 2 });
  }
}

function hasAgreed(consent: unknown) {
  const parsed = z.object({ way: z.enum(["spoken", "written"]) }).safeParse(consent);
  return parsed.success;
}
