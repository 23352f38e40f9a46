import "server-only";
import { Prisma, searchDb } from "@/lib/db";
import { beginCount, type Counted } from "@/lib/resume/count-resumes";
import {
  hasRuns,
  isNarrowed,
  isSearch,
  keptFor,
  type LibraryQuery,
  listed,
  narrowed,
  newestFirst,
  saidColumns,
  saying,
  withText,
} from "@/lib/resume/filter-sql";
import type { Found } from "@/lib/resume/list-cursor";
import { queryTokens } from "@/lib/resume/parsing/index/search-tokens";
import { isPageSoonerInOrder, rowsFor, type Share } from "@/lib/resume/search-cost";

/** A set up to this size is sorted here, whole. */
export const mostSorted = 500;

/** Rows read in order to fill a page. A word's tokens lie apart from the row and take longer to look at. */
const rowsRead = { word: 1000, field: 20_000 };
/** The first of them, which tell whether the word is frequent enough to read on. */
const rowsProbed = 200;
/** Of a word that so many of them say, the index is not asked: gathering its matches takes longer than reading on. */
const leastFrequent = 10;
/** The newest rows that a rarer word is looked for in by its index, before all of them. */
const rowsRecent = 10_000;
/** So many of the index's matches are named to who counts them. */
const indexedAsked = 250;
/** Gathered beyond what is sorted: some have all pairs of a Chinese word, and do not say it. */
const sparePairs = 50;

/** `isScored`: with how well each row matches. */
type Reading = { after: Found | null; limit: number; isScored?: boolean };
/** `enough`: with so many of the newest rows no more are looked for, though there be more up to the limit. */
export type FirstReading = { most: number; limit: number; enough?: number; isScored: boolean };

type AllOrNewest = { rows: Scored[] } & ({ isAll: true } | { isAll: false; counted: Promise<Counted> });
type Scored = Found & { score: number };

/**
 * All matches in no order when the index has hardly more than `most` for them; else the newest. Where there are many
 * resumes, the newest are asked for a word first: of one that enough of them say the index is not asked.
 */
export async function findAllOrNewest(query: LibraryQuery, reading: FirstReading): Promise<AllOrNewest> {
  const { isScored, limit, enough = limit } = reading;
  const isWord = isSearch(query);
  const recent = isWord ? await findRecent(query, null) : null;
  const most = reading.most + (hasRuns(query) ? sparePairs : 0);
  const probe = { after: null, ...(isWord ? { limit: rowsProbed, rows: rowsProbed } : { limit }) };
  const isMore = Prisma.sql`(select count(*) from few) > ${most}`;
  const isFrequent = recent ? Prisma.sql`(select count(*) from near) >= ${leastFrequent}` : Prisma.sql`false`;
  const near = (is: Prisma.Sql) =>
    Prisma.sql`near as materialized (${inOrder(query, probe)} and ${is} ${newestFirst} limit ${probe.limit})`;
  const few = (is: Prisma.Sql) => Prisma.sql`few as materialized (${indexed(query, most + 1, is)})`;
  const always = Prisma.sql`true`;
  const rows = await searchDb(query.viewer.organisationId).$queryRaw<FewRow[]>`${keptFor(query)}
    with ${recent ? Prisma.sql`${near(always)}, ${few(Prisma.sql`not ${isFrequent}`)}` : Prisma.sql`${few(always)}, ${near(isMore)}`}
    ${said(query, isScored)} and not ${isFrequent} and not ${isMore}
    union all ${scoredNear(query, { limit, isScored })} where ${isFrequent} or ${isMore}
    union all select probed.id, probed.received_at, 0, (select count(*)::int from near), (select array_agg(id) from (select id from few limit ${indexedAsked}) as named)
    from (values (1)) as one left join lateral (
      select id, received_at from resume where ${listed(query)} ${newestFirst} limit 1 offset ${rowsProbed - 1}
    ) as probed on true
    where ${isFrequent} or ${isMore}`;
  const found = rows.flatMap(({ id, receivedAt, score = 0, near }) =>
    near === null && id && receivedAt ? [{ id, receivedAt, score }] : [],
  );
  // A row with a number says that these are not all; the newest may hold none of them.
  const more = rows.find(isMoreRow);
  if (!more) return { isAll: true, rows: found };
  const share = { said: more.near, among: rowsProbed, indexed: recent?.indexed ?? 0 };
  const counted = beginCount(query, { most: reading.most, among: more.indexed, share });
  if (found.length >= enough) return { isAll: false, rows: found.toSorted(byAge), counted };
  // Each row more that has to be looked for takes its time.
  const rest = { limit: enough - found.length, isScored };
  const beyond = isWord ? await readOn(query, more, { ...rest, share, enough }) : null;
  if (beyond) return { isAll: false, rows: [...found.toSorted(byAge), ...beyond], counted };
  const newest = await findRare(query, { after: null, limit: enough, isScored });
  // Frequent among the newest, and nowhere else.
  return newest.length < enough ? { isAll: true, rows: newest } : { isAll: false, rows: newest, counted };
}

