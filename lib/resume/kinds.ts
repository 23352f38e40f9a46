// Apart from the schemas, so that the browser can list them without fetching zod.

/** Files that are a picture of their pages. */
export const imageKinds = ["png", "jpg", "bmp", "tif", "gif"] as const;
export type ImageKind = (typeof imageKinds)[number];

export function isImageKind(kind: string | null): kind is ImageKind {
  return imageKinds.some((image) => image === kind);
}

export const resumeStates = ["all", "ready", "reading", "unreadable"] as const;
export const sortOrders = ["relevance", "newest"] as const;

/** What can be filtered by choosing values, with a count beside each. */
export const facetFields = ["degree", "tier", "city", "skill", "tag", "source", "position", "stage"] as const;

/** Lowest to highest; the order is the comparison order. */
export const degreeLevels = [
  "primary",
  "junior_high",
  "high_school",
  "associate",
  "bachelor",
  "master",
  "doctor",
] as const;
