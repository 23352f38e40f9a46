import { z } from "zod";
import { videoAnalysis } from "@/lib/video/analysis-schema";
import { containerFacts } from "@/lib/video/container/schema";
import { recordingEvent } from "@/lib/video/invites/schema";
import { scoreKeys, speakerRoles, transcriptSources, videoKinds, videoStates } from "@/lib/video/kinds";

const seconds = z.number().min(0).max(1_000_000);

export const spokenWord = z.object({ text: z.string().min(1).max(200), startSeconds: seconds, endSeconds: seconds });
export type SpokenWord = z.infer<typeof spokenWord>;

/** Something said without a break. Seconds since the beginning of the recording. */
export const transcriptLine = z.object({
  startSeconds: seconds,
  endSeconds: seconds,
  /** As the file names who speaks; empty where it does not. */
  speaker: z.string().max(100),
  text: z.string().trim().min(1).max(5000),
  /** Where the recogniser tells them; a line that a person changed has none. */
  words: z.array(spokenWord).max(5000).optional(),
  /** How sure the recogniser was. */
  confidence: z.number().min(0).max(1).optional(),
});
export type TranscriptLine = z.infer<typeof transcriptLine>;

export const speakerRole = z.enum(speakerRoles);
export type SpeakerRole = z.infer<typeof speakerRole>;

export const transcript = z.object({
  source: z.enum(transcriptSources),
  /** Without times, as in a plain text, nothing can be played from a line. */
  hasTimes: z.boolean(),
  lines: z.array(transcriptLine).max(20_000),
  /** Who is who by a person's word, by the names in the lines; what is not here is told from the words. */
  roles: z.record(z.string().max(100), speakerRole).optional(),
});
export type Transcript = z.infer<typeof transcript>;

/** That the candidate agreed: by ticking it here, or to somebody who says so. */
export const recordingConsent = z.object({
  way: z.enum(["told", "ticked"]),
  at: z.iso.datetime(),
  byId: z.uuid().nullable(),
  /** What was agreed to, word for word. */
  text: z.string().nullish(),
});

/** What is known of a recording beside the recording; the questions and what happened, where it was made here. */
export const recordedFacts = z.object({
  consent: recordingConsent.nullish(),
  questions: z.array(z.object({ text: z.string(), startSeconds: seconds })).optional(),
  events: z.array(recordingEvent).optional(),
});
export type RecordedFacts = z.infer<typeof recordedFacts>;

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
  /** What is being made of it just now. */
  step: z.string().nullable(),
  durationSeconds: z.number().nullable(),
  /** Whether there is a picture to show before it plays. */
  hasPoster: z.boolean(),
  /** Nothing can be said of it before somebody gives one. */
  needsTranscript: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type VideoListItem = z.infer<typeof videoListItem>;

export const videoDetail = videoListItem.extend({
  /** Who may not see the person sees no recording. */
  isBlind: z.boolean(),
  transcript: transcript.nullable(),
  /** Of the transcript; who saves a change says which one was changed. */
  revision: z.int(),
  facts: containerFacts.nullable(),
  /** Whether a server that turns speech into text is set. */
  canTranscribe: z.boolean(),
  /** Whether it is on record that the candidate agreed to it. */
  hasAgreed: z.boolean(),
  /** Null where it was not recorded here. */
  recordedHere: z
    .object({
      questions: z.array(z.object({ text: z.string(), startSeconds: seconds })),
      events: z.array(recordingEvent),
    })
    .nullable(),
  analysis: videoAnalysis.nullable(),
  /** By others, newest first; none of it is ours. */
  outsideAnalyses: z.array(outsideAnalysis),
  error: z.string().nullable(),
});
export type VideoDetail = z.infer<typeof videoDetail>;

export const storedVideo = z.object({ id: z.uuid() });
