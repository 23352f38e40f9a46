import "server-only";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { parserVersion } from "@/lib/resume/read-resume";
import type { Rereading } from "./schema";

/** How many resumes an older reader read, and how far reading them again has got. */
export async function findRereading({ viewer }: { viewer: Viewer }): Promise<Rereading> {
  assertCan(viewer, "settings:read");
  const { organisationId } = viewer;
  const [counts] = await scopedDb(organisationId).$queryRaw<Rereading[]>`
    select count(*)::int as total,
      count(*) filter (where resume.parser_version is distinct from ${parserVersion})::int as outdated,
      count(again.resume_id) filter (where again.failure is null)::int as waiting,
      count(again.resume_id) filter (where again.failure is not null)::int as failed
    from resume left join resume_rereading again on again.resume_id = resume.id
    where resume.organisation_id = ${organisationId}::uuid and resume.state = 'COMPLETED' and resume.delete_at is null`;
  return counts ?? { total: 0, outdated: 0, waiting: 0, failed: 0 };
}
