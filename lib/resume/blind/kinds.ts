// Apart from the schemas, so that the browser can list them without fetching zod.

/** What reviewers of a position do not see of its candidates until somebody opens one. */
export const blindModes = ["off", "person", "person_and_schools"] as const;