/**
 * `near` only where there are more: how many of the newest say it. Then the row is the last one asked, if there are so
 * many, and `indexed` some of what the index has, where it was asked.
 */
type FewRow = Partial<Found> & { score?: number; near: number | null; indexed: string[] | null };

function isMoreRow(row: FewRow): row is FewRow & { near: number } {
  return row.near !== null;
}

/** Behind the rows asked for a word, in order; null where the index is sooner, or they do not fill the page. */
async function readOn(
  query: LibraryQuery,
  { id, receivedAt }: Partial<Found>,
  { share, enough, limit, isScored }: { share: Share; enough: number; limit: number; isScored: boolean },
): Promise<Scored[] | null> {
  const needed = rowsFor(enough, share);
  if (!id || !receivedAt || !isPageSoonerInOrder(needed, share)) return null;
  // As many rows as the probe says it takes, and some more: none is read once the page is full.
  const rows = Math.ceil(needed * 1.6) - share.among;
  const beyond = await readInOrder(query, { after: { id, receivedAt }, limit, isScored, rows });
  return beyond.length >= limit ? beyond : null;
}

/** What the index has for a query, in no order, with all that {@link said} looks at. */
function indexed(query: LibraryQuery, limit: number, isAsked = Prisma.sql`true`) {
  return Prisma.sql`
    select resume.id, resume.received_at, ${saidColumns} from resume
    where ${listed(query)} and ${narrowed(query)} and ${isAsked} limit ${limit}`;
}

/** Those of the `few` that really say it. */
function said(query: LibraryQuery, isScored: boolean) {
  const { join, score } = scoring(query, isScored);
  return Prisma.sql`
    select resume.id, resume.received_at as "receivedAt", ${score} as score, null::int as near, null::uuid[] as indexed
    from few as resume ${join} where ${saying(query).where}`;
}

