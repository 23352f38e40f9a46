import "server-only";
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { recordAudits } from "@/lib/audit/record-audit";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import type { ApplicationDetail, BoardChoice, DecidedOnMany } from "@/lib/screening/schema";
import { chooseStage } from "./choose-stage";

type RecordDecisions = { applications: ApplicationDetail[]; choice: BoardChoice; reason: string; viewer: Viewer };

/**
 * Writes what a person chose for each candidate, with the reason and a frozen, hashed copy of what was on the screen,
 * and moves them. Whoever is there already, or moved or got a newer result while this was prepared, is left alone.
 */
export async function recordDecisions(input: RecordDecisions): Promise<DecidedOnMany["decisions"]> {
  const { applications, choice, reason, viewer } = input;
  const { organisationId, userId: decidedById } = viewer;
  return scopedDb(organisationId).$transaction(async (tx) => {
    const ids = applications.map(({ id }) => id);
    await tx.$queryRaw`
      select id from application
      where id = any(${ids}::uuid[]) and organisation_id = ${organisationId}::uuid
      order by id for update`;
    const rows = await tx.application.findMany({
      where: { id: { in: ids } },
      select: { id: true, stage: true, currentRunId: true },
    });
    const now = new Map(rows.map((row) => [row.id, row]));
    const createdAt = new Date();
    const decisions = applications.flatMap(({ id: applicationId, stage, run, requirements, position }) => {
      const row = now.get(applicationId);
      const chosen = chooseStage(stage, choice, run !== null);
      if (!chosen || row?.stage !== stage || row.currentRunId !== (run?.id ?? null)) return [];
      const snapshot = { applicationId, position, requirements, run, stage };
      const snapshotHash = createHash("sha256")
        .update(canonicalize(snapshot) ?? "")
        .digest("hex");
      const id = crypto.randomUUID();
      const kept = { id, organisationId, applicationId, decidedById, reason, snapshot, snapshotHash, createdAt };
      return [{ ...kept, outcome: chosen.outcome, stageBefore: stage, stageAfter: chosen.stage }];
    });
    if (decisions.length === 0) return [];
    await tx.decision.createMany({ data: decisions });
    for (const [stage, group] of Map.groupBy(decisions, ({ stageAfter }) => stageAfter)) {
      // The decision's own time: whatever touches the row afterwards shows, and the decision is undone no more.
      await tx.application.updateMany({
        where: { id: { in: group.map(({ applicationId }) => applicationId) } },
        data: { stage, updatedAt: createdAt },
      });
    }
    await recordAudits(
      tx,
      decisions.map(({ applicationId, outcome, stageAfter }) => ({
        ...{ viewer, action: "application.decided", subjectType: "application", subjectId: applicationId },
        details: { outcome, stageAfter },
      })),
    );
    return decisions.map(({ id, applicationId, stageAfter }) => ({ id, applicationId, stage: stageAfter }));
  });
}
