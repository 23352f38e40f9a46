import "server-only";
import { type AuditEventView, type AuditFilter, type AuditPage, auditEventView } from "@/lib/audit/schema";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { Prisma, scopedDb } from "@/lib/db";

const pageSize = 50;

type ListAudit = AuditFilter & { before?: number; limit?: number; viewer: Viewer };

/** What is on record, newest first, by place in the chain. */
export async function listAudit({ viewer, before, limit = pageSize, ...filter }: ListAudit): Promise<AuditPage> {
  assertCan(viewer, "audit:read");
  const { organisationId } = viewer;
  const conditions = Prisma.join(
    [
      Prisma.sql`link.organisation_id = ${organisationId}::uuid`,
      ...(before ? [Prisma.sql`link.seq < ${before}`] : []),
      ...narrow(filter),
    ],
    " and ",
  );
  const rows = await scopedDb(organisationId).$queryRaw<Row[]>`
    select event.id, link.seq, link.hash, event.created_at as at, event.actor_id as "actorId",
           event.actor_kind as "actorKind", account.name as "actorName", event.action, event.outcome,
           event.subject_type as "subjectType", event.subject_id as "subjectId",
           event.candidate_id as "candidateId", event.ip, event.details
    from audit_link link
    join audit_event event on event.id = link.event_id
    left join user_account account on account.id = event.actor_id
    where ${conditions}
    order by link.seq desc limit ${limit + 1}`;
  const shown = rows.slice(0, limit);
  return { events: shown.map(toView), before: rows.length > limit ? (shown.at(-1)?.seq ?? null) : null };
}

/** Everything that fits, newest first, some at a time. */
export async function* readAudit(asked: Omit<ListAudit, "before" | "limit">): AsyncGenerator<AuditEventView[]> {
  for (let before: number | undefined; ; ) {
    const page = await listAudit({ ...asked, before, limit: 500 });
    yield page.events;
    if (page.before === null) return;
    before = page.before;
  }
}

/** Whoever did something that is on record, and every action there is, for the filter. */
export async function listAuditChoices({ viewer }: { viewer: Viewer }) {
  assertCan(viewer, "audit:read");
  const db = scopedDb(viewer.organisationId);
  const [actors, actions] = await Promise.all([
    db.user.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }),
    db.auditEvent.groupBy({ by: ["action"], orderBy: { action: "asc" } }),
  ]);
  return { actors, actions: actions.map(({ action }) => action) };
}

function narrow({ actorId, candidateId, action, outcome, from, to }: AuditFilter): Prisma.Sql[] {
  return [
    ...(actorId ? [Prisma.sql`event.actor_id = ${actorId}::uuid`] : []),
    ...(candidateId
      ? [
          Prisma.sql`(event.candidate_id = ${candidateId}::uuid or event.subject_id = ${candidateId}::uuid
          or event.subject_id in (select id from resume where candidate_id = ${candidateId}::uuid))`,
        ]
      : []),
    ...(action
      ? [action.includes(".") ? Prisma.sql`event.action = ${action}` : Prisma.sql`event.action like ${`${action}.%`}`]
      : []),
    ...(outcome ? [Prisma.sql`event.outcome = ${outcome}`] : []),
    ...(from ? [Prisma.sql`event.created_at >= ${`${from}T00:00:00Z`}::timestamptz`] : []),
    ...(to ? [Prisma.sql`event.created_at < ${`${to}T00:00:00Z`}::timestamptz + interval '1 day'`] : []),
  ];
}

type Row = {
  id: string;
  seq: number;
  hash: string;
  at: Date;
  actorId: string | null;
  actorKind: string;
  actorName: string | null;
  action: string;
  outcome: string;
  subjectType: string;
  subjectId: string | null;
  candidateId: string | null;
  ip: string | null;
  details: unknown;
};

function toView({ at, actorId, actorKind, actorName, subjectType, subjectId, ...row }: Row): AuditEventView {
  return auditEventView.parse({
    ...row,
    at: at.toISOString(),
    actor: { id: actorId, kind: actorKind, name: actorName },
    subject: { type: subjectType, id: subjectId },
  });
}
