import "server-only";
import type { z } from "zod";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { countResumes } from "@/lib/resume/count-resumes";
import type { listResumesQuery } from "@/lib/resume/filter";
import { isNarrowed, type LibraryQuery } from "@/lib/resume/filter-sql";
import { cursorOf, type Found, readCursor } from "@/lib/resume/list-cursor";
import { loadListItems } from "@/lib/resume/load-list-items";
import { byAge, findAnyOrder, findNewest, rank } from "@/lib/resume/match-resumes";
import { readQuery } from "@/lib/resume/read-query";
import type { ResumePage } from "@/lib/resume/schema";

type ListResumes = z.output<typeof listResumesQuery> & { viewer: Viewer };

/** A set up to this size is sorted here, whole. */
const mostSorted = 500;
/** Of a larger set the newest so many are ranked; behind them the list goes on by age. */
const mostRanked = 200;
const leastRanked = 50;

/** A page of the library, by relevance or newest first. Deep pages cost no more than the first. */
export async function listResumes({ viewer, cursor, limit, sort, ...rest }: ListResumes): Promise<ResumePage> {
  assertCan(viewer, "resume:read");
  const query = { filter: readQuery(rest), viewer };
  const isRanked = query.filter.q !== "" && sort !== "newest";
  const from = readCursor(cursor);
  const offset = from?.offset ?? 0;

  // A page behind a row was asked for because the set is not small.
  const few = isNarrowed(query) && from?.kind !== "newest" ? await findAnyOrder(query, mostSorted + 1) : null;
  const isAll = few !== null && few.length <= mostSorted;

  let page: { rows: Found[]; nextCursor: string | null };
  if (isAll) {
    page = cut(isRanked ? await rank(query, few) : few.toSorted(byAge), { offset, limit });
  } else if (isRanked && from?.kind !== "newest") {
    const newest = await findNewest(query, { after: null, limit: mostRanked, enough: leastRanked });
    page = cut(await rank(query, newest), { offset, limit });
    const oldest = newest.at(-1);
    if (!page.nextCursor && oldest) page.nextCursor = cursorOf({ after: oldest });
  } else {
    page = await newestPage(query, { after: from?.after ?? null, limit });
  }
  const [resumes, counted] = await Promise.all([
    loadListItems({ ...query, found: page.rows }),
    isAll ? { total: few.length, isCapped: false } : countResumes(query, mostSorted),
  ]);
  return { resumes, ...counted, nextCursor: page.nextCursor };
}

function cut(rows: Found[], { offset, limit }: { offset: number; limit: number }) {
  const end = offset + limit;
  return { rows: rows.slice(offset, end), nextCursor: end < rows.length ? cursorOf({ offset: end }) : null };
}

async function newestPage(query: LibraryQuery, { after, limit }: { after: Found | null; limit: number }) {
  const rows = await findNewest(query, { after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { rows: shown, nextCursor: last ? cursorOf({ after: last }) : null };
}
