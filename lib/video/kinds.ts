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
