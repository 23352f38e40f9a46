import { z } from "zod";
import { answerKinds } from "@/lib/interview/kinds";
import {
  askedQuestion,
  candidateLevel,
  contradiction,
  coverage,
  interviewLanguage,
  interviewPlan,
  interviewReport,
  interviewState,
  planSection,
  segment,
  suggestion,
  turn,
} from "@/lib/interview/schema";
import { requirement } from "@/lib/position/requirement";

/** How the candidate agreed to being listened to by the machine. */
export const consentWays = ["spoken", "written", "none"] as const;

export const consent = z.object({
  way: z.enum(consentWays),
  /** Whether they agreed to the sound being kept, too. */
  keepsAudio: z.boolean().default(false),
  askedBy: z.string(),
  at: z.iso.datetime(),
});

const minutes = z.int().min(5).max(240);
const scheduledAt = z.iso.datetime({ offset: true }).nullable();
const participantIds = z.array(z.uuid()).max(20);

export const createInterviewInput = z.object({
  applicationId: z.uuid(),
  language: interviewLanguage,
  level: candidateLevel.default("senior"),
  minutes: minutes.default(45),
  isPractice: z.boolean().default(false),
  scheduledAt: scheduledAt.default(null),
  /** Who interviews beside who makes it. */
  participantIds: participantIds.default([]),
  templateId: z.uuid().optional(),
});
export type CreateInterviewInput = z.input<typeof createInterviewInput>;

export const changeInterviewInput = z
  .object({
    language: interviewLanguage,
    level: candidateLevel,
    minutes,
    scheduledAt,
    participantIds,
    reportNotes: z.string().max(10_000),
  })
  .partial();
export type ChangeInterviewInput = z.infer<typeof changeInterviewInput>;

export const savePlanInput = z.object({ sections: planSection.array().max(20), baseVersion: z.int().min(0) });
export type SavePlanInput = z.infer<typeof savePlanInput>;

export const startInterviewInput = z.object({ consent: z.enum(consentWays), keepsAudio: z.boolean().default(false) });
export type StartInterviewInput = z.input<typeof startInterviewInput>;

/** What a browser has to say since the server last answered. Sent again, nothing happens twice. */
export const interviewChanges = z.object({
  turns: z
    .array(z.object({ id: z.uuid(), question: askedQuestion, startSeconds: z.number().min(0).max(86_400) }))
    .max(50)
    .default([]),
  segments: z
    .array(segment.extend({ edit: z.int().min(1) }))
    .max(500)
    .default([]),
  notes: z.object({ text: z.string().max(50_000), edit: z.int().min(1) }).optional(),
  /** What the browser has already. */
  after: z.int().min(0).default(0),
});
export type InterviewChanges = z.input<typeof interviewChanges>;

export const liveInterview = z.object({
  revision: z.int(),
  state: interviewState,
  /** The server's clock, for browsers whose own is off. */
  now: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  turns: z.array(turn),
  coverage: z.array(coverage),
  suggestions: z.array(suggestion),
  contradictions: z.array(contradiction),
  /** What the last answer is; null before it. */
  answerKind: z.enum(answerKinds).nullable(),
  participants: z.array(z.object({ userId: z.uuid(), name: z.string(), isSubmitted: z.boolean() })),
});
export type LiveInterview = z.infer<typeof liveInterview>;

/** Null while nothing has changed. */
export const liveAnswer = liveInterview.nullable();

export const scorecardInput = z.object({
  lines: z
    .array(
      z.object({
        requirementKey: z.uuid(),
        rating: z.int().min(1).max(4).nullable(),
        comment: z.string().trim().max(2000),
      }),
    )
    .max(100),
  /** Null while it is being filled in. */
  recommendation: z.enum(["strong_yes", "yes", "no", "strong_no"]).nullable(),
  comment: z.string().trim().max(5000),
});
export type ScorecardInput = z.infer<typeof scorecardInput>;
export const saveScorecardInput = scorecardInput.extend({ isSubmitted: z.boolean() });

/** A colleague's, once it may be seen. */
export const submittedScorecard = scorecardInput.extend({
  userId: z.uuid(),
  name: z.string(),
  submittedAt: z.iso.datetime(),
  notes: z.string(),
});
export type SubmittedScorecard = z.infer<typeof submittedScorecard>;

export const interviewListItem = z.object({
  id: z.uuid(),
  applicationId: z.uuid(),
  resumeId: z.uuid(),
  candidateName: z.string().nullable(),
  positionId: z.uuid(),
  positionTitle: z.string(),
  round: z.int(),
  state: interviewState,
  isPractice: z.boolean(),
  language: interviewLanguage,
  minutes: z.int(),
  questionCount: z.int(),
  interviewers: z.array(z.string()),
  scheduledAt: z.iso.datetime().nullable(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  /** 0 to 100; null before a report, and where nothing could be rated. */
  score: z.number().nullable(),
});
export type InterviewListItem = z.infer<typeof interviewListItem>;

export const interviewDetail = interviewListItem.extend({
  level: candidateLevel,
  plan: interviewPlan,
  planVersion: z.int(),
  requirements: z.array(requirement),
  isBlind: z.boolean(),
  participants: z.array(z.object({ userId: z.uuid(), name: z.string(), isSubmitted: z.boolean() })),
  consent: consent.nullable(),
  /** Whether the organisation keeps sound where the candidate agrees. */
  canKeepAudio: z.boolean(),
  /** Of the segments whose sound was kept. */
  audioSegmentIds: z.array(z.uuid()),
  reportNotes: z.string(),
  report: interviewReport.nullable(),
  /** Whether an endpoint turns speech into text. */
  hasTranscription: z.boolean(),
  /** The model that suggests questions; null for the built-in engine alone. */
  model: z.string().nullable(),
  /** The viewer's own. */
  own: z.object({
    notes: z.string(),
    notesEdit: z.int(),
    scorecard: scorecardInput.nullable(),
    isSubmitted: z.boolean(),
  }),
  /** Others', once they and the viewer's own are submitted. */
  scorecards: z.array(submittedScorecard),
  turns: z.array(turn),
});
export type InterviewDetail = z.infer<typeof interviewDetail>;

export const listInterviewsQuery = z.object({
  resumeId: z.uuid().optional(),
  positionId: z.uuid().optional(),
  practice: z.enum(["true", "false"]).optional(),
});

export const createdInterview = z.object({ id: z.uuid() });
export const savedPlan = z.object({ planVersion: z.int() });

export const templateItem = z.object({
  id: z.uuid(),
  name: z.string(),
  language: interviewLanguage,
  level: candidateLevel,
  minutes: z.int(),
  questionCount: z.int(),
});
export type TemplateItem = z.infer<typeof templateItem>;
export const saveTemplateInput = z.object({ name: z.string().trim().min(1).max(100), interviewId: z.uuid() });

export const transcribed = z.object({ text: z.string() });
