import "server-only";
import { Prisma, scopedDb, searchDb } from "@/lib/db";
import { isNarrowed, isSearch, type LibraryQuery, listed, narrowed, saying } from "@/lib/resume/filter-sql";

/** A narrowed list is counted up to here, which costs a few milliseconds. */
const mostCounted = 10_000;
const keepMs = 3000;
const whole = new Map<string, { count: number; at: number }>();

/** `isCapped`: there are more. */
export type Counted = { total: number; isCapped: boolean };

/** {@link countResumes}, begun now and awaited later; what fails in between is not to leave its error unheard. */
export function beginCount(query: LibraryQuery, least: number): Promise<Counted> {
  const counting = countResumes(query, least);
  counting.catch(() => undefined);
  return counting;
}

/**
 * How many rows a query has, of whose words the index has more than `least`. The whole library is counted exactly, at
 * most every three seconds; a filtered one up to 10,000; who says a word, up to `least`.
 */
export async function countResumes(query: LibraryQuery, least: number): Promise<Counted> {
  if (!isNarrowed(query)) return { total: await countWhole(query), isCapped: false };
  const { join, where } = saying(query);
  if (isSearch(query) && join === Prisma.empty) return { total: least, isCapped: true };
  const most = isSearch(query) ? least : mostCounted;
  const [row] = await searchDb(query.viewer.organisationId).$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select from resume ${join} where ${listed(query)} and ${narrowed(query)} and ${where} limit ${most + 1}) as found`;
  const count = row?.count ?? 0;
  return { total: Math.min(count, most), isCapped: count > most };
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
