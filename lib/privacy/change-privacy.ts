import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { RecordPrivacyInput } from "@/lib/privacy/schema";

type OfCandidate = { candidateId: string; viewer: Viewer };

/** Puts on record what a person was told, agreed to, withdrew or objected to. Such a record is not changed again. */
export async function recordPrivacy({ candidateId, viewer, at, ...record }: OfCandidate & RecordPrivacyInput) {
  assertCan(viewer, "privacy:write");
  const { organisationId, userId } = viewer;
  return scopedDb(organisationId).$transaction(async (tx) => {
    if ((await tx.candidate.count({ where: { id: candidateId } })) === 0) throw notFound();
    const when = new Date(`${at}T00:00:00Z`);
    const data = { ...record, organisationId, candidateId, recordedById: userId, at: when };
    const { id } = await tx.privacyRecord.create({ data, select: { id: true } });
    const { kind, way } = record;
    const audited = { action: "privacy.recorded", subjectType: "candidate", subjectId: candidateId, candidateId };
    await recordAudit(tx, { viewer, ...audited, details: { kind, way, day: at } });
    return { id };
  });
}

/** Keeps a person's data from being erased, by hand or by a rule, for as long as the reason stands; null lifts it. */
export async function setLegalHold({ candidateId, viewer, reason }: OfCandidate & { reason: string | null }) {
  assertCan(viewer, "person:erase");
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const { count } = await tx.candidate.updateMany({
      where: { id: candidateId },
      data: reason
        ? { legalHold: reason, legalHoldAt: new Date(), legalHoldById: viewer.userId }
        : { legalHold: null, legalHoldAt: null, legalHoldById: null },
    });
    if (count === 0) throw notFound();
    const action = reason ? "person.hold_set" : "person.hold_lifted";
    await recordAudit(tx, { viewer, action, subjectType: "candidate", subjectId: candidateId, candidateId });
  });
}

function notFound() {
  return new AppError("not_found", "candidate_not_found");
}
