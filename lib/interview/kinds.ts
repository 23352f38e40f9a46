// Apart from the schemas, so that the browser can list them without fetching zod.

export const interviewStates = ["planned", "live", "completed", "abandoned"] as const;

export const candidateLevels = ["junior", "mid", "senior", "expert"] as const;

/** `room`: one microphone heard everybody. */
export const speakers = ["candidate", "interviewer", "room"] as const;

/** The last two play the candidate in practice. */
export const segmentSources = ["typed", "endpoint", "browser", "built_in", "model"] as const;

export const planSectionKinds = ["opening", "resume", "requirements", "behaviour", "closing"] as const;

/** Where a question comes from. */
export const questionSources = ["bank", "resume", "requirement", "model", "follow_up", "own"] as const;

export const answerKinds = ["answer", "too_short", "clarification", "counter_question", "off_topic"] as const;

export const coverageStates = ["covered", "thin", "untouched"] as const;

export const ratingKeys = [
  "technical_depth",
  "practical_experience",
  "answer_specificity",
  "logical_clarity",
  "honesty",
  "communication",
] as const;

export const confidenceLevels = ["genuine", "uncertain", "overconfident"] as const;

/** The four subjects of a report, which are HRM2's: 专业能力, 沟通能力, 学习能力, 团队协作. */
export const reportDimensionKeys = ["professional", "communication", "learning", "teamwork"] as const;

/** 强烈推荐, 推荐, 待定, 不推荐. */
export const recommendations = ["strongly_recommended", "recommended", "undecided", "not_recommended"] as const;

/** What a question must not be about, or has nothing to do with the position. */
export const questionConcerns = [
  "age",
  "marriage",
  "children",
  "religion",
  "health",
  "ethnicity",
  "politics",
  "appearance",
  "gender",
  "sexuality",
  "hukou",
  "family",
  "salary_history",
  "criminal_record",
  "zodiac",
] as const;

/** Beside PDF, which a job makes. */
export const reportFormats = ["docx", "md", "json"] as const;
