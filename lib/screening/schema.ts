import { z } from "zod";
import { modelFailure } from "@/lib/ai/schema";
import { experts, judgingExperts } from "@/lib/ai/screening/kinds";
import { screeningSummary } from "@/lib/ai/screening-summary/schema";
import { requirement } from "@/lib/position/requirement";
import { blindMode } from "@/lib/resume/blind/schema";
import { textSpan } from "@/lib/resume/profile";
import {
  advices,
  applicationStages,
  batchActions,
  boardChoices,
  boardMarks,
  decisionOutcomes,
  dimensionKeys,
  opinionOutcomes,
  recordedOutcomes,
  rejectionReasons,
  verdicts,
  viewKeys,
} from "@/lib/screening/kinds";

export const verdict = z.enum(verdicts);
export type Verdict = z.infer<typeof verdict>;

/** A verbatim piece of the resume's text: `text` equals the document's text at the span. */
export const quote = textSpan.extend({ text: z.string().min(1) });
export type Quote = z.infer<typeof quote>;

/**
 * A sentence the engine says, as a code with its values, so that screens and reports say it in
 * Chinese or English. Text lives in `statements.ts`.
 */
export const statement = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type Statement = z.infer<typeof statement>;

/** A value that a person entered in the place of what was read. It stands in no text, so it is no quote. */
export const appliedCorrection = z.object({
  /** Of the profile: `skills.2.name`. */
  path: z.string(),
  value: z.string(),
  /** Null when the account was gone. */
  by: z.string().nullable(),
  at: z.iso.datetime(),
});
export type AppliedCorrection = z.infer<typeof appliedCorrection>;
const corrections = z.array(appliedCorrection).optional();

/** A number from 0 to 100 with the range it could take once what is unknown is known. */
export const score = z.object({ value: z.number(), low: z.number(), high: z.number() });
export type Score = z.infer<typeof score>;

/** For gates: `ask` when the resume does not say. Null for must and nice. */
const gate = z.enum(["pass", "fail", "ask"]).nullable();

/** What a person says instead of the engine's verdict, which is kept here. */
export const appliedOverride = z.object({
  id: z.uuid(),
  engineVerdict: verdict,
  engineGate: gate,
  reason: z.string(),
  /** Null when the account was gone. */
  by: z.string().nullable(),
  at: z.iso.datetime(),
});
export type AppliedOverride = z.infer<typeof appliedOverride>;

/** An override that stands, for the requirement with this key and, word for word, this text. */
export type StandingOverride = Pick<AppliedOverride, "id" | "reason" | "by" | "at"> & {
  requirementKey: string;
  requirementText: string;
  verdict: Verdict;
};

const prose = z.object({ zh: z.string(), en: z.string() });

/** What an expert by a model said of a requirement, and what code made of it. */
export const expertOpinion = z.object({
  by: z.enum(judgingExperts),
  verdict,
  /** All of them stand in the resume. */
  quotes: z.array(quote),
  outcome: z.enum(opinionOutcomes),
  /** Why the critic thinks that the quotes do not carry it. */
  objection: prose.optional(),
  /** What the built-in engine said, where the expert's verdict took its place. */
  builtIn: z.object({ verdict, gate, reason: statement, quotes: z.array(quote) }).optional(),
});
export type ExpertOpinion = z.infer<typeof expertOpinion>;

export const requirementVerdict = z.object({
  requirementKey: z.uuid(),
  verdict,
  gate,
  /** How sure the engine is of the verdict, 0 to 1; not part of any score. */
  confidence: z.number().min(0).max(1),
  reason: statement,
  quotes: z.array(quote),
  /** Corrected values that the verdict rests on beside its quotes. */
  corrections,
  /** What the verdict counts in a score. Missing in results of engines before version 6. */
  points: score.optional(),
  /** Where an expert by a model said something. */
  expert: expertOpinion.optional(),
  /** Never in a stored result: it keeps what the engine said. */
  override: appliedOverride.optional(),
});
export type RequirementVerdict = z.infer<typeof requirementVerdict>;

