// Apart from the schemas, so that the browser can list them without fetching zod.

export const activityKinds = [
  "received",
  "read",
  "failed",
  "assigned",
  "screened",
  "decided",
  "commented",
  "comment_edited",
  "comment_deleted",
  "tagged",
  "original_read",
  "sensitive_read",
  "corrected",
  "correction_undone",
  "joined",
  "split",
  "unlocked",
  "retyped",
  "reread",
  "identity_opened",
] as const;

/** What tells that two resumes are one person's. */
export const personMarkKinds = ["email", "phone", "id_card", "employer", "school"] as const;

/** On one resume. */
export const mostTags = 30;
export const longestTag = 40;
export const longestTyped = 100_000;
