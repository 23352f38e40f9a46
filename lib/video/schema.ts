import { z } from "zod";
import { scoreKeys, videoKinds, videoStates } from "@/lib/video/kinds";

/** Something said without a break. Seconds since the beginning of the recording. */
export const transcriptLine = z.object({
  startSeconds: z.number().min(0),
  endSeconds: z.number().min(0),
  /** As the file names who speaks; empty where it does not. */
  speaker: z.string().max(100),
  text: z.string().min(1).max(5000),
});
export type TranscriptLine = z.infer<typeof transcriptLine>;

export const transcript = z.object({
  source: z.enum(["vtt", "srt", "txt"]),
  /** Without times, as in a plain text, nothing can be played from a line. */
  hasTimes: z.boolean(),
  lines: z.array(transcriptLine).max(20_000),
});
export type Transcript = z.infer<typeof transcript>;

const share = z.number().min(0).max(1).nullable();
export const videoScores = z.object(
  Object.fromEntries(scoreKeys.map((key) => [key, share])) as Record<(typeof scoreKeys)[number], typeof share>,
);
export type VideoScores = z.infer<typeof videoScores>;

export const outsideAnalysis = z.object({
  analyser: z.string(),
  scores: videoScores,
  summary: z.string().nullable(),
  createdAt: z.iso.datetime(),
});
export type OutsideAnalysis = z.infer<typeof outsideAnalysis>;

export const videoListItem = z.object({
  id: z.uuid(),
  name: z.string(),
  candidateName: z.string(),
  positionApplied: z.string(),
  resumeId: z.uuid().nullable(),
  kind: z.enum(videoKinds),
  fileSize: z.number(),
  state: z.enum(videoStates),
  /** Nothing can be said of it before somebody gives one. */
  needsTranscript: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type VideoListItem = z.infer<typeof videoListItem>;

export const videoDetail = videoListItem.extend({
  /** Who may not see the person sees no recording. */
  isBlind: z.boolean(),
  transcript: transcript.nullable(),
  /** By others, newest first; none of it is ours. */
  outsideAnalyses: z.array(outsideAnalysis),
  error: z.string().nullable(),
});
export type VideoDetail = z.infer<typeof videoDetail>;

export const storedVideo = z.object({ id: z.uuid() });
