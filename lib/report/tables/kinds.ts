// Apart from the verb, so that the browser can name them without fetching it.

/** The lists of the pages that are given out as files; resumes, boards and figures have exports of their own. */
export const tableKinds = ["positions", "screenings", "interviews", "videos", "letters"] as const;
export type TableKind = (typeof tableKinds)[number];
export const tableFormats = ["csv", "xlsx"] as const;
