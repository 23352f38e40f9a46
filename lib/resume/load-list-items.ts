import "server-only";
import { z } from "zod";
import { visibleApplications } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { Prisma, scopedDb } from "@/lib/db";
import { findBlindings, showRow } from "@/lib/resume/blind/blindings";
import type { ResumeFilter } from "@/lib/resume/filter";
import type { Found } from "@/lib/resume/list-cursor";
import { queryWords } from "@/lib/resume/parsing/index/search-tokens";
import { textSpan } from "@/lib/resume/profile";
import type { ResumeListItem } from "@/lib/resume/schema";
import { resumeListSelect, toResumeListItem } from "@/lib/resume/view";

type LoadListItems = { viewer: Viewer; filter: ResumeFilter; found: Pick<Found, "id">[] };

/** The rows of a page in the order they were found, with positions and the words around the first hit. */
export async function loadListItems({ viewer, filter, found }: LoadListItems): Promise<ResumeListItem[]> {
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const db = scopedDb(viewer.organisationId);
  const [rows, blindings, applications, snippets] = await Promise.all([
    db.resume.findMany({ where: { id: { in: ids } }, select: resumeListSelect }),
    findBlindings(viewer, ids),
    db.application.findMany({
      where: { resumeId: { in: ids }, ...visibleApplications(viewer) },
      orderBy: { createdAt: "desc" },
      select: { resumeId: true, positionId: true, stage: true, position: { select: { title: true } } },
    }),
    findSnippets({ viewer, ids, q: filter.q }),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const positions = Map.groupBy(applications, ({ resumeId }) => resumeId);
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const chips = (positions.get(id) ?? []).map(({ positionId, stage, position }) => ({
      ...{ positionId, stage, title: position.title },
    }));
    const blinding = blindings.get(id);
    const snippet = blinding ? null : (snippets.get(id) ?? null);
    return [{ ...showRow(toResumeListItem(row), blinding), positions: chips, snippet }];
  });
}

const before = 20;
const behind = 70;
/** Latin letters that fit before the hit, so that a narrow column shows the hit itself; a Chinese one takes two. */
const leadWidth = 16;

type Snippet = { id: string; lead: string; rest: string; start: number; places: unknown };

async function findSnippets({ viewer, ids, q }: { viewer: Viewer; ids: string[]; q: string }) {
  const [word] = queryWords(q);
  if (!word) return new Map<string, string>();
  // Folding the case of a whole text takes longer than all the rest.
  const text = word === word.toUpperCase() ? Prisma.sql`text` : Prisma.sql`lower(text)`;
  const rows = await scopedDb(viewer.organisationId).$queryRaw<Snippet[]>`
    select resume_id as id, substring(text from start + 1 for place - 1 - start) as lead,
      substring(text from place for ${behind}::int) as rest, start, profile -> 'sensitivePlaces' as places
    from resume_content
    -- Apart, or the text is searched once for each column that needs the place.
    cross join lateral (select position(${word} in ${text}) as place offset 0) as hit
    cross join lateral (select greatest(0, place - 1 - ${before}::int) as start) as cut
    where place > 0 and resume_id = any(${ids}::uuid[]) and organisation_id = ${viewer.organisationId}::uuid`;
  return new Map(rows.map((row) => [row.id, shownSnippet(row)]));
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
