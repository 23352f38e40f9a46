import "server-only";
import { Prisma, scopedDb, searchDb, type Transaction } from "@/lib/db";
import {
  isNarrowed,
  isSearch,
  type LibraryQuery,
  listed,
  narrowed,
  saidColumns,
  saying,
} from "@/lib/resume/filter-sql";
import type { Found } from "@/lib/resume/list-cursor";
import { queryTokens } from "@/lib/resume/parsing/index/search-tokens";

/** A set up to this size is sorted here, whole. */
export const mostSorted = 500;

const newestFirst = Prisma.sql`order by resume.received_at desc, resume.id desc`;

/** Rows read in order to fill a page. A word's tokens lie apart from the row and take longer to look at. */
const rowsRead = { word: 1000, frequent: 2500, field: 20_000 };
/** The first of them, which tell whether the word is frequent enough to read on. */
const rowsProbed = 200;
/** The newest rows that a rarer word is looked for in by its index, before all of them. */
const rowsRecent = 10_000;
const memory = "64MB";

type Reading = { after: Found | null; limit: number };
/** `enough`: with so many of the newest rows no more are looked for, though there be more up to the limit. */
type NewestReading = Reading & { enough?: number };
export type FirstReading = { most: number; limit: number; enough?: number };

/** All matches in no order when there are up to `most`; else the newest. */
export async function findAllOrNewest(query: LibraryQuery, reading: FirstReading): Promise<AllOrNewest> {
  const recent = isSearch(query) ? await findRecent(query, null) : null;
  return recent?.isLarge ? searchLarge(query, { ...reading, since: recent.since }) : findFewOrNewest(query, reading);
}

type AllOrNewest = { isAll: boolean; rows: Found[] };

/** One statement: the rows behind the first question are read only when its answer asks for them. */
async function findFewOrNewest(query: LibraryQuery, { most, ...reading }: FirstReading): Promise<AllOrNewest> {
  const isWord = isSearch(query);
  const probe = { after: null, limit: reading.limit, ...(isWord && { rows: rowsProbed }) };
  const rows = await searchDb(query.viewer.organisationId).$queryRaw<(Partial<Found> & { isAll: boolean })[]>`
    with few as materialized (${unsorted(query, most + 1)})
    select *, true as "isAll" from few where (select count(*) from few) <= ${most}
    union all (
      ${inOrder(query, probe, Prisma.sql`, false as "isAll"`)}
        and (select count(*) from few) > ${most}
      ${newestFirst} limit ${reading.limit}
    )
    union all select null, null, false where (select count(*) from few) > ${most}`;
  const found = rows.flatMap(({ id, receivedAt }) => (id && receivedAt ? { id, receivedAt } : []));
  // The last row only says that there are more than `most`: the newest may hold none of them.
  if (rows.every(({ isAll }) => isAll)) return { isAll: true, rows: found };
  const enough = reading.enough ?? reading.limit;
  if (found.length >= enough) return { isAll: false, rows: found };
  const rest = { ...reading, after: null };
  // As many rows as the probe says it takes, and some more.
  const needed = Math.ceil((enough / found.length) * rowsProbed * 1.2);
  const isFrequent = isWord && needed <= rowsRead.frequent;
  const newest = isFrequent ? findNewest(query, { ...rest, rows: needed }) : findRare(query, rest);
  return { isAll: false, rows: await newest };
}

/**
 * Words among so many resumes that it takes tens of milliseconds to gather the matches from the index. How many of the newest rows say them tells which way is
 * short: of a word that some say, the recent rows often hold more than `most` already, and the index is asked once.
 */
