import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, systemDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { organisationSettings } from "@/lib/organisation/schema";
import { readOrganisationSettings } from "@/lib/organisation/settings";
import { eraseRows } from "@/lib/privacy/erase-person";
import type { RetentionPreview } from "@/lib/privacy/schema";

const shown = 100;
const mostAtOnce = 50;

type Due = {
  candidateId: string;
  number: number;
  resumeId: string | null;
  rule: "rejected" | "unassigned";
  since: Date;
};

/** Who the rules would erase now, before they do; who is under a legal hold is counted apart. */
export async function previewRetention({ viewer }: { viewer: Viewer }): Promise<RetentionPreview> {
  assertCan(viewer, "settings:read");
  const { organisationId } = viewer;
  const settings = await readOrganisationSettings(organisationId);
  const [due, held] = await Promise.all([
    listDue({ organisationId, settings, isHeld: false }),
    listDue({ organisationId, settings, isHeld: true }),
  ]);
  return {
    ...{ count: due.length, held: held.length },
    candidates: due.slice(0, shown).map(({ since, ...candidate }) => ({ ...candidate, since: since.toISOString() })),
  };
}

/**
 * Erases who the rules name, after somebody saw how many that is.
 *
 * @throws conflict when it is another number by now
 */
export async function runRetention({ viewer, count }: { viewer: Viewer; count: number }): Promise<{ erased: number }> {
  assertCan(viewer, "person:erase");
  const { organisationId } = viewer;
  const settings = await readOrganisationSettings(organisationId);
  const due = await listDue({ organisationId, settings, isHeld: false });
  if (due.length !== count) throw new AppError("conflict", "retention_changed", { values: { count: due.length } });
  await recordAudit(scopedDb(organisationId), {
    ...{ viewer, action: "retention.started", subjectType: "organisation", subjectId: organisationId },
    details: { candidates: count },
  });
  return { erased: await eraseDue(organisationId, due) };
}

/** What the daily job does for every organisation that has a rule. Safe to repeat. */
export async function applyRetention(): Promise<{ erased: number; isMore: boolean }> {
  const organisations = await systemDb().organisation.findMany({ select: { id: true, settings: true } });
  let erased = 0;
  let isMore = false;
  for (const { id: organisationId, settings: stored } of organisations) {
    const settings = organisationSettings.safeParse(stored).data;
    if (!settings?.appliesRetention) continue;
    const due = await listDue({ organisationId, settings, isHeld: false });
    erased += await eraseDue(organisationId, due.slice(0, mostAtOnce));
    isMore ||= due.length > mostAtOnce;
  }
  return { erased, isMore };
}

async function eraseDue(organisationId: string, due: Due[]): Promise<number> {
  let erased = 0;
  for (const { candidateId } of due) {
    const work = scopedDb(organisationId).$transaction(
      (tx) => eraseRows(tx, { candidateId, cause: "retention", organisationId }),
      { timeout: 60_000 },
    );
    // Gone, or put under a hold, meanwhile.
    const isErased = await work.then(
      () => true,
      (error) => {
        if (error instanceof AppError) return false;
        throw error;
      },
    );
    if (isErased) erased += 1;
  }
  return erased;
}

type ListDue = {
  organisationId: string;
  settings: { rejectedRetentionDays: number | null; unassignedRetentionDays: number | null };
  isHeld: boolean;
};

/** Whoever was turned down or left everywhere, and whoever is on no position, for longer than the rule says; oldest first. */
async function listDue({ organisationId, settings, isHeld }: ListDue): Promise<Due[]> {
  const { rejectedRetentionDays: rejected, unassignedRetentionDays: unassigned } = settings;
  if (rejected === null && unassigned === null) return [];
  return scopedDb(organisationId).$queryRaw<Due[]>`
    with person as (
      select candidate.id, candidate.number,
        (select max(resume.received_at) from resume where resume.candidate_id = candidate.id) as received,
        (select resume.id from resume where resume.candidate_id = candidate.id order by resume.received_at desc limit 1) as resume_id,
        (select count(*) from application where application.candidate_id = candidate.id) as applications,
        (select count(*) from application where application.candidate_id = candidate.id
          and application.stage not in ('rejected', 'withdrawn')) as open,
        (select max(greatest(application.updated_at, coalesce(
            (select max(decision.created_at) from decision where decision.application_id = application.id), application.created_at)))
          from application where application.candidate_id = candidate.id) as touched
      from candidate
      where candidate.organisation_id = ${organisationId}::uuid and candidate.merged_into_id is null
        and ((candidate.legal_hold is not null) = ${isHeld})
    ), due as (
      select id, number, resume_id, 'rejected' as rule, greatest(touched, received) as since from person
      where applications > 0 and open = 0 and ${rejected}::int is not null
        and greatest(touched, received) < now() - make_interval(days => ${rejected}::int)
      union all
      select id, number, resume_id, 'unassigned', received from person
      where applications = 0 and ${unassigned}::int is not null
        and received < now() - make_interval(days => ${unassigned}::int)
    )
    select id as "candidateId", number, resume_id as "resumeId", rule, since from due order by since, id`;
}
