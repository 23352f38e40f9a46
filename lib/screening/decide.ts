import "server-only";
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { findApplication } from "@/lib/screening/find-application";
import type { ApplicationStage, decideInput } from "@/lib/screening/schema";

type Decide = z.infer<typeof decideInput> & { applicationId: string; viewer: Viewer };

/** Where a decision leads from each stage; `advance` goes no further than an offer, hiring has its own step. */
const advance: Partial<Record<ApplicationStage, ApplicationStage>> = {
  applied: "interview",
  screened: "interview",
  interview: "offer",
  offer: "hired",
  rejected: "interview",
};

/**
 * Records what a person chose, with the reason and a frozen, hashed copy of what was on the screen.
 *
 * @throws conflict when a newer result has come, or somebody has changed a verdict, since the page was opened
 */
export async function decide({ applicationId, outcome, reason, runId, overrideIds, viewer }: Decide) {
  assertCan(viewer, "application:decide");
  const application = await findApplication({ applicationId, viewer });
  if (!application) throw new AppError("not_found", "application_not_found");
  if ((application.run?.id ?? null) !== runId) throw new AppError("conflict", "result_changed");
  const seen = application.run?.result.verdicts.flatMap(({ override }) => override?.id ?? []) ?? [];
  if (overrideIds && !sameIds(seen, overrideIds)) throw new AppError("conflict", "result_changed");

  const { stage: stageBefore, run, requirements, position } = application;
  const stageAfter =
    outcome === "reject" ? "rejected" : outcome === "hold" ? stageBefore : (advance[stageBefore] ?? stageBefore);
  const snapshot = { applicationId, position, requirements, run, stage: stageBefore };
  const snapshotHash = createHash("sha256")
    .update(canonicalize(snapshot) ?? "")
    .digest("hex");
  const { organisationId, userId: decidedById } = viewer;
  await scopedDb(organisationId).$transaction(async (tx) => {
    await tx.decision.create({
      data: {
        organisationId,
        applicationId,
        decidedById,
        outcome,
        reason,
        stageBefore,
        stageAfter,
        snapshot,
        snapshotHash,
      },
    });
    await tx.application.update({ where: { id: applicationId }, data: { stage: stageAfter } });
    const details = { outcome, stageAfter };
    await recordAudit(tx, {
      viewer,
      action: "application.decided",
      subjectType: "application",
      subjectId: applicationId,
      details,
    });
  });
  return { stage: stageAfter };
}

function sameIds(one: readonly string[], other: readonly string[]) {
  return one.length === other.length && new Set([...one, ...other]).size === one.length;
}
