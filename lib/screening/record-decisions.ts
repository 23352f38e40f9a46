import "server-only";
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { recordAudits } from "@/lib/audit/record-audit";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import type { rejectionReasons } from "@/lib/screening/kinds";
import type { ApplicationDetail, BoardChoice, DecidedOnMany } from "@/lib/screening/schema";
import { tellWebhooks } from "@/lib/webhook/tell-webhooks";
import { chooseStage } from "./choose-stage";

type RecordDecisions = {
  applications: ApplicationDetail[];
  choice: BoardChoice;
  reason: string;
  reasonCode?: (typeof rejectionReasons)[number] | null;
  /** What else was on the screen of one candidate; null without a recommendation. */
  recommendation?: ShownRecommendation | null;
  viewer: Viewer;
};
/** Opaque here: what recommends comes after what screens. */
export type ShownRecommendation = { id: string; level: string | null };

/**
 * Writes what a person chose for each candidate, with the reason and a frozen, hashed copy of what was on the screen,
 * and moves them. Whoever is there already, or moved or got a newer result while this was prepared, is left alone.
 */
export async function recordDecisions(input: RecordDecisions): Promise<DecidedOnMany["decisions"]> {
  const { applications, choice, reason, reasonCode = null, recommendation = null, viewer } = input;
  const { organisationId, userId: decidedById, name: decidedByName } = viewer;
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
      const { outcome, stage: stageAfter } = chosen;
      const code = outcome === "reject" ? reasonCode : null;
      const id = crypto.randomUUID();
      const decision = { id, outcome, reason, reasonCode: code, decidedById, decidedByName, stageAfter };
      const { reason: words, ...sealed } = decision;
      // A person's words may name somebody whom the snapshot hides: they are sealed by their hash.
      const snapshot = {
        ...{ applicationId, position, requirements, run, stage, recommendation },
        decision: { ...sealed, reasonHash: hashSnapshot(words), createdAt: createdAt.toISOString() },
      };
      return [
        {
          ...{ ...decision, organisationId, applicationId, createdAt, stageBefore: stage },
          ...{ snapshot, snapshotHash: hashSnapshot(snapshot), advice: run?.result.advice ?? null },
          ...{ recommendationId: recommendation?.id ?? null, recommendationLevel: recommendation?.level ?? null },
        },
      ];
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
    const told = decisions.map(({ id: decisionId, applicationId, outcome, stageAfter }) => ({
      ...{ decisionId, applicationId, outcome, stageAfter },
    }));
    await tellWebhooks(tx, { organisationId, type: "decision.made", data: told });
    return decisions.map(({ id, applicationId, stageAfter }) => ({ id, applicationId, stage: stageAfter }));
  });
}

/** SHA-256 over the canonical JSON: the same however a database orders its keys. */
export function hashSnapshot(snapshot: unknown): string {
  return createHash("sha256")
    .update(canonicalize(snapshot) ?? "")
    .digest("hex");
}