async function searchLarge(query: LibraryQuery, reading: FirstReading & { since: Date }): Promise<AllOrNewest> {
  const { most, since, limit, enough = limit } = reading;
  const db = searchDb(query.viewer.organisationId);
  const near = await db.$queryRaw<Found[]>`${inOrder(query, { after: null, limit })} ${newestFirst} limit ${limit}`;
  const isSome = near.length > 0 && near.length < enough;
  const recent = isSome ? await byIndex(query, { after: null, limit: most + 1, since }) : [];
  if (recent.length > most) return { isAll: false, rows: recent.slice(0, limit) };
  const few = await db.$queryRaw<Found[]>`${unsorted(query, most + 1)}`;
  if (few.length <= most) return { isAll: true, rows: few };
  if (near.length >= enough) return { isAll: false, rows: near };
  if (recent.length >= enough) return { isAll: false, rows: recent.slice(0, limit) };
  return { isAll: false, rows: await byIndex(query, { after: null, limit }) };
}

function unsorted(query: LibraryQuery, limit: number) {
  const { join, where } = saying(query);
  return Prisma.sql`
    select resume.id, resume.received_at as "receivedAt" from resume ${join}
    where ${listed(query)} and ${narrowed(query)} and ${where} limit ${limit}`;
}

export function hasAny(query: LibraryQuery) {
  return hasMore(query, 0);
}

/** Whether there are more matches than `most`. */
export async function hasMore(query: LibraryQuery, most: number) {
  const { join, where } = saying(query);
  const rows = await searchDb(query.viewer.organisationId).$queryRaw<unknown[]>`
    select 1 from resume ${join} where ${listed(query)} and ${narrowed(query)} and ${where}
    limit 1 offset ${most}`;
  return rows.length > 0;
}

/**
 * The newest matches behind `after`, of a set that is not small. What every twentieth resume has is soon met when
 * the newest rows are read in order; anything rarer is cheaper fetched by its index and sorted. PostgreSQL's
 * planner cannot tell which is which: it knows nothing of rare words, and takes the pairs of a Chinese word for
 * independent of each other.
 */
export async function findNewest(query: LibraryQuery, reading: NewestReading & { rows?: number }): Promise<Found[]> {
  const near = await searchDb(query.viewer.organisationId).$queryRaw<Found[]>`
    ${inOrder(query, reading)} ${newestFirst} limit ${reading.limit}`;
  const isFilled = near.length >= (reading.enough ?? reading.limit);
  return isFilled || !isNarrowed(query) ? near : findRare(query, reading);
}

function inOrder(query: LibraryQuery, reading: Reading & { rows?: number }, more = Prisma.empty): Prisma.Sql {
  const { after, limit } = reading;
  const { join, where } = saying(query);
  const rows = !isNarrowed(query) ? limit : (reading.rows ?? (isSearch(query) ? rowsRead.word : rowsRead.field));
  return Prisma.sql`
    select resume.id, resume.received_at as "receivedAt" ${more}
    from (select * from resume where ${listed(query)} ${behind(after)} ${newestFirst} limit ${rows}) as resume ${join}
    where ${narrowed(query)} and ${where}`;
}

/**
 * By the index of the words. Among the newest rows first, which the index of ages cuts out of its matches before any
 * is opened: of a word that 3 % of a million say, 300 rows instead of 30,000.
 */
async function findRare(query: LibraryQuery, { enough, ...reading }: NewestReading): Promise<Found[]> {
  const begin = isSearch(query) ? await findRecent(query, reading.after) : null;
  const recent = begin ? await byIndex(query, { ...reading, since: begin.since }) : [];
  return recent.length >= (enough ?? reading.limit) ? recent : byIndex(query, reading);
}

