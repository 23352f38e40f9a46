// Apart from the schemas, so that the browser can list them without fetching zod.

/** What is counted. Each number of a figure is a list of candidates or interviews. */
export const figureKeys = ["funnel", "time", "sources", "agreement", "recommendation", "load"] as const;
export type FigureKey = (typeof figureKeys)[number];

/** Months a figure looks back over. */
export const figureMonths = [1, 3, 6, 12] as const;
