import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Transaction } from "@/lib/db";

type RecordAudit = {
  viewer: Viewer;
  action: string;
  subjectType: string;
  subjectId: string | null;
  /** Ids, codes and counts; never a name or text of a person. */
  details?: Record<string, string | number | boolean | null>;
};

/** Written in the transaction of the change it tells of. */
export async function recordAudit(tx: Transaction, event: RecordAudit) {
  await recordAudits(tx, [event]);
}

export async function recordAudits(tx: Transaction, events: RecordAudit[]) {
  await tx.auditEvent.createMany({
    data: events.map(({ viewer, details = {}, ...event }) => ({
      ...event,
      ...{ details, actorId: viewer.userId, organisationId: viewer.organisationId },
    })),
  });
}
