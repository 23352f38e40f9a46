/** The filters of the library, in their order, with the parameters of the address they stand in. */
export const filterParameters = {
  degree: ["degree"],
  years: ["yearsMin", "yearsMax"],
  city: ["city"],
  tier: ["tier"],
  skill: ["skill"],
  position: ["position"],
  stage: ["stage"],
  tag: ["tag"],
  source: ["source"],
  received: ["from", "to"],
} as const;
export type FilterField = keyof typeof filterParameters;
export type RangeField = "years" | "received";

/** The part of the address's query that says what the list shows, in one order: to compare and to keep. */
export function filterQuery(params: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of ["q", "state", ...Object.values(filterParameters).flat(), "sort"]) {
    const value = params.get(name);
    if (value) kept.set(name, value);
  }
  return kept.toString();
}
