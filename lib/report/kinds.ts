// Apart from the schemas, so that the browser can list them without fetching zod.

export const archiveFormats = ["pdf", "docx", "md"] as const;

/** Reports in one archive. */
export const mostArchived = 500;

/** Every day, on Mondays, or on the first of a month. */
export const cadences = ["daily", "weekly", "monthly"] as const;
