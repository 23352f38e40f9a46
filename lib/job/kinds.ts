// Apart from the schema, so that the browser can list them without fetching zod.

/** At work now; waiting for a turn, a time or its next try; given up. */
export const jobStates = ["running", "waiting", "failed"] as const;
export type JobState = (typeof jobStates)[number];

export const jobActions = ["retry", "stop"] as const;
export type JobAction = (typeof jobActions)[number];
