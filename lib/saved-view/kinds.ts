// Apart from the schemas, so that the browser can list them without fetching zod.

/** The lists that can be kept as they are narrowed: the library, and the boards of all positions. */
export const viewPages = ["library", "board"] as const;
export type ViewPage = (typeof viewPages)[number];
