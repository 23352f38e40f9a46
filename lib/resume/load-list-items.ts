import "server-only";
import { z } from "zod";
import type { Viewer } from "@/lib/auth/viewer";
import { ofVisiblePosition } from "@/lib/auth/visible-sql";
import { keptStatement, Prisma, scopedDb } from "@/lib/db";
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
    const { positions, place, shown, places, doubles, ...listed } = row;
    const blinding = blindings?.get(id);
    const hit = place && shown && !blinding ? { place, shown, places, doubles: doubles ?? 0 } : null;
    return [
      {
        ...showRow(toResumeListItem(listed), blinding),
        positions: positions ?? [],
        snippet: hit && shownSnippet(hit),
      },
    ];
  });
}

type LoadRows = { viewer: Viewer; ids: string[]; q: string };
type Row = ResumeRow & { positions: ResumeListItem["positions"] | null } & Partial<Snippet>;

/** One statement: each one more costs a list as much as the rows do. */
function loadRows({ viewer, ids, q }: LoadRows): Promise<Row[]> {
  const [word] = queryWords(q);
  return scopedDb(viewer.organisationId).$queryRaw<Row[]>`${keptStatement}
    select resume.id, file_name as "fileName", file_size as "fileSize", state::text as state,
      failure_reason as "failureReason", ocr_pages as "ocrPages", ocr_pages_done as "ocrPagesDone",
      candidate_name as "candidateName", current_title as "currentTitle", current_company as "currentCompany",
      highest_degree as "highestDegree", school, years_of_work as "yearsOfWork", city, skills, tags, source,
      school_tier as "schoolTier", received_at as "receivedAt", is_sample as "isSample",
      (select json_agg(json_build_object('positionId', position.id, 'stage', application.stage, 'title', position.title)
          order by application.created_at desc)
        from application join position on position.id = application.position_id
        where application.resume_id = resume.id and resume.delete_at is null and ${ofVisiblePosition(viewer)}
      ) as positions ${word ? Prisma.sql`, place, shown, places, doubles` : Prisma.empty}
    from resume ${word ? joinSnippet(word) : Prisma.empty}
    where resume.id = any(${ids}::uuid[]) and resume.organisation_id = ${viewer.organisationId}::uuid`;
}

const before = 20;
const behind = 70;
/** Latin letters that fit before the hit, so that a narrow column shows the hit itself; a Chinese one takes two. */
const leadWidth = 16;

/**
 * `place`: of the first hit in the text, in characters from 1. `shown`: from `before` characters before it on.
 * `doubles`: how many characters before that are two UTF-16 units, where there are places to leave out.
 */
type Snippet = { place: number | null; shown: string | null; places: unknown; doubles: number | null };

/** Columns of their own: making one JSON value of them takes as long as finding them. */
function joinSnippet(word: string): Prisma.Sql {
  // Folding the case of a whole text takes longer than all the rest.
  const text = word === word.toUpperCase() ? Prisma.sql`text` : Prisma.sql`lower(text)`;
  return Prisma.sql`left join lateral (
    select place, substring(text from start + 1 for place - 1 - start + ${behind}::int) as shown, places,
      -- In UTF-8 such characters begin with one of two bytes: looking for those spares most texts the rest.
      case when places <> '[]' and position('\\xf0'::bytea in lead) + position('\\xf3'::bytea in lead) > 0
        then length(regexp_replace(left(text, start), '[^\\U00010000-\\U0010FFFF]', '', 'g')) else 0 end as doubles
    from (
      -- Unpacked once for all that look at it.
      select text || '' as text, profile -> 'sensitivePlaces' as places from resume_content
      where resume_id = resume.id offset 0
    ) as content
    cross join lateral (select position(${word} in ${text}) as place offset 0) as hit
    cross join lateral (select greatest(0, place - 1 - ${before}::int) as start offset 0) as cut
    cross join lateral (
      select case when places <> '[]' then convert_to(left(text, start), 'UTF8') end as lead offset 0
    ) as bytes
    where place > 0) as snippet on true`;
}

type Hit = { place: number; shown: string; places: unknown; doubles: number };

function shownSnippet({ place, shown, places, doubles }: Hit): string {
  const start = Math.max(0, place - 1 - before);
  // PostgreSQL counts characters, of which some are two units here.
  const lead = [...shown].slice(0, place - 1 - start).join("");
  const open = withoutSensitive({ shown, start: start + doubles, places });
  const begin = shortLead(open.slice(0, lead.length));
  return `${begin}${open.slice(lead.length).replace(/\s+/g, " ").trimEnd()}`;
}

/** What the vault keeps is not shown in passing. `start`: of what is shown, in UTF-16 units of the text. */
function withoutSensitive({ shown, start, places }: { shown: string; start: number; places: unknown }): string {
  const end = start + shown.length;
  const all = z.array(textSpan).catch([]).parse(places);
  const spans = all.filter((span) => span.start < end && span.end > start);
  if (spans.length === 0) return shown;
  const isHidden = (at: number) => spans.some((span) => at >= span.start && at < span.end);
  return shown.replace(/./gs, (unit, at: number) => (isHidden(start + at) ? " " : unit));
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
