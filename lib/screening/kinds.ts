// Apart from the schemas, so that the browser can list them without fetching zod.

export const verdicts = ["met", "partly", "not_met", "unknown"] as const;

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

export const decisionOutcomes = ["advance", "hold", "reject"] as const;
