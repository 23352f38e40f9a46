import "server-only";
import { isSearch, type LibraryQuery } from "@/lib/resume/filter-sql";
import type { Found } from "@/lib/resume/list-cursor";
import { byAge, type FirstReading, findAllOrNewest, hasAny, hasMore, rank } from "@/lib/resume/match-resumes";
import { readingsOf } from "@/lib/resume/parsing/index/search-tokens";

type FindMatches = FirstReading & { isRanked: boolean };
type Matches = {
  /** As its words were taken; behind ranked matches, the list goes on with it. */
  query: LibraryQuery;
  isAll: boolean;
  /** Sorted as wished. */
  rows: Found[];
  /** The last row found by age, where there are more. */
  oldest: Found | null;
};

/**
 * The first matches of a query. While no more than `most` resumes say its last word as it stands, the word may be a
 * beginning too: `kube` finds Kubernetes. Ranked, resumes that say the word itself come first. When that finds
 * nothing, every word may be a beginning.
 */
export async function findMatches(asked: LibraryQuery, { isRanked, ...reading }: FindMatches): Promise<Matches> {
  const sort = (query: LibraryQuery, rows: Found[]) =>
    isRanked ? rank(query, rows) : Promise.resolve(rows.toSorted(byAge));
  let query = asked;
  let found = await findAllOrNewest(query, reading);
  let sorted = sort(query, found.rows);
  let known: Promise<Found[]> = Promise.resolve([]);
  let hasKnown = false;
  for (const words of begunReadings(asked)) {
    if (!found.isAll || (words === "each" && (hasKnown || found.rows.length > 0))) break;
    if (isRanked) {
      known = sorted;
      hasKnown ||= found.rows.length > 0;
    }
    query = { ...asked, reading: words, isRest: hasKnown };
    // What is known is sorted meanwhile.
    [found] = await Promise.all([findAllOrNewest(query, reading), known]);
    sorted = sort(query, found.rows);
  }
  const { isAll, rows } = found;
  return { query, isAll, rows: [...(await known), ...(await sorted)], oldest: isAll ? null : (rows.at(-1) ?? null) };
}

/** A query with its words taken as {@link findMatches} takes them, for what only counts. */
export async function settleWords(query: LibraryQuery, most: number): Promise<LibraryQuery> {
  for (const words of begunReadings(query)) {
    const isEnough = words === "last" ? await hasMore(query, most) : await hasAny(query);
    if (isEnough) break;
    query = { ...query, reading: words };
  }
  return query;
}

function begunReadings(query: LibraryQuery) {
  return isSearch(query) ? readingsOf(query.filter.q).filter((words) => words !== "whole") : [];
}
