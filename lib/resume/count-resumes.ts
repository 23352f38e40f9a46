import "server-only";
import { Prisma, scopedDb, searchDb } from "@/lib/db";
import {
  hasRuns,
  isNarrowed,
  isOneToken,
  isSearch,
  keptFor,
  type LibraryQuery,
  listed,
  narrowed,
  newestFirst,
  saying,
} from "@/lib/resume/filter-sql";
import { isSampleSooner, isSoonerInOrder, rowsFor, type Share } from "@/lib/resume/search-cost";

/** A narrowed list is counted up to here, which costs a few milliseconds. */
const mostCounted = 10_000;
/** The same where each text is looked at: Chinese words of three characters and more. */
const mostRead = 200;
const keepMs = 3000;
const whole = new Map<string, { count: number; at: number }>();

/** `isCapped`: there are more. */
export type Counted = { total: number; isCapped: boolean };

type CountResumes = {
  /** Of those who say a word no more are counted, and of those whose text must be looked at fewer. */
  most: number;
  /** Some of the more than `most` that the index has for the words. */
  among?: readonly string[] | null;
  share?: Share;
};

/** {@link countResumes}, begun now and awaited later; what fails in between is not to leave its error unheard. */
export function beginCount(query: LibraryQuery, of: CountResumes): Promise<Counted> {
  const counting = countResumes(query, of);
  counting.catch(() => undefined);
  return counting;
}

/**
 * How many rows a query has: of the whole library exactly, at most every three seconds; of a filtered one up to
 * 10,000; of those who say a word up to `most`, or to 200.
 */
async function countResumes(query: LibraryQuery, { most, among, share }: CountResumes): Promise<Counted> {
  if (!isNarrowed(query)) return { total: await countWhole(query), isCapped: false };
  const { join, where } = saying(query);
  if (among && join === Prisma.empty) return { total: most, isCapped: true };
  const limit = hasRuns(query) ? Math.min(most, mostRead) : isSearch(query) ? most : mostCounted;
  if (share && !among && (await isSurelyMore(query, limit, share))) return { total: limit, isCapped: true };
  const indexed = among ? Prisma.sql`resume.id = any(${among}::uuid[])` : narrowed(query);
  // Reading row after row until enough say a word takes longer than collecting all of them from the index.
  const role = isSearch(query) && !among ? "gather" : "search";
  const [row] = await searchDb(query.viewer.organisationId, role).$queryRaw<{ count: number }[]>`${keptFor(query)}
    select count(*)::int as count from (
      select from resume ${join} where ${listed(query)} and ${indexed} and ${where} limit ${limit + 1}) as found`;
  const count = row?.count ?? 0;
  if (!among || count > limit) return { total: Math.min(count, limit), isCapped: count > limit };
  // Too many of those do not say it.
  return countResumes(query, { most });
}

/** Whether some of the rows, in the library of this organisation, show already that there are more than `most`. */
async function isSurelyMore(query: LibraryQuery, most: number, share: Share): Promise<boolean> {
  if (isOneToken(query) && isSampleSooner(share) && (await hasSampleOfMore(query, most))) return true;
  return isSaidByMore(query, most, share);
}

async function hasSampleOfMore(query: LibraryQuery, most: number): Promise<boolean> {
  const said = await searchDb(query.viewer.organisationId, "sample").$queryRaw<unknown[]>`${keptFor(query)}
    select 1 from resume where ${listed(query)} and ${narrowed(query)} limit 1 offset ${most}`;
  return said.length > 0;
}

/** Whether the newest rows hold more than `most`, where they tell sooner than the index: so many behind those known. */
async function isSaidByMore(query: LibraryQuery, most: number, share: Share): Promise<boolean> {
  const rows = rowsFor(most + 1 - share.said, share);
  if (!isSoonerInOrder(rows, share)) return false;
  const { join, where } = saying(query);
  const said = await searchDb(query.viewer.organisationId).$queryRaw<unknown[]>`${keptFor(query)}
    select 1 from (
      select * from resume where ${listed(query)} ${newestFirst} limit ${Math.ceil(rows * 1.2)} offset ${share.among}
    ) as resume ${join}
    where ${narrowed(query)} and ${where} limit 1 offset ${most - share.said}`;
  return said.length > 0;
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
