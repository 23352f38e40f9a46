// Apart from the schemas, so that the browser can list them without fetching zod.

export const requirementKinds = [
  "skill",
  "experience",
  "education",
  "certificate",
  "project",
  "leadership",
  "language",
  "location",
  "salary",
  "other",
] as const;

/** What words that a person accepts for a requirement count as. */
export const acceptedVerdicts = ["met", "partly"] as const;

export const mostAccepted = 20;

export const necessities = ["must", "nice", "gate"] as const;
export const positionStates = ["open", "archived"] as const;
