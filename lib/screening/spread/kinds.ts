// Apart from the schemas, so that the browser can list them without fetching zod.

/** How often a measurement asks about the same. */
export const fewestTimes = 3;
export const mostTimes = 5;

export const mostCandidates = 5;
