// Apart from the schemas, so that the browser can list them without fetching zod.

export const userRoles = ["admin", "recruiter", "hiring_manager", "interviewer"] as const;
