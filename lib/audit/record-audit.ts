import "server-only";
import { randomUUID } from "node:crypto";
import { digestEvent } from "@/lib/audit/digest";
import type { ActorKind, AuditOutcome } from "@/lib/audit/kinds";
import type { Viewer } from "@/lib/auth/viewer";
import type { Transaction } from "@/lib/db";

type Actor =
  | { viewer: Viewer; by?: undefined }
  /** Somebody who is not signed in, or nobody. */
  | { viewer?: undefined; by: { organisationId: string; kind: ActorKind; id?: string | null; ip?: string } };

export type RecordAudit = Actor & {
  action: string;
  subjectType: string;
  subjectId: string | null;
  /** Where the subject does not tell: those of resumes, applications, interviews and videos are looked up. */
  candidateId?: string | null;
  outcome?: AuditOutcome;
  /** Ids, codes and counts; never a name or text of a person. */
  details?: Record<string, string | number | boolean | null>;
};

/** Written in the transaction of the change it tells of. When that ends, a trigger adds its link to the chain. */
export async function recordAudit(tx: Transaction, event: RecordAudit) {
  await recordAudits(tx, [event]);
}

export async function recordAudits(tx: Transaction, events: RecordAudit[]) {
  if (events.length === 0) return;
  const candidates = await findCandidates(tx, events);
  const createdAt = new Date();
  await tx.auditEvent.createMany({
    data: events.map((event) => {
      const { action, subjectType, subjectId, outcome = "done", details = {} } = event;
      const candidateId = event.candidateId ?? (subjectId && candidates.get(subjectId)) ?? null;
      // As it will be read again: what is undefined is not stored.
      const stored: typeof details = JSON.parse(JSON.stringify(details));
      const told = {
        ...{ id: randomUUID(), ...actorOf(event), action, subjectType, subjectId, candidateId, outcome },
        ...{ details: stored, createdAt },
      };
      return { ...told, digest: digestEvent(told) };
    }),
  });
}

function actorOf({ viewer, by }: RecordAudit) {
  if (viewer) {
    const { userId: actorId, organisationId, origin } = viewer;
    return {
      organisationId,
      actorId,
      actorKind: origin?.via ?? "user",
      ip: origin?.ip ?? null,
      requestId: origin?.requestId ?? null,
    };
  }
  const { organisationId, kind: actorKind, id: actorId = null, ip = null } = by;
  return { organisationId, actorId, actorKind, ip, requestId: null };
}

/** Candidate by the id of what an event is about. */
async function findCandidates(tx: Transaction, events: RecordAudit[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const add = (id: string, candidateId: string | null | undefined) => candidateId && found.set(id, candidateId);
  const idsOf = (type: string) => [
    ...new Set(events.flatMap(({ subjectType, subjectId }) => (subjectType === type && subjectId ? [subjectId] : []))),
  ];
  const [resumes, applications, interviews, videos] = ["resume", "application", "interview", "video"].map(idsOf);
  if (resumes?.length) {
    const where = { id: { in: resumes } };
    const select = { id: true, candidateId: true, duplicateOf: { select: { candidateId: true } } };
    for (const { id, candidateId, duplicateOf } of await tx.resume.findMany({ where, select }))
      add(id, candidateId ?? duplicateOf?.candidateId);
  }
  if (applications?.length) {
    const where = { id: { in: applications } };
    for (const { id, candidateId } of await tx.application.findMany({ where, select: { id: true, candidateId: true } }))
      add(id, candidateId);
  }
  if (interviews?.length) {
    const where = { id: { in: interviews } };
    const select = { id: true, application: { select: { candidateId: true } } };
    for (const { id, application } of await tx.interview.findMany({ where, select })) add(id, application.candidateId);
  }
  if (videos?.length) {
    const where = { id: { in: videos } };
    const select = { id: true, resume: { select: { candidateId: true } } };
    for (const { id, resume } of await tx.video.findMany({ where, select })) add(id, resume?.candidateId);
  }
  return found;
}
