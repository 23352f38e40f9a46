import { z } from "zod";
import { largestPosterBytes } from "@/lib/video/poster-limits";

export const inviteQuestion = z.object({
  text: z.string().trim().min(1).max(500),
  /** How long an answer may be. */
  seconds: z.int().min(15).max(600),
});
export type InviteQuestion = z.infer<typeof inviteQuestion>;

export const createInviteInput = z.object({
  resumeId: z.uuid(),
  positionApplied: z.string().trim().max(255),
  language: z.enum(["zh", "en"]),
  questions: z.array(inviteQuestion).min(1).max(12),
  days: z.int().min(1).max(60),
});
export type CreateInviteInput = z.infer<typeof createInviteInput>;

/** The link is told once: its secret is kept nowhere. */
export const createdInvite = z.object({ id: z.uuid(), path: z.string(), expiresAt: z.iso.datetime() });

export const inviteItem = z.object({
  id: z.uuid(),
  resumeId: z.uuid(),
  candidateName: z.string(),
  positionApplied: z.string(),
  state: z.enum(["open", "completed", "expired", "revoked"]),
  questions: z.int(),
  expiresAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
});
export type InviteItem = z.infer<typeof inviteItem>;

/** What somebody with the link sees. Nobody is named: a link can be forwarded. */
export const openInvite = z.object({
  positionApplied: z.string(),
  language: z.enum(["zh", "en"]),
  questions: z.array(inviteQuestion),
  expiresAt: z.iso.datetime(),
  hasConsented: z.boolean(),
});
export type OpenInvite = z.infer<typeof openInvite>;

/** What happened while an answer was recorded; listed, never scored. */
export const recordingEvent = z.object({
  kind: z.enum(["tab_left", "paste", "recorded_again"]),
  /** Of the question, from 0. */
  question: z.int().min(0).max(20),
  /** Since its answer began; for a tab that was left, when, and for how long. */
  seconds: z.number().min(0).max(86_400),
  durationSeconds: z.number().min(0).max(86_400).nullable(),
});
export type RecordingEvent = z.infer<typeof recordingEvent>;

export const completeAnswersInput = z.object({
  /** One for each question, in their order. */
  uploadIds: z.array(z.uuid()).min(1).max(12),
  events: z.array(recordingEvent).max(500),
  /** A picture of the first answer, JPEG as base64; null where the browser made none. */
  poster: z
    .base64()
    .max(Math.ceil((largestPosterBytes * 4) / 3) + 4)
    .nullable()
    .default(null),
});
export type CompleteAnswersInput = z.infer<typeof completeAnswersInput>;
