import "server-only";
import type { Counted } from "@/lib/resume/count-resumes";
import { isSearch, type LibraryQuery } from "@/lib/resume/filter-sql";
import type { Found } from "@/lib/resume/list-cursor";
import { byAge, byScore, type FirstReading, findAllOrNewest, hasAny, hasMore } from "@/lib/resume/match-resumes";
import { readingsOf } from "@/lib/resume/parsing/index/search-tokens";

type FindMatches = Omit<FirstReading, "isScored"> & { isRanked: boolean };
type Matches = {
  /** As its words were taken; behind ranked matches, the list goes on with it. */
  query: LibraryQuery;
  /** Sorted as wished. */
  rows: Found[];
  /** Null where the rows are all. */
  counted: Promise<Counted> | null;
  /** The last row found by age, where there are more. */
  oldest: Found | null;
};

/**
 * The first matches of a query. While no more than `most` resumes say its last word as it stands, the word may be a
 * beginning too: `kube` finds Kubernetes. Ranked, resumes that say the word itself come first. When that finds
 * nothing, every word may be a beginning.
 */
export async function findMatches(asked: LibraryQuery, { isRanked, ...reading }: FindMatches): Promise<Matches> {
  const find = (query: LibraryQuery) => findAllOrNewest(query, { ...reading, isScored: isRanked });
  let query = asked;
  let found = await find(query);
  let known: Found[] = [];
  for (const words of begunReadings(asked)) {
    if (!found.isAll || (words === "each" && (known.length > 0 || found.rows.length > 0))) break;
    if (isRanked) known = [...known, ...byScore(found.rows)];
    query = { ...asked, reading: words, isRest: known.length > 0 };
    found = await find(query);
  }
  const { rows } = found;
  return {
    query,
    rows: [...known, ...(isRanked ? byScore(rows) : rows.toSorted(byAge))],
    counted: found.isAll ? null : found.counted,
    oldest: found.isAll ? null : (rows.at(-1) ?? null),
  };
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
