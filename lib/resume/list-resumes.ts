import "server-only";
import type { z } from "zod";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { openGate } from "@/lib/http/gate";
import { hasBlind } from "@/lib/resume/blind/blindings";
import { beginCount, type Counted } from "@/lib/resume/count-resumes";
import type { listResumesQuery } from "@/lib/resume/filter";
import { isNarrowed, isSearch, type LibraryQuery } from "@/lib/resume/filter-sql";
import { findMatches } from "@/lib/resume/find-matches";
import { cursorOf, type Found, readCursor } from "@/lib/resume/list-cursor";
import { loadListItems } from "@/lib/resume/load-list-items";
import { findNewest, mostSorted } from "@/lib/resume/match-resumes";
import { readQuery } from "@/lib/resume/read-query";
import type { ResumePage } from "@/lib/resume/schema";

type ListResumes = z.output<typeof listResumesQuery> & { viewer: Viewer };

/** Of a larger set the newest so many are ranked; behind them the list goes on by age. */
const mostRanked = 100;
const leastRanked = 50;

/** More at once take as long in all, and keep connections and processor from other pages. */
const searches = openGate({
  name: "searches",
  ...{ atOnce: 4, waiting: 100, waitMs: 10_000 },
  ...{ retryAfterSeconds: 2, message: "server_busy" },
});

/**
 * A page of the library, by relevance or newest first. Deep pages cost no more than the first.
 *
 * @throws unavailable while too many others search
 */
export async function listResumes(asked: ListResumes): Promise<ResumePage> {
  assertCan(asked.viewer, "resume:read");
  // The plain list is short work, and what everybody opens first.
  return asked.q ? searches.run(asked.viewer, () => list(asked)) : list(asked);
}

async function list({ viewer, cursor, limit, sort, ...rest }: ListResumes): Promise<ResumePage> {
  const asked = { filter: readQuery(rest), viewer, hasBlind: await hasBlind(viewer) };
  const isRanked = isSearch(asked) && sort !== "newest";
  const from = readCursor(cursor);
  const offset = from?.offset ?? 0;

  let query: LibraryQuery = asked;
  let page: Page;
  let counted: Promise<Counted>;
  if (!isNarrowed(asked) || from?.kind === "newest") {
    // A page behind a row was asked for because the set is not small.
    if (from?.kind === "newest") query = { ...asked, reading: from.reading, isRest: from.isRest };
    counted = beginCount(query, { most: mostSorted });
    page = pageByAge(query, await findNewest(query, { after: from?.after ?? null, limit: limit + 1 }), limit);
  } else {
    const reading = isRanked ? { limit: mostRanked, enough: leastRanked } : { limit: limit + 1 };
    const found = await findMatches(asked, { most: mostSorted, isRanked, ...reading });
    const isAll = found.counted === null;
    query = found.query;
    counted = found.counted ?? Promise.resolve({ total: found.rows.length, isCapped: false });
    page = isRanked || isAll ? cut(found.rows, { offset, limit }) : pageByAge(query, found.rows, limit);
    if (isRanked && found.oldest && !page.nextCursor) page.nextCursor = cursorOf({ ...query, after: found.oldest });
  }
  const [resumes, count] = await Promise.all([loadListItems({ ...asked, found: page.rows }), counted]);
  return { resumes, ...count, nextCursor: page.nextCursor };
}

type Page = { rows: Found[]; nextCursor: string | null };

function cut(rows: Found[], { offset, limit }: { offset: number; limit: number }): Page {
  const end = offset + limit;
  return { rows: rows.slice(offset, end), nextCursor: end < rows.length ? cursorOf({ offset: end }) : null };
}

/** Of one row more than the page takes. */
function pageByAge(query: LibraryQuery, rows: Found[], limit: number): Page {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { rows: shown, nextCursor: last ? cursorOf({ ...query, after: last }) : null };
}
