import "server-only";
import { z } from "zod";
import type { Viewer } from "@/lib/auth/viewer";
import { ofVisiblePosition } from "@/lib/auth/visible-sql";
import { Prisma, scopedDb } from "@/lib/db";
import { findBlindings, showRow } from "@/lib/resume/blind/blindings";
import type { ResumeFilter } from "@/lib/resume/filter";
import type { Found } from "@/lib/resume/list-cursor";
import { queryWords } from "@/lib/resume/parsing/index/search-tokens";
import { textSpan } from "@/lib/resume/profile";
import type { ResumeListItem } from "@/lib/resume/schema";
import { type ResumeRow, toResumeListItem } from "@/lib/resume/view";

type LoadListItems = { viewer: Viewer; filter: ResumeFilter; hasBlind: boolean; found: Pick<Found, "id">[] };

/** The rows of a page in the order they were found, with positions and the words around the first hit. */
export async function loadListItems({ viewer, filter, hasBlind, found }: LoadListItems): Promise<ResumeListItem[]> {
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [rows, blindings] = await Promise.all([
    loadRows({ viewer, ids, q: filter.q }),
    hasBlind ? findBlindings(viewer, ids) : null,
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { positions, snippet, ...listed } = row;
    const blinding = blindings?.get(id);
    return [
      {
        ...showRow(toResumeListItem(listed), blinding),
        positions: positions ?? [],
        snippet: snippet && !blinding ? shownSnippet(snippet) : null,
      },
    ];
  });
}

type LoadRows = { viewer: Viewer; ids: string[]; q: string };
type Row = ResumeRow & { positions: ResumeListItem["positions"] | null; snippet: Snippet | null };

/** One statement: each one more costs a list as much as the rows do. */
function loadRows({ viewer, ids, q }: LoadRows): Promise<Row[]> {
  const [word] = queryWords(q);
  return scopedDb(viewer.organisationId).$queryRaw<Row[]>`
    select resume.id, file_name as "fileName", file_size as "fileSize", state::text as state,
      failure_reason as "failureReason", ocr_pages as "ocrPages", ocr_pages_done as "ocrPagesDone",
      candidate_name as "candidateName", current_title as "currentTitle", current_company as "currentCompany",
      highest_degree as "highestDegree", school, years_of_work as "yearsOfWork", city, skills, tags, source,
      school_tier as "schoolTier", received_at as "receivedAt", is_sample as "isSample",
      (select json_agg(json_build_object('positionId', position.id, 'stage', application.stage, 'title', position.title)
          order by application.created_at desc)
        from application join position on position.id = application.position_id
        where application.resume_id = resume.id and resume.delete_at is null and ${ofVisiblePosition(viewer)}
      ) as positions, ${word ? snippetOf(word) : Prisma.sql`null`} as snippet
    from resume
    where resume.id = any(${ids}::uuid[]) and resume.organisation_id = ${viewer.organisationId}::uuid`;
}

const before = 20;
const behind = 70;
/** Latin letters that fit before the hit, so that a narrow column shows the hit itself; a Chinese one takes two. */
const leadWidth = 16;

type Snippet = { lead: string; rest: string; start: number; places: unknown };

function snippetOf(word: string): Prisma.Sql {
  // Folding the case of a whole text takes longer than all the rest.
  const text = word === word.toUpperCase() ? Prisma.sql`text` : Prisma.sql`lower(text)`;
  return Prisma.sql`(
    select json_build_object('lead', substring(text from start + 1 for place - 1 - start),
      'rest', substring(text from place for ${behind}::int), 'start', start, 'places', profile -> 'sensitivePlaces')
    from resume_content
    -- Apart, or the text is searched once for each column that needs the place.
    cross join lateral (select position(${word} in ${text}) as place offset 0) as hit
    cross join lateral (select greatest(0, place - 1 - ${before}::int) as start) as cut
    where place > 0 and resume_id = resume.id)`;
}

function shownSnippet(row: Snippet): string {
  const shown = withoutSensitive(row);
  const lead = shortLead(shown.slice(0, row.lead.length));
  return `${lead}${shown.slice(row.lead.length).replace(/\s+/g, " ").trimEnd()}`;
}

/** What the vault keeps is not shown in passing. */
function withoutSensitive({ lead, rest, start, places }: Snippet): string {
  const end = start + lead.length + rest.length;
  const all = z.array(textSpan).catch([]).parse(places);
  const spans = all.filter((span) => span.start < end && span.end > start);
  if (spans.length === 0) return `${lead}${rest}`;
  const isHidden = (at: number) => spans.some((span) => at >= span.start && at < span.end);
  return `${lead}${rest}`.replace(/./gsu, (character, at: number) => (isHidden(start + at) ? " " : character));
}

/** The last words before the hit; the first of them is cut off most of the time. */
function shortLead(lead: string): string {
  const plain = lead.replace(/\s+/g, " ").trimStart();
  let width = 0;
  let from = plain.length;
  while (from > 0) {
    width += /\p{Script=Han}/u.test(plain[from - 1] ?? "") ? 2 : 1;
    if (width > leadWidth) break;
    from -= 1;
  }
  const kept = plain.slice(from);
  if (from === 0 && lead.length < before) return kept;
  return `…${kept.replace(/^[\p{Script=Latin}\d]+(?=[^\p{L}\d])/u, "").trimStart()}`;
}
