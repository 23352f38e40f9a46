// Apart from the schemas, so that the browser can list them without fetching zod.

export const videoKinds = ["mp4", "mov", "webm", "mkv", "m4a", "mp3", "wav"] as const;
export type VideoKind = (typeof videoKinds)[number];

export const mediaTypes: Record<VideoKind, string> = {
  mp4: "video/mp4",
  mov: "video/quicktime",
  webm: "video/webm",
  mkv: "video/x-matroska",
  m4a: "audio/mp4",
  mp3: "audio/mpeg",
  wav: "audio/wav",
};

export const isSoundOnly = (kind: string) => kind === "m4a" || kind === "mp3" || kind === "wav";

/** 2 GB. */
export const largestVideoBytes = 2 * 1024 ** 3;

export const videoStates = ["pending", "running", "completed", "failed"] as const;

export const transcriptSources = ["vtt", "srt", "txt", "typed", "endpoint"] as const;

export const speakerRoles = ["candidate", "interviewer"] as const;

/** What is made of a transcript, in this order. */
export const analysisSteps = [
  ...(["quality", "exchanges", "delivery", "consistency", "traits", "summary"] as const),
  // Without a model these leave things as they are.
  ...(["model_traits", "model_summary"] as const),
] as const;
export type AnalysisStep = (typeof analysisSteps)[number];

/** All that happens to a recording, in this order, as far as it does. */
export const workSteps = ["read", "audio", "transcribe", ...analysisSteps] as const;

/** What can be held against the resume or against what else was said. */
export const claimKinds = [
  ...(["employer", "joined", "left", "tenure", "total_years", "title", "team_size"] as const),
  ...(["degree", "school", "graduation", "skill_years", "skill", "figure"] as const),
] as const;
export type ClaimKind = (typeof claimKinds)[number];

export const readingSigns = ["no_fillers", "even_rate", "written_words", "no_restarts"] as const;

export const bigFive = ["neuroticism", "extraversion", "openness", "agreeableness", "conscientiousness"] as const;

/** The six that an outside analyser may give, 0 to 1. */
export const traitKeys = [
  "fraud_score",
  "neuroticism_score",
  "extraversion_score",
  "openness_score",
  "agreeableness_score",
  "conscientiousness_score",
] as const;
export const scoreKeys = [...traitKeys, "confidence_score"] as const;

/** Why there is no transcript; for each the page names the way out. */
export const readingFailures = [
  ...(["audio_missing", "audio_unsupported", "media_unreadable", "transcription_off"] as const),
  ...(["transcription_unreachable", "transcription_refused", "transcription_too_large", "transcription_busy"] as const),
  ...(["transcription_timeout", "transcription_unsupported", "transcription_unusable", "transcription_empty"] as const),
] as const;
export type ReadingFailure = (typeof readingFailures)[number];

export const videoErrors = [...readingFailures, "file_missing", "analysis_failed"] as const;
