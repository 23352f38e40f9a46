import "server-only";
import { z } from "zod";
import { askTranscriber, findTranscriber, type Transcriber } from "@/lib/ai/transcription/ask-transcriber";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { keepAudio } from "@/lib/interview/audio";
import { getInterview } from "@/lib/interview/get-interview";
import { consent } from "@/lib/interview/page-schema";
import { interviewLanguage } from "@/lib/interview/schema";
import { log } from "@/lib/log";
import { isInfected } from "@/lib/storage/is-infected";

const answer = z.object({ text: z.string() });
const longestWaitMs = 20_000;

type Transcribe = {
  interviewId: string;
  /** A whole WAV file. */
  audio: Uint8Array<ArrayBuffer>;
  /** What was said before, which tells the recogniser names and terms. */
  context: string;
  /** What it belongs to, of speech that is complete. */
  segmentId?: string;
  viewer: Viewer;
  signal?: AbortSignal;
};

/**
 * What a piece of speech says. Its sound is kept only where the candidate agreed to that. What was said before the end
 * and waited for a connection is taken after it, too.
 *
 * @throws conflict without the candidate's consent or before the beginning, unavailable when the endpoint fails; for
 * sound that would be kept unsupported_type with a virus in it, and as `isInfected`
 */
export async function transcribe({ interviewId, audio, segmentId, viewer, ...heard }: Transcribe): Promise<string> {
  assertCan(viewer, "interview:hold");
  const { state, consent: agreed, language } = await getInterview({ interviewId, viewer });
  if (state !== "live" && state !== "completed") throw new AppError("conflict", "interview_not_live");
  const { way, keepsAudio } = consent.nullable().parse(agreed) ?? { way: "none", keepsAudio: false };
  if (way === "none") throw new AppError("conflict", "no_consent");
  const transcriber = findTranscriber();
  if (!transcriber) throw new AppError("conflict", "no_transcription");
  // Before it is heard: who comes again because the scanner was away does not pay twice.
  if (segmentId && keepsAudio && (await isInfected(audio))) throw new AppError("unsupported_type", "sound_infected");
  const text = await hear(transcriber, { ...heard, audio, language });
  if (text && segmentId && keepsAudio)
    await keepAudio({ interviewId, segmentId, audio, organisationId: viewer.organisationId });
  return text;
}

type Heard = Pick<Transcribe, "audio" | "context" | "signal"> & { language: string };

async function hear(transcriber: Transcriber, { audio, context, language, signal }: Heard) {
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
