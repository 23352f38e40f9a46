// Apart from the schemas, so that the browser can list them without fetching zod.

export const resumeStates = ["all", "ready", "reading", "unreadable"] as const;
export const sortOrders = ["relevance", "newest"] as const;

/** What can be filtered by choosing values, with a count beside each. */
export const facetFields = ["degree", "tier", "city", "skill", "tag", "source", "position", "stage"] as const;