export const dimensionScore = z.object({
  key: z.enum(dimensionKeys),
  /** Points of the view's 100. */
  weight: z.number(),
  /** Null when nothing in the resume or the position lets it be judged. */
  score: score.nullable(),
  reason: statement,
  quotes: z.array(quote),
  corrections,
});
export type DimensionScore = z.infer<typeof dimensionScore>;

export type ViewKey = (typeof viewKeys)[number];
export const expertView = z.object({
  key: z.enum(viewKeys),
  score: score,
  dimensions: z.array(dimensionScore),
  comments: z.array(statement),
});
export type ExpertView = z.infer<typeof expertView>;

export const advice = z.enum(advices);
export type Advice = z.infer<typeof advice>;

/** The experts by a model who took part, what each came to, and what they cost. */
export const expertsOutcome = z.object({
  /** Null when it did not get as far as a model. */
  model: z.string().nullable(),
  /** Why nobody took part; null when somebody did. */
  failureReason: modelFailure.nullable(),
  experts: z.array(
    z.object({
      key: z.enum(experts),
      /** Why the built-in verdicts stand for its requirements; null when it answered. */
      failureReason: modelFailure.nullable(),
      /** The same input was answered before, and was not asked again. */
      isReused: z.boolean(),
      /** Quotes that do not stand in the resume. */
      dropped: z.int(),
      prose: prose.nullable(),
    }),
  ),
  usage: z.object({
    inputTokens: z.int(),
    outputTokens: z.int(),
    isEstimated: z.boolean(),
    /** Null for a model without a price. */
    cost: z.number().nullable(),
    currency: z.string(),
  }),
});
export type ExpertsOutcome = z.infer<typeof expertsOutcome>;

export const screeningResult = z.object({
  engine: z.object({ name: z.string(), version: z.string() }),
  verdicts: z.array(requirementVerdict),
  views: z.array(expertView),
  comprehensive: score,
  advice,
  adviceReasons: z.array(statement),
  strengths: z.array(statement.extend({ quotes: z.array(quote), corrections })),
  gaps: z.array(statement.extend({ requirementKey: z.uuid().nullable() })),
  questions: z.array(statement.extend({ requirementKey: z.uuid().nullable() })),
  /** Monthly, in the position's currency; null when the position names no range. */
  suggestedSalary: z.object({ min: z.int(), max: z.int(), reason: statement }).nullable(),
  /** Missing where no model was asked. */
  experts: expertsOutcome.optional(),
});
export type ScreeningResult = z.infer<typeof screeningResult>;

export const boardMark = z.enum(boardMarks);
export type BoardMark = z.infer<typeof boardMark>;

export const applicationStage = z.enum(applicationStages);
export type ApplicationStage = z.infer<typeof applicationStage>;

export const workState = z.enum(["pending", "running", "completed", "failed", "cancelled"]);

export const boardRow = z.object({
  applicationId: z.uuid(),
  resumeId: z.uuid(),
  candidateName: z.string().nullable(),
  fileName: z.string(),
  currentTitle: z.string().nullable(),
  currentCompany: z.string().nullable(),
  yearsOfWork: z.number().nullable(),
  highestDegree: z.string().nullable(),
  isSample: z.boolean(),
  stage: applicationStage,
  /** Null until a run has finished. */
  run: z
    .object({
      id: z.uuid(),
      version: z.int(),
      hr: z.number(),
      technical: z.number(),
      manager: z.number(),
      comprehensive: score,
      advice,
      /** In the order of the board's requirements; null for one that the run did not judge. */
      marks: z.array(boardMark.nullable()),
      /** Requirements whose verdict a person changed; scores and advice go by theirs. */
      overridden: z.array(z.uuid()),
      engine: z.string(),
    })
    .nullable(),
});
export type BoardRow = z.infer<typeof boardRow>;

export const board = z.object({
  position: z.object({ id: z.uuid(), title: z.string(), version: z.int(), isArchived: z.boolean() }),
  requirements: z.array(z.object({ key: z.uuid(), text: z.string(), necessity: z.string(), weight: z.int() })),
  /** Of all rows: a page begins with the first of them and fetches the rest. */
  total: z.int(),
  rows: z.array(boardRow),
});
export type Board = z.infer<typeof board>;

