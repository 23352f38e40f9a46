import "server-only";
import { z } from "zod";
import { assertCan, visibleApplications } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { type DecisionRecord, decisionRecord } from "@/lib/recommendation/decisions/schema";
import { blindName } from "@/lib/resume/blind/blindings";
import { loadRedacted } from "@/lib/resume/blind/load-redacted";
import { hidePerson } from "@/lib/screening/blind-application";
import { hashSnapshot } from "@/lib/screening/record-decisions";

type FindDecision = { decisionId: string; viewer: Viewer };

/** What a person decided, with the frozen copy of what they saw; null when the viewer may see none. */
export async function findDecision({ decisionId, viewer }: FindDecision): Promise<DecisionRecord | null> {
  assertCan(viewer, "screening:read");
  if (!z.uuid().safeParse(decisionId).success) return null;
  const db = scopedDb(viewer.organisationId);
  const row = await db.decision.findFirst({
    where: { id: decisionId, application: visibleApplications(viewer) },
    include: { application: { select: { resumeId: true, resume: { select: { candidateName: true } } } } },
  });
  if (!row) return null;
  const { application, snapshot, snapshotHash, createdAt, revokedAt, ...decision } = row;
  const account = row.decidedByName
    ? null
    : await db.user.findFirst({ where: { id: row.decidedById }, select: { name: true } });
  const shown = decisionRecord.parse({
    ...{ ...decision, snapshot, snapshotHash },
    candidateName: application.resume.candidateName,
    decidedBy: row.decidedByName || (account?.name ?? ""),
    createdAt: createdAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    isIntact: isIntact({ snapshot, snapshotHash, reason: row.reason }),
  });
  const hidden = (await loadRedacted(viewer, [application.resumeId])).get(application.resumeId);
  if (!hidden) return shown;
  const { requirements, position, ...written } = shown.snapshot;
  return {
    ...shown,
    candidateName: blindName(hidden.blinding),
    reason: hidden.redact(shown.reason),
    snapshot: { ...hidePerson(written, hidden), requirements, position },
  };
}

/** The words of the reason stand beside the snapshot, which has their hash. */
function isIntact({ snapshot, snapshotHash, reason }: { snapshot: unknown; snapshotHash: string; reason: string }) {
  const sealed = z.object({ decision: z.object({ reasonHash: z.string() }) }).safeParse(snapshot).data;
  const isReason = !sealed || sealed.decision.reasonHash === hashSnapshot(reason);
  return isReason && hashSnapshot(snapshot) === snapshotHash;
}
