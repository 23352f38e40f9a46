import "server-only";
import type { z } from "zod";
import { tellSourcesChanged } from "@/lib/application/tell-sources-changed";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { lockApplication, showOverrides } from "@/lib/screening/carry-overrides";
import { canOverride } from "@/lib/screening/engine/with-overrides";
import { findApplication } from "@/lib/screening/find-application";
import type { overrideInput } from "@/lib/screening/schema";

type OverrideVerdict = z.infer<typeof overrideInput> & { applicationId: string; viewer: Viewer };

/**
 * Records what a person says instead of the engine's verdict on one requirement, and works the scores out again. It holds
 * for later results of the candidate on this position too, as long as the requirement is the same, word for word. An
 * earlier override of the requirement ends; saying the same once more changes nothing.
 *
 * @throws conflict when a newer result has come since the page was opened, when the result is of an engine that did not
 * say what its verdicts count, or when the requirement counts nowhere
 */
export async function overrideVerdict(input: OverrideVerdict): Promise<{ id: string }> {
  const { applicationId, requirementKey, verdict, reason, runId, viewer } = input;
  assertCan(viewer, "application:decide");
  if (!(await findApplication({ applicationId, viewer }))) throw new AppError("not_found", "application_not_found");
  const { organisationId, userId } = viewer;
  return scopedDb(organisationId).$transaction(async (tx) => {
    await lockApplication(tx, applicationId);
    const application = await findApplication({ applicationId, viewer, tx });
    const run = application?.run;
    if (!application || run?.id !== runId) throw new AppError("conflict", "result_changed");
    const requirement = application.requirements.find(({ key }) => key === requirementKey);
    const judged = run.result.verdicts.find((one) => one.requirementKey === requirementKey);
    if (!requirement || !judged) throw new AppError("not_found", "requirement_not_found");
    if (!canOverride(run.result)) throw new AppError("conflict", "result_too_old");
    if (judged.reason.code === "personal_attribute") throw new AppError("conflict", "requirement_not_judged");

    const where = { applicationId, requirementKey, endedAt: null };
    const earlier = await tx.verdictOverride.findFirst({ where });
    const isSame =
      earlier?.overriddenById === userId &&
      earlier.verdict === verdict &&
      earlier.reason === reason &&
      earlier.requirementText === requirement.text;
    if (earlier && isSame) return { id: earlier.id };
    await tx.verdictOverride.updateMany({ where, data: { endedAt: new Date(), endedById: userId } });
    const { id } = await tx.verdictOverride.create({
      data: {
        ...{ organisationId, applicationId, requirementKey, requirementText: requirement.text, verdict, reason },
        ...{ runId, overriddenById: userId },
      },
      select: { id: true },
    });
    await showOverrides(tx, applicationId);
    await tellSourcesChanged(tx, { organisationId, applicationIds: [applicationId] });
    const details = { requirementKey, runId, verdict, engineVerdict: judged.override?.engineVerdict ?? judged.verdict };
    const subject = { subjectType: "application", subjectId: applicationId, details };
    await recordAudit(tx, { viewer, action: "application.verdict_overridden", ...subject });
    return { id };
  });
}

type WithdrawOverride = { applicationId: string; overrideId: string; viewer: Viewer };

/** Takes an override back: the engine's verdict counts again. One that has ended stays as it is. */
export async function withdrawOverride({ applicationId, overrideId, viewer }: WithdrawOverride) {
  assertCan(viewer, "application:decide");
  if (!(await findApplication({ applicationId, viewer }))) throw new AppError("not_found", "application_not_found");
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    await lockApplication(tx, applicationId);
    const override = await tx.verdictOverride.findFirst({ where: { id: overrideId, applicationId } });
    if (!override) throw new AppError("not_found", "override_not_found");
    if (override.endedAt) return;
    const data = { endedAt: new Date(), endedById: viewer.userId };
    await tx.verdictOverride.update({ where: { id: overrideId }, data });
    await showOverrides(tx, applicationId);
    const { organisationId } = viewer;
    await tellSourcesChanged(tx, { organisationId, applicationIds: [applicationId] });
    const details = { requirementKey: override.requirementKey, overrideId };
    const subject = { subjectType: "application", subjectId: applicationId, details };
    await recordAudit(tx, { viewer, action: "application.override_withdrawn", ...subject });
  });
}
