// Apart from the schemas, so that the browser can list them without fetching zod.

export const actorKinds = ["user", "token", "terminal", "job", "candidate", "stranger"] as const;
export type ActorKind = (typeof actorKinds)[number];

export const outcomes = ["done", "refused", "failed"] as const;
export type AuditOutcome = (typeof outcomes)[number];
