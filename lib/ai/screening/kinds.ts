// Apart from the schemas, so that the browser can list them without fetching zod.

/** Those who judge requirements, at the same time and without hearing of each other. */
export const judgingExperts = ["hr", "technical", "manager"] as const;

/** Who speaks in a screening with a model; the critic last. */
export const experts = [...judgingExperts, "critic"] as const;
