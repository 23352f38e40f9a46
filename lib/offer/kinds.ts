// Apart from the schemas, so that the browser can list them without fetching zod.

export const offerStates = ["draft", "extended", "accepted", "declined", "withdrawn"] as const;