/** What a page checks of it: one mapper makes all rows, and 5,000 of them would hold the page up for a tenth of a second. */
export const receivedBoard = board.extend({
  rows: z.custom<BoardRow[]>(
    (rows) => boardRow.array().safeParse(Array.isArray(rows) ? rows.slice(0, 20) : rows).success,
  ),
});

export const startScreeningInput = z.object({
  resumeIds: z.array(z.uuid()).min(1).max(1000),
  /** False for the built-in engine alone, though experts by a model are set up. */
  withExperts: z.boolean().optional(),
});

export const batchView = z.object({
  id: z.uuid(),
  positionId: z.uuid(),
  positionTitle: z.string(),
  version: z.int(),
  engine: z.string(),
  state: workState,
  /** Runs that have not begun wait until somebody resumes it. */
  isPaused: z.boolean(),
  total: z.int(),
  completed: z.int(),
  failed: z.int(),
  cancelled: z.int(),
  /** Rises whenever there is something new to see on the board. */
  changes: z.int(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type BatchView = z.infer<typeof batchView>;

/** One candidate in a screening: how far it is and what came of it. */
export const batchRun = z.object({
  id: z.uuid(),
  applicationId: z.uuid(),
  resumeId: z.uuid(),
  candidateName: z.string().nullable(),
  fileName: z.string(),
  state: workState,
  error: z.string().nullable(),
  /** The expert by a model who is at work on it. */
  expert: z.enum(experts).nullable(),
  score: z.number().nullable(),
  advice: advice.nullable(),
});
export type BatchRun = z.infer<typeof batchRun>;

export const batchDetail = z.object({
  batch: batchView,
  runs: z.array(batchRun),
  /** What experts by a model came to so far; null where none was asked. */
  usage: expertsOutcome.shape.usage.omit({ isEstimated: true }).nullable(),
  /** Runs for which experts were wanted and none answered. */
  withoutExperts: z.int(),
});
export type BatchDetail = z.infer<typeof batchDetail>;

export const changeBatchInput = z.object({ action: z.enum(batchActions) });

const reason = z.string().trim().min(1).max(2000);

export const overrideInput = z.object({
  requirementKey: z.uuid(),
  verdict,
  reason,
  /** The run that was on the screen. */
  runId: z.uuid(),
});

/** What a person said instead of a verdict; ended when it was taken back or replaced. */
export const overrideView = z.object({
  id: z.uuid(),
  requirementKey: z.uuid(),
  requirementText: z.string(),
  verdict,
  reason: z.string(),
  by: z.string().nullable(),
  at: z.iso.datetime(),
  ended: z.object({ by: z.string().nullable(), at: z.iso.datetime() }).nullable(),
});
export type OverrideView = z.infer<typeof overrideView>;

export const decideInput = z.object({
  outcome: z.enum(decisionOutcomes),
  reason,
  /** The run that was on the screen; its result goes into the snapshot. */
  runId: z.uuid().nullable(),
  /** The overrides that were on the screen; not checked when left out. */
  overrideIds: z.array(z.uuid()).max(500).optional(),
  /** When the result that was on the screen came: experts may have refined it since. Not checked when left out. */
  finishedAt: z.iso.datetime().optional(),
  /** For a rejection. */
  reasonCode: z.enum(rejectionReasons).nullable().optional(),
  /** The recommendation that was on the screen; it goes into the snapshot. */
  recommendationId: z.uuid().nullable().optional(),
});

export const boardChoice = z.enum(boardChoices);
export type BoardChoice = z.infer<typeof boardChoice>;

export const decideOnManyInput = z.object({
  choice: boardChoice,
  reason,
  /** Of a rejection, from the list. */
  reasonCode: z.enum(rejectionReasons).nullable().optional(),
  /** Each with the run that was on the screen. */
  applications: z
    .array(
      z.object({
        id: z.uuid(),
        runId: z.uuid().nullable(),
        /** The score that was on the screen: experts or a colleague may have changed the result since. Not checked when left out. */
        score: z.number().nullable().optional(),
      }),
    )
    .min(1)
    .max(500),
});
export type DecideOnManyInput = z.infer<typeof decideOnManyInput>;

/** Who stands where now; the others were there already or have a newer result that nobody has looked at. */
export const decidedOnMany = z.object({
  decisions: z.array(z.object({ id: z.uuid(), applicationId: z.uuid(), stage: applicationStage })),
  skipped: z.int(),
});
export type DecidedOnMany = z.infer<typeof decidedOnMany>;

export const undoDecisionsInput = z.object({ decisionIds: z.array(z.uuid()).min(1).max(500) });

/** Who is back where they were, and how many stay because something has happened with them since. */
export const undoneDecisions = z.object({
  undone: z.array(z.object({ applicationId: z.uuid(), stage: applicationStage })),
  kept: z.int(),
});
export type UndoneDecisions = z.infer<typeof undoneDecisions>;

export const recentReasons = z.array(z.object({ outcome: z.enum(recordedOutcomes), reason: z.string() }));
export type RecentReasons = z.infer<typeof recentReasons>;

export const decisionView = z.object({
  id: z.uuid(),
  outcome: z.enum(recordedOutcomes),
  reason: z.string(),
  reasonCode: z.enum(rejectionReasons).nullable(),
  decidedBy: z.string(),
  stageAfter: applicationStage,
  createdAt: z.iso.datetime(),
});
export type DecisionView = z.infer<typeof decisionView>;

export const applicationDetail = z.object({
  id: z.uuid(),
  stage: applicationStage,
  position: z.object({ id: z.uuid(), title: z.string() }),
  resumeId: z.uuid(),
  /** A number while the candidate is hidden from who looks. */
  candidateName: z.string().nullable(),
  isBlind: z.boolean(),
  run: z
    .object({
      id: z.uuid(),
      version: z.int(),
      /** What the engine did not see of the candidate. */
      blind: blindMode,
      finishedAt: z.iso.datetime(),
      /** As it stands, with what people say instead of the engine. */
      result: screeningResult,
      /** What the engine alone came to, where people changed something; null where nobody did. */
      engineOutcome: z.object({ comprehensive: score, advice }).nullable(),
      /** Prose by a model; null without one, and while it is being written. */
      summary: screeningSummary.nullable(),
      isSummaryPending: z.boolean(),
      /** Experts by a model are still at work on the result. */
      isExpertsPending: z.boolean(),
    })
    .nullable(),
  requirements: z.array(requirement),
  decisions: z.array(decisionView),
  /** Standing and ended, newest first. */
  overrides: z.array(overrideView),
});
export type ApplicationDetail = z.infer<typeof applicationDetail>;

export const startedScreening = z.object({ batchId: z.uuid(), total: z.int(), skipped: z.int() });
export const overridden = z.object({ id: z.uuid() });
export const changedBatch = z.object({ isChanged: z.boolean() });
export const decided = z.object({ stage: applicationStage });

/** One screening as the page of its resume lists it. */
export const resumeRun = z.object({
  id: z.uuid(),
  applicationId: z.uuid(),
  positionId: z.uuid(),
  positionTitle: z.string(),
  version: z.int(),
  state: workState,
  engine: z.string(),
  score: z.number().nullable(),
  createdAt: z.iso.datetime(),
});
export type ResumeRun = z.infer<typeof resumeRun>;

/** A candidate's place on the board with a position as it would be. */
export const movedCandidate = z.object({
  applicationId: z.uuid(),
  candidateName: z.string().nullable(),
  fileName: z.string(),
  /** From 1. */
  rankBefore: z.int(),
  rankAfter: z.int(),
  scoreBefore: z.number(),
  scoreAfter: z.number(),
  adviceBefore: advice,
  adviceAfter: advice,
  /** The verdicts on what the position asks otherwise; null before or after for what was not asked. */
  reasons: z.array(
    z.object({
      text: z.string(),
      before: boardMark.nullable(),
      after: boardMark.nullable(),
      isReweighted: z.boolean(),
    }),
  ),
});
export type MovedCandidate = z.infer<typeof movedCandidate>;

export const previewedChange = z.object({
  /** By their new places. */
  candidates: z.array(movedCandidate),
  /** Screened for the position, but more than are compared. */
  notCompared: z.int(),
});
export type PreviewedChange = z.infer<typeof previewedChange>;
