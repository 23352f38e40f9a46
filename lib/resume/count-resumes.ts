import "server-only";
import { scopedDb, searchDb } from "@/lib/db";
import { isNarrowed, isSearch, type LibraryQuery, listed, narrowed } from "@/lib/resume/filter-sql";

/** A narrowed list is counted up to here, which costs a few milliseconds. */
const mostCounted = 10_000;
const keepMs = 3000;
const whole = new Map<string, { count: number; at: number }>();

/**
 * How many rows a query has. The whole library is counted exactly, at most every three seconds; a filtered one up
 * to 10,000; of a search word it is only known that there are more than `least`.
 */
export async function countResumes(query: LibraryQuery, least: number): Promise<{ total: number; isCapped: boolean }> {
  if (!isNarrowed(query)) return { total: await countWhole(query), isCapped: false };
  if (isSearch(query)) return { total: least, isCapped: true };
  const [row] = await searchDb(query.viewer.organisationId).$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select from resume where ${listed(query)} and ${narrowed(query)} limit ${mostCounted + 1}) as found`;
  const count = row?.count ?? 0;
  return { total: Math.min(count, mostCounted), isCapped: count > mostCounted };
}

async function countWhole(query: LibraryQuery): Promise<number> {
  const { organisationId } = query.viewer;
  const known = whole.get(organisationId);
  if (known && Date.now() - known.at < keepMs && known.count > mostCounted) return known.count;
  const [row] = await scopedDb(organisationId).$queryRaw<{ count: number }[]>`
    select count(*)::int as count from resume where ${listed(query)}`;
  const count = row?.count ?? 0;
  whole.set(organisationId, { count, at: Date.now() });
  return count;
}