function scoredNear(query: LibraryQuery, { limit, isScored }: { limit: number; isScored: boolean }) {
  const { join, score } = scoring(query, isScored);
  return Prisma.sql`
    select resume.id, resume.received_at, ${score}, null, null
    from (select id from near limit ${limit}) as newest join resume on resume.id = newest.id ${isScored ? join : Prisma.empty}`;
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
export async function findNewest(query: LibraryQuery, reading: Reading): Promise<Scored[]> {
  const near = await readInOrder(query, reading);
  const isFilled = near.length >= reading.limit;
  return isFilled || !isNarrowed(query) ? near : findRare(query, reading);
}

/** `rows`: how many are looked at, at most. */
type InOrder = Reading & { rows?: number };

function readInOrder(query: LibraryQuery, reading: InOrder): Promise<Scored[]> {
  return searchDb(query.viewer.organisationId).$queryRaw<Scored[]>`${keptFor(query)}
    ${inOrder(query, reading)} ${newestFirst} limit ${reading.limit}`;
}

function inOrder(query: LibraryQuery, reading: InOrder): Prisma.Sql {
  const { after, limit, isScored = false } = reading;
  const { join, score } = scoring(query, isScored);
  const rows = !isNarrowed(query) ? limit : (reading.rows ?? (isSearch(query) ? rowsRead.word : rowsRead.field));
  return Prisma.sql`
    select resume.id, resume.received_at as "receivedAt", ${score} as score
    from (select * from resume where ${listed(query)} ${behind(after)} ${newestFirst} limit ${rows}) as resume ${join}
    where ${narrowed(query)} and ${saying(query).where}`;
}

/**
 * By the index of the words. Among the newest rows first, which the index of ages cuts out of its matches before any
 * is opened: of a word that 3 % of a million say, 300 rows instead of 30,000.
 */
async function findRare(query: LibraryQuery, reading: Reading): Promise<Scored[]> {
  const begin = isSearch(query) ? await findRecent(query, reading.after) : null;
  const recent = begin ? await byIndex(query, { ...reading, since: begin.since }) : [];
  return recent.length >= reading.limit ? recent : byIndex(query, reading);
}

/** `indexed`: resumes of all organisations, whose words share one index. */
type Recent = { since: Date; indexed: number };

/** Where the recent rows of a library begin, for a while: a little off finds the same matches. */
const begins = new Map<string, Recent & { at: number }>();
const keepMs = 60_000;

/** The age of the last of the recent rows behind `after`; null when there are no older ones. */
async function findRecent(query: LibraryQuery, after: Found | null): Promise<Recent | null> {
  const { organisationId } = query.viewer;
  const known = after ? undefined : begins.get(organisationId);
  if (known && Date.now() - known.at < keepMs) return known;
  const [row] = await searchDb(organisationId).$queryRaw<Recent[]>`
    select resume.received_at as since,
      (select reltuples from pg_class where oid = 'resume'::regclass) as indexed
    from resume where ${listed(query)} ${behind(after)} ${newestFirst} limit 1 offset ${rowsRecent}`;
  if (row && !after) begins.set(organisationId, { ...row, at: Date.now() });
  return row ?? null;
}

/**
 * In two layers, so that only rows which may be shown are held against their text: nearly every row with all the
 * pairs of a Chinese word says that word.
 */
async function byIndex(query: LibraryQuery, reading: Reading & { since?: Date }): Promise<Scored[]> {
  const { after, limit, since, isScored = false } = reading;
  const { join, score } = scoring(query, isScored);
  const recent = since ? Prisma.sql`and resume.received_at > ${since}` : Prisma.empty;
  for (let rows = Math.ceil(limit * 1.2); ; rows *= 20) {
    const matches = await searchDb(query.viewer.organisationId, "gather").$queryRaw<
      (Scored & { says: boolean })[]
    >`${keptFor(query)}
      select resume.id, resume.received_at as "receivedAt", ${score} as score, ${saying(query).where} as says
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

export function byScore(matches: Scored[]): Found[] {
  return matches.toSorted((a, b) => b.score - a.score || byAge(a, b));
}

/**
 * How well a row matches, by where the words of the query stand: a name before a title, a title before a skill, a skill
 * before the top of the text; 0 where nobody asked. With the join that brings what {@link saying} looks at, too.
 */
function scoring(query: LibraryQuery, isScored: boolean): { join: Prisma.Sql; score: Prisma.Sql } {
  const { join } = saying(query);
  const words = isScored ? queryTokens(query.filter.q, query.reading).said : [];
  if (words.length === 0) return { join, score: Prisma.sql`0` };
  return {
    join: join === Prisma.empty ? withText : join,
    score: Prisma.join(words.map(scoreOf), " + "),
  };
}

/** What stands at the top says more of a person than what stands at the end. */
const topOfText = 500;

function scoreOf(word: string): Prisma.Sql {
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
