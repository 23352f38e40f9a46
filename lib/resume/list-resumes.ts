import "server-only";
import type { z } from "zod";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { countResumes } from "@/lib/resume/count-resumes";
import type { listResumesQuery } from "@/lib/resume/filter";
import { isNarrowed, isSearch } from "@/lib/resume/filter-sql";
import { cursorOf, type Found, readCursor } from "@/lib/resume/list-cursor";
import { loadListItems } from "@/lib/resume/load-list-items";
import { byAge, findAllOrNewest, findNewest, rank } from "@/lib/resume/match-resumes";
import { readQuery } from "@/lib/resume/read-query";
import type { ResumePage } from "@/lib/resume/schema";

type ListResumes = z.output<typeof listResumesQuery> & { viewer: Viewer };

/** A set up to this size is sorted here, whole. */
const mostSorted = 500;
/** Of a larger set the newest so many are ranked; behind them the list goes on by age. */
const mostRanked = 100;
const leastRanked = 50;

/** A page of the library, by relevance or newest first. Deep pages cost no more than the first. */
export async function listResumes({ viewer, cursor, limit, sort, ...rest }: ListResumes): Promise<ResumePage> {
  assertCan(viewer, "resume:read");
  const query = { filter: readQuery(rest), viewer };
  const isRanked = isSearch(query) && sort !== "newest";
  const from = readCursor(cursor);
  const offset = from?.offset ?? 0;

  let page: Page;
  let isAll = false;
  let count = 0;
  if (!isNarrowed(query) || from?.kind === "newest") {
    // A page behind a row was asked for because the set is not small.
    page = pageByAge(await findNewest(query, { after: from?.after ?? null, limit: limit + 1 }), limit);
  } else {
    const reading = isRanked ? { limit: mostRanked, enough: leastRanked } : { limit: limit + 1 };
    const found = await findAllOrNewest(query, { most: mostSorted, ...reading });
    isAll = found.isAll;
    count = found.rows.length;
    const sorted = isRanked ? await rank(query, found.rows) : found.rows.toSorted(byAge);
    page = isRanked || isAll ? cut(sorted, { offset, limit }) : pageByAge(sorted, limit);
    const oldest = found.rows.at(-1);
    if (isRanked && !isAll && !page.nextCursor && oldest) page.nextCursor = cursorOf({ after: oldest });
  }
  const [resumes, counted] = await Promise.all([
    loadListItems({ ...query, found: page.rows }),
    isAll ? { total: count, isCapped: false } : countResumes(query, mostSorted),
  ]);
  return { resumes, ...counted, nextCursor: page.nextCursor };
}

type Page = { rows: Found[]; nextCursor: string | null };

function cut(rows: Found[], { offset, limit }: { offset: number; limit: number }): Page {
  const end = offset + limit;
  return { rows: rows.slice(offset, end), nextCursor: end < rows.length ? cursorOf({ offset: end }) : null };
}

/** Of one row more than the page takes. */
function pageByAge(rows: Found[], limit: number): Page {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { rows: shown, nextCursor: last ? cursorOf({ after: last }) : null };
}
