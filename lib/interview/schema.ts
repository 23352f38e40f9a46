import { z } from "zod";
import {
  answerKinds,
  candidateLevels,
  confidenceLevels,
  coverageStates,
  interviewStates,
  planSectionKinds,
  questionSources,
  ratingKeys,
  recommendations,
  reportDimensionKeys,
  segmentSources,
  speakers,
} from "@/lib/interview/kinds";
import { quote, statement } from "@/lib/screening/schema";

export const interviewState = z.enum(interviewStates);
export type InterviewState = z.infer<typeof interviewState>;

export const candidateLevel = z.enum(candidateLevels);
export type CandidateLevel = z.infer<typeof candidateLevel>;

/** The language an interview is held in: its questions, its plan and what it listens for. */
export const interviewLanguage = z.enum(["zh", "en"]);
export type InterviewLanguage = z.infer<typeof interviewLanguage>;

const questionText = z.string().trim().min(1).max(1000);

export const planQuestion = z.object({
  key: z.uuid(),
  text: questionText,
  /** What a good answer has in it, in the plan's language. */
  listenFor: z.array(z.string().trim().min(1).max(300)).max(10),
  /** 1 (easy) to 10. */
  difficulty: z.int().min(1).max(10),
  skills: z.array(z.string().trim().min(1).max(100)).max(20),
  /** Of the position's requirement that an answer would show. */
  requirementKey: z.uuid().nullable(),
  /** What the resume says that the question goes after. */
  quote: quote.nullable(),
  source: z.enum(questionSources),
  /** Of the question bank's entry. */
  bankId: z.string().nullable(),
  /** To go deeper with, in the plan's language. */
  followUps: z.array(questionText).max(5),
  /** Why it is asked; null for a question of one's own. */
  reason: statement.nullable(),
});
export type PlanQuestion = z.infer<typeof planQuestion>;

export const planSection = z.object({
  key: z.uuid(),
  kind: z.enum(planSectionKinds),
  title: z.string().trim().min(1).max(100),
  minutes: z.int().min(0).max(240),
  questions: z.array(planQuestion).max(60),
});
export type PlanSection = z.infer<typeof planSection>;

/** Something in the resume worth asking about. In the plan's language, but for the quote. */
export const interestPoint = z.object({
  content: z.string(),
  question: z.string(),
  reason: z.string(),
  quote: quote.nullable(),
});
export type InterestPoint = z.infer<typeof interestPoint>;

export const interviewPlan = z.object({
  sections: z.array(planSection).max(20),
  interestPoints: z.array(interestPoint).max(10),
  engine: z.object({ name: z.string(), version: z.string() }),
});
export type InterviewPlan = z.infer<typeof interviewPlan>;

/** A question as it was put. */
export const askedQuestion = z.object({
  text: questionText,
  /** Of the plan, when it comes from there. */
  planKey: z.uuid().nullable(),
  requirementKey: z.uuid().nullable(),
  skills: z.array(z.string().max(100)).max(20),
  difficulty: z.int().min(1).max(10),
  source: z.enum(questionSources),
});
export type AskedQuestion = z.infer<typeof askedQuestion>;

/** Something said without a pause, or typed. Seconds count from the beginning of the interview. */
export const segment = z.object({
  id: z.uuid(),
  turnId: z.uuid(),
  speaker: z.enum(speakers),
  text: z.string().max(20_000),
  startSeconds: z.number().min(0),
  endSeconds: z.number().min(0),
  source: z.enum(segmentSources),
});
export type Segment = z.infer<typeof segment>;

/** One question with what was said to it, segments in the order of their time. */
export const turn = z.object({
  id: z.uuid(),
  /** From 1. */
  round: z.int().min(1),
  question: askedQuestion,
  startSeconds: z.number().min(0),
  segments: z.array(segment),
});
export type Turn = z.infer<typeof turn>;

/** A verbatim piece of a segment: `text` equals the segment's text from `start` to `end`, UTF-16 units, half-open. */
export const answerQuote = z.object({
  turnId: z.uuid(),
  segmentId: z.uuid(),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  text: z.string().min(1),
  /** When the segment begins. */
  seconds: z.number(),
});
export type AnswerQuote = z.infer<typeof answerQuote>;

export const rating = z.object({
  key: z.enum(ratingKeys),
  /** 1 to 4; null where the answer does not let it be said. */
  value: z.int().min(1).max(4).nullable(),
  reason: statement,
  /** What earned it. Never empty where there is a value above 1. */
  quotes: z.array(answerQuote),
});
export type Rating = z.infer<typeof rating>;

/** What the answer to one question shows. */
export const evaluation = z.object({
  turnId: z.uuid(),
  kind: z.enum(answerKinds),
  ratings: z.array(rating).length(ratingKeys.length),
  /** 0 to 100; null where the answer is too short to say anything. */
  normalized: z.number().min(0).max(100).nullable(),
  confidence: z.enum(confidenceLevels),
  /** Why it should be gone deeper into; null where it need not. */
  followUpReason: statement.nullable(),
  /** One sentence on what was good and what was missing. */
  feedback: statement,
  engine: z.object({ name: z.string(), version: z.string() }),
});
export type Evaluation = z.infer<typeof evaluation>;

/** What was said beside what the resume says. */
export const contradiction = z.object({
  reason: statement,
  answer: answerQuote,
  resume: quote,
});
export type Contradiction = z.infer<typeof contradiction>;

export const coverage = z.object({
  requirementKey: z.uuid(),
  state: z.enum(coverageStates),
  /** How much of what it takes has been said, 0 to 1: what the bar draws. */
  share: z.number().min(0).max(1),
  turnIds: z.array(z.uuid()),
});
export type Coverage = z.infer<typeof coverage>;

/** A question that could come next. `text` is in the interview's language, the reason is said in the reader's. */
export const suggestion = askedQuestion.extend({
  /** The same for the same suggestion, so that a screen need not redraw it. */
  key: z.string(),
  reason: statement,
});
export type Suggestion = z.infer<typeof suggestion>;

/** What one requirement comes to after the interview, for a person to confirm or change. */
export const scorecardLine = z.object({
  requirementKey: z.uuid(),
  text: z.string(),
  /** 1 to 4; null for what was not asked or not answered. */
  rating: z.int().min(1).max(4).nullable(),
  quotes: z.array(answerQuote),
  comment: z.string().max(2000),
});
export type ScorecardLine = z.infer<typeof scorecardLine>;

const noted = z.object({ reason: statement, quotes: z.array(answerQuote) });

export const interviewReport = z.object({
  engine: z.object({ name: z.string(), version: z.string() }),
  /** Null where no answer could be rated; the range is what it could be once what is unknown is known. */
  score: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  recommendation: z.enum(recommendations),
  summary: z.array(statement),
  dimensions: z.array(
    z.object({
      key: z.enum(reportDimensionKeys),
      /** 1 to 5, one decimal; null where nothing was said to it. */
      score: z.number().min(1).max(5).nullable(),
      comment: statement,
      quotes: z.array(answerQuote),
    }),
  ),
  /** What was shown of each skill that was asked for or spoken of. */
  skills: z.array(
    z.object({ skill: z.string(), level: z.int().min(1).max(4).nullable(), quotes: z.array(answerQuote) }),
  ),
  highlights: z.array(noted),
  /** Only what two quotes show. */
  redFlags: z.array(contradiction),
  isOverconfident: z.boolean(),
  nextSteps: z.array(statement),
  scorecard: z.array(scorecardLine),
  evaluations: z.array(evaluation),
});
export type InterviewReport = z.infer<typeof interviewReport>;
