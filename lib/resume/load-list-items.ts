import "server-only";
import { visibleApplications } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import type { ResumeFilter } from "@/lib/resume/filter";
import type { Found } from "@/lib/resume/list-cursor";
import { queryWords } from "@/lib/resume/parsing/index/search-tokens";
import type { ResumeListItem } from "@/lib/resume/schema";
import { resumeListSelect, toResumeListItem } from "@/lib/resume/view";

type LoadListItems = { viewer: Viewer; filter: ResumeFilter; found: Pick<Found, "id">[] };

/** The rows of a page in the order they were found, with positions and the words around the first hit. */
export async function loadListItems({ viewer, filter, found }: LoadListItems): Promise<ResumeListItem[]> {
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const db = scopedDb(viewer.organisationId);
  const [rows, applications, snippets] = await Promise.all([
    db.resume.findMany({ where: { id: { in: ids } }, select: resumeListSelect }),
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
    return [{ ...toResumeListItem(row), positions: chips, snippet: snippets.get(id) ?? null }];
  });
}

const before = 20;
const behind = 70;
/** Latin letters that fit before the hit, so that a narrow column shows the hit itself; a Chinese one takes two. */
const leadWidth = 16;

async function findSnippets({ viewer, ids, q }: { viewer: Viewer; ids: string[]; q: string }) {
  const [word] = queryWords(q);
  if (!word) return new Map<string, string>();
  const rows = await scopedDb(viewer.organisationId).$queryRaw<{ id: string; lead: string; rest: string }[]>`
    select id, substring(text from greatest(1, place - ${before}::int) for least(place - 1, ${before}::int)) as lead,
      substring(text from place for ${behind}::int) as rest
    from (
      select resume_id as id, text, position(${word} in lower(text)) as place from resume_content
      where resume_id = any(${ids}::uuid[]) and organisation_id = ${viewer.organisationId}::uuid
    ) as hit where place > 0`;
  return new Map(rows.map(({ id, lead, rest }) => [id, `${shortLead(lead)}${rest.replace(/\s+/g, " ").trimEnd()}`]));
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
