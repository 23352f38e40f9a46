import "server-only";
import { rereadingRequested } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, type Transaction } from "@/lib/db";
import { parserVersion } from "@/lib/resume/read-resume";

/** Some resumes that were read, before whatever else is to be read again. */
export async function requestRereading(
  tx: Transaction,
  { organisationId, resumeIds }: { organisationId: string; resumeIds: string[] },
) {
  if (resumeIds.length === 0) return;
  await tx.$executeRaw`
    insert into resume_rereading as again (resume_id, organisation_id)
    select id, organisation_id from resume
    where id = any(${resumeIds}::uuid[]) and organisation_id = ${organisationId}::uuid
    on conflict (resume_id) do update set requested_at = now(), failure = null,
      tries = case when again.failure is null then again.tries else 0 end`;
  await enqueue(tx, rereadingRequested.create({ organisationId }));
}

/** Every resume that an older reader read. */
export async function rereadOutdated({ viewer }: { viewer: Viewer }): Promise<{ retried: number }> {
  assertCan(viewer, "settings:write");
  const { organisationId } = viewer;
  const retried = await scopedDb(organisationId).$transaction(async (tx) => {
    const count = await tx.$executeRaw`
      insert into resume_rereading as again (resume_id, organisation_id)
      select id, organisation_id from resume
      where organisation_id = ${organisationId}::uuid and state = 'COMPLETED' and delete_at is null
        and parser_version is distinct from ${parserVersion}
      on conflict (resume_id) do update set failure = null, tries = 0 where again.failure is not null`;
    // Also when all were asked for before: it starts what may have come to a stop.
    await enqueue(tx, rereadingRequested.create({ organisationId }));
    const subject = { subjectType: "organisation", subjectId: organisationId };
    await recordAudit(tx, { viewer, action: "resumes.reread", ...subject, details: { resumes: count } });
    return count;
  });
  wakeJobs();
  return { retried };
}
