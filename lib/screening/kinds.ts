// Apart from the schemas, so that the browser can list them without fetching zod.

export const verdicts = ["met", "partly", "not_met", "unknown"] as const;

/** What the board shows of a verdict: a failed gate wins over it. */
export const boardMarks = [...verdicts, "gate_failed"] as const;

export const dimensionKeys = [
  "experience",
  "education",
  "certificates",
  "stability",
  "must_have",
  "nice_to_have",
  "depth",
  "projects",
  "teamwork",
  "leadership",
] as const;

export const viewKeys = ["hr", "technical", "manager"] as const;

/**
 * What becomes of an expert's verdict: it counts, says what the engine says, or gives way because the engine knows, no
 * quote is left, the quotes are no evidence, a denial is asked for and not quoted, the critic objects, nobody looked over
 * a quote in other words, or one quote is given for too much.
 */
export const opinionOutcomes = [
  "counted",
  "agrees",
  "engine_knows",
  "no_quote",
  "no_evidence",
  "no_denial",
  "objected",
  "not_reviewed",
  "same_quote",
] as const;

/** 推荐面试, 备选, 不匹配. */
export const advices = ["interview", "reserve", "mismatch"] as const;

export const applicationStages = [
  "applied",
  "screened",
  "interview",
  "offer",
  "hired",
  "rejected",
  "withdrawn",
] as const;

/** What can be done with a screening that was started. */
export const batchActions = ["pause", "resume", "cancel", "retry"] as const;

export const decisionOutcomes = ["hire", "advance", "hold", "reject"] as const;

/** Why somebody is rejected, beside the words: what can be counted, and what a letter may rest on. */
export const rejectionReasons = [
  "must_not_met",
  "less_experience",
  "interview",
  "other_candidate",
  "salary",
  "place_or_time",
  "withdrew",
  "position_closed",
  "other",
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/** `move` is to a stage that is neither further on nor the end: taken back, or withdrawn. */
export const recordedOutcomes = [...decisionOutcomes, "move"] as const;

/** Where a person may put a candidate; nobody who was seen becomes new again. */
export const chosenStages = ["screened", "interview", "offer", "hired", "rejected", "withdrawn"] as const;

/** What a person chooses on the board: an outcome, or the stage itself. */
export const boardChoices = [...decisionOutcomes, ...chosenStages] as const;