function byIndex(query: LibraryQuery, reading: Reading & { since?: Date }): Promise<Found[]> {
  return searchDb(query.viewer.organisationId).$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('work_mem', ${memory}, true), set_config('enable_indexscan', 'off', true)`;
    return fetchAndSort(tx, query, reading);
  });
}

type Recent = { since: Date; isLarge: boolean };

/** Where the recent rows of a library begin, for a while: a little off finds the same matches. */
const begins = new Map<string, Recent & { at: number }>();
const keepMs = 60_000;
/** Resumes of all organisations, whose words share one index. */
const largeRows = 400_000;

/** The age of the last of the recent rows behind `after`; null when there are no older ones. */
async function findRecent(query: LibraryQuery, after: Found | null): Promise<Recent | null> {
  const { organisationId } = query.viewer;
  const known = after ? undefined : begins.get(organisationId);
  if (known && Date.now() - known.at < keepMs) return known;
  const [row] = await searchDb(organisationId).$queryRaw<Recent[]>`
    select resume.received_at as since,
      (select reltuples > ${largeRows} from pg_class where oid = 'resume'::regclass) as "isLarge"
    from resume where ${listed(query)} ${behind(after)} ${newestFirst} limit 1 offset ${rowsRecent}`;
  if (row && !after) begins.set(organisationId, { ...row, at: Date.now() });
  return row ?? null;
}

/**
 * In two layers, so that only rows which may be shown are held against their text: nearly every row with all the
 * pairs of a Chinese word says that word.
 */
async function fetchAndSort(
  tx: Transaction,
  query: LibraryQuery,
  { after, limit, since }: Reading & { since?: Date },
): Promise<Found[]> {
  const { join, where } = saying(query);
  const recent = since ? Prisma.sql`and resume.received_at > ${since}` : Prisma.empty;
  for (let rows = Math.ceil(limit * 1.2); ; rows *= 20) {
    const matches = await tx.$queryRaw<(Found & { says: boolean })[]>`
      select resume.id, resume.received_at as "receivedAt", ${where} as says
      from (
        select resume.id, resume.received_at, ${saidColumns} from resume
        where ${listed(query)} and ${narrowed(query)} ${behind(after)} ${recent} ${newestFirst} limit ${rows}
      ) as resume ${join} ${newestFirst}`;
    const said = matches.filter(({ says }) => says);
    if (said.length >= limit || matches.length < rows) return said.slice(0, limit);
  }
}

function behind(after: Found | null) {
  if (!after) return Prisma.empty;
  return Prisma.sql`and (resume.received_at, resume.id) < (${after.receivedAt}, ${after.id}::uuid)`;
}

/**
 * Sorts matches by where the words of the query stand: a name before a title, a title before a skill, a skill before
 * the top of the text.
 */
export async function rank(query: LibraryQuery, matches: Found[]): Promise<Found[]> {
  const words = queryTokens(query.filter.q, query.reading).said;
  if (words.length === 0 || matches.length === 0) return matches;
  const scores = await scopedDb(query.viewer.organisationId).$queryRaw<{ id: string; score: number }[]>`
    select resume.id, ${Prisma.join(words.map(score), " + ")} as score
    from resume left join resume_content content on content.resume_id = resume.id
    where resume.id = any(${matches.map(({ id }) => id)}::uuid[])`;
  const byId = new Map(scores.map(({ id, score }) => [id, score]));
  return matches.toSorted((a, b) => (byId.get(b.id) ?? 0) - (byId.get(a.id) ?? 0) || byAge(a, b));
}

/** What stands at the top says more of a person than what stands at the end. */
const topOfText = 500;

function score(word: string): Prisma.Sql {
  // Folding the case of a text, and cutting it, take as long as all the rest: Chinese needs neither.
  const isCased = word !== word.toUpperCase();
  const folded = (field: Prisma.Sql) => (isCased ? Prisma.sql`lower(${field})` : field);
  const stands = (field: Prisma.Sql) => Prisma.sql`(position(${word} in ${folded(field)}) > 0)::int`;
  const top = isCased
    ? stands(Prisma.sql`coalesce(left(content.text, ${topOfText}::int), '')`)
    : Prisma.sql`(position(${word} in coalesce(content.text, '')) between 1 and ${topOfText}::int)::int`;
  return Prisma.sql`(
    30 * ${stands(Prisma.sql`coalesce(resume.candidate_name, '')`)}
    + 12 * ${stands(Prisma.sql`coalesce(resume.current_title, '')`)}
    + 8 * ${stands(Prisma.sql`array_to_string(resume.skills, ' ')`)}
    + 5 * ${stands(Prisma.sql`concat(resume.current_company, ' ', resume.school)`)}
    + 4 * ${top}
  )::int`;
}

export function byAge(a: Found, b: Found) {
  return b.receivedAt.getTime() - a.receivedAt.getTime() || (a.id < b.id ? 1 : -1);
}
