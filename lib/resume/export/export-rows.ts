import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { hasBlind } from "@/lib/resume/blind/blindings";
import { loadRedacted } from "@/lib/resume/blind/load-redacted";
import { applyCorrections } from "@/lib/resume/corrections/apply-corrections";
import { loadCorrections } from "@/lib/resume/corrections/load-corrections";
import type { ResumeFilter } from "@/lib/resume/filter";
import type { LibraryQuery } from "@/lib/resume/filter-sql";
import type { Found } from "@/lib/resume/list-cursor";
import { loadListItems } from "@/lib/resume/load-list-items";
import { findNewest } from "@/lib/resume/match-resumes";
import { type ResumeProfile, resumeProfile } from "@/lib/resume/profile";
import { readQuery } from "@/lib/resume/read-query";
import type { ResumeListItem } from "@/lib/resume/schema";

export type ExportRow = { item: ResumeListItem; profile: ResumeProfile | null };
type ExportRows = { viewer: Viewer; filter: ResumeFilter; ids: string[] };

const rowsAtOnce = 500;

/**
 * Everything the library shows for a filter, newest first, or the chosen rows of it. Read in parts, so that a
 * large library neither fills the memory nor holds the server up. Who exported how many goes on record.
 */
export async function* exportRows({ viewer, filter, ids }: ExportRows): AsyncGenerator<ExportRow[]> {
  assertCan(viewer, "resume:export");
  const query = { viewer, filter: readQuery(filter), hasBlind: await hasBlind(viewer) };
  const chosen = new Set(ids);
  let count = 0;
  for (let after: Found | null = null; ; ) {
    const found: Found[] = await findNewest(query, { after, limit: rowsAtOnce });
    const wanted = chosen.size > 0 ? found.filter(({ id }) => chosen.has(id)) : found;
    count += wanted.length;
    if (wanted.length > 0) yield await withProfiles(query, wanted);
    after = found.at(-1) ?? null;
    if (found.length < rowsAtOnce || (chosen.size > 0 && count === chosen.size)) break;
  }
  const event = { action: "resume.exported", subjectType: "resume", subjectId: null, details: { resumes: count } };
  await recordAudit(scopedDb(viewer.organisationId), { viewer, ...event });
}

async function withProfiles(query: LibraryQuery, found: Found[]): Promise<ExportRow[]> {
  const ids = found.map(({ id }) => id);
  const db = scopedDb(query.viewer.organisationId);
  const [items, redacted, corrections, contents] = await Promise.all([
    loadListItems({ ...query, found }),
    loadRedacted(query.viewer, ids),
    loadCorrections(db, ids),
    // As text: Prisma would walk every element of the profiles.
    db.$queryRaw<{ id: string; profile: string }[]>`
      select resume_id as id, profile::text as profile from resume_content
      where resume_id = any(${ids}::uuid[])
        and organisation_id = ${query.viewer.organisationId}::uuid`,
  ]);
  const profiles = new Map(contents.map(({ id, profile }) => [id, profile]));
  return items.map((item) => {
    const hidden = redacted.get(item.id);
    if (hidden) return { item, profile: hidden.profile };
    const stored = profiles.get(item.id);
    const profile = stored ? resumeProfile.safeParse(JSON.parse(stored)).data : undefined;
    return { item, profile: profile ? applyCorrections(profile, corrections.get(item.id) ?? []).profile : null };
  });
}
