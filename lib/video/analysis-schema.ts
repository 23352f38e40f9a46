import { z } from "zod";
import { answerKinds, coverageStates } from "@/lib/interview/kinds";
import { quote, statement } from "@/lib/screening/schema";
import { bigFive, claimKinds, readingSigns, speakerRoles } from "@/lib/video/kinds";

/** Verbatim: `text` stands in the lines from `line` to `endLine`, joined. */
export const videoQuote = z.object({
  text: z.string().min(1),
  line: z.int().nonnegative(),
  endLine: z.int().nonnegative(),
  /** When its first word is said; null where the transcript has no times. */
  seconds: z.number().nullable(),
});
export type VideoQuote = z.infer<typeof videoQuote>;

/** Whether anything may be said by a transcript, and by which measures. */
export const transcriptQuality = z.object({
  passes: z.boolean(),
  /** Why it does not pass, or what to know of one that does. */
  reasons: z.array(statement),
  /** Letters count for English words of five, Chinese characters one each. */
  words: z.int().nonnegative(),
  /** Of the recording's duration that lines cover; null without times or duration. */
  coverage: z.number().min(0).nullable(),
  longestGapSeconds: z.number().min(0).nullable(),
  confidence: z.number().min(0).max(1).nullable(),
  /** Of the lines that say what another one says. */
  repeated: z.number().min(0).max(1),
  language: z.enum(["zh", "en"]),
});
export type TranscriptQuality = z.infer<typeof transcriptQuality>;

export const exchange = z.object({
  /** Null for what was said before anything was asked. */
  question: videoQuote.nullable(),
  answer: videoQuote.nullable(),
  kind: z.enum(answerKinds).nullable(),
  /** Of the interview plan's question that this one is. */
  planKey: z.uuid().nullable(),
  planText: z.string().nullable(),
  requirements: z.array(z.object({ key: z.uuid(), text: z.string() })),
  answerWords: z.int().nonnegative(),
  answerSeconds: z.number().min(0).nullable(),
});
export type Exchange = z.infer<typeof exchange>;

export const exchanges = z.object({
  list: z.array(exchange),
  coverage: z.array(z.object({ requirementKey: z.uuid(), text: z.string(), state: z.enum(coverageStates) })),
  /** Where who speaks was told: by names of the transcript, by a person, or from the words alone. */
  speakersBy: z.enum(["names", "person", "words"]),
  /** Who each name was taken to be. */
  roles: z.record(z.string(), z.enum(speakerRoles)),
});
export type Exchanges = z.infer<typeof exchanges>;

const measure = z.object({
  value: z.number().nullable(),
  /** What is usual; null where nobody has said. */
  usual: z.object({ low: z.number(), high: z.number() }).nullable(),
});

/** Numbers about how the candidate spoke. Nothing is concluded from them. */
export const delivery = z.object({
  /** Words or, in Chinese, characters a minute of speaking. */
  perMinute: measure,
  fillersPerHundred: measure,
  fillers: z.array(z.object({ text: z.string(), count: z.int().positive() })),
  pausesPerMinute: measure,
  pauses: z.array(z.object({ seconds: z.number(), durationSeconds: z.number() })),
  answerSeconds: measure,
  answerWords: measure,
  beforeAnswerSeconds: measure,
  candidateShare: measure,
  readingAloud: z.array(z.object({ sign: z.enum(readingSigns), value: z.number() })),
  /** From the times of words, of whole lines, or without any. */
  by: z.enum(["words", "lines", "none"]),
});
export type Delivery = z.infer<typeof delivery>;

export const conflict = z.object({
  kind: z.enum(claimKinds),
  reason: statement,
  said: videoQuote,
  /** Of the resume, or of something else that was said. */
  against: z.discriminatedUnion("where", [
    z.object({ where: z.literal("resume"), quote }),
    z.object({ where: z.literal("recording"), quote: videoQuote }),
  ]),
});
export type Conflict = z.infer<typeof conflict>;

export const agreement = z.object({ kind: z.enum(claimKinds), subject: z.string(), said: videoQuote, resume: quote });
export type Agreement = z.infer<typeof agreement>;

export const consistency = z.object({
  /** Weighted share of conflicting claims among those that could be checked; null below five. */
  score: z.number().min(0).max(1).nullable(),
  checked: z.int().nonnegative(),
  /** So many must be checked before there is a score. */
  needed: z.int().positive(),
  hasResume: z.boolean(),
  conflicts: z.array(conflict),
  agreements: z.array(agreement),
});
export type Consistency = z.infer<typeof consistency>;

/** Of the candidate's words; each a hint with the words it comes from. */
export const traits = z.object({
  /** Locked where the position is in the European Union, or might be. */
  state: z.enum(["hinted", "too_few_words", "locked_eu", "locked_unknown"]),
  words: z.int(),
  needed: z.int(),
  hints: z.array(
    z.object({
      trait: z.enum(bigFive),
      up: z.int(),
      down: z.int(),
      value: z.number().min(0).max(1).nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      quotes: z.array(videoQuote),
    }),
  ),
  /** Whose marks are counted; null for our own list of words. */
  model: z.string().nullable().default(null),
  /** Why a model that was asked is not it. */
  failureReason: z.string().nullable().default(null),
});
export type Traits = z.infer<typeof traits>;

export const confidence = z.object({
  value: z.number().min(0).max(1),
  parts: z.object({ transcript: z.number(), speech: z.number(), agreement: z.number() }),
});
export type Confidence = z.infer<typeof confidence>;

export const summary = z.array(z.object({ statement, quotes: z.array(videoQuote) }));
export type Summary = z.infer<typeof summary>;

/** The summary in a model's sentences, each resting on what code found; or why there are none. */
export const prose = z.object({
  model: z.string().nullable(),
  sentences: z.array(z.object({ zh: z.string(), en: z.string(), quotes: z.array(videoQuote) })),
  failureReason: z.string().nullable(),
});
export type Prose = z.infer<typeof prose>;

/** Our own reading of a transcript. What has not been made yet, or may not be by this transcript, is null. */
export const videoAnalysis = z.object({
  engine: z.object({ name: z.string(), version: z.string() }),
  /** Of the transcript it is made of. */
  revision: z.int(),
  quality: transcriptQuality.nullable(),
  exchanges: exchanges.nullable(),
  delivery: delivery.nullable(),
  consistency: consistency.nullable(),
  /** Null where the organisation has not switched it on. */
  traits: traits.nullable().default(null),
  confidence: confidence.nullable(),
  summary: summary.nullable(),
  /** Null where no model is set up. */
  prose: prose.nullable().default(null),
});
export type VideoAnalysis = z.infer<typeof videoAnalysis>;
