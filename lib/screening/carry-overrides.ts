import "server-only";
import { z } from "zod";
import { scopedDb, type Transaction } from "@/lib/db";
import { requirement } from "@/lib/position/requirement";
import { boardColumns } from "@/lib/screening/board-columns";
import { withOverrides } from "@/lib/screening/engine/with-overrides";
import { loadOverrides, standing } from "@/lib/screening/load-overrides";
import { screeningResult } from "@/lib/screening/schema";

/**
 * Makes new results of candidates show what people said instead of verdicts. Safe to repeat. Whoever overrides locks the
 * application as saving a result does, so one of the two sees the other.
 */
export async function carryOverrides(input: { organisationId: string; applicationIds: string[] }) {
  const db = scopedDb(input.organisationId);
  const overridden = await db.verdictOverride.findMany({
    where: { applicationId: { in: input.applicationIds }, endedAt: null },
    distinct: ["applicationId"],
    select: { applicationId: true },
  });
  for (const { applicationId } of overridden) {
    await db.$transaction(async (tx) => {
      await lockApplication(tx, applicationId);
      await showOverrides(tx, applicationId);
    });
  }
}

/** One change of an application's overrides at a time. */
export async function lockApplication(tx: Transaction, applicationId: string) {
  await tx.$queryRaw`select id from application where id = ${applicationId}::uuid for update`;
}

/** Works the board's row out again from the engine's result, which stays as it is, and the overrides that stand. */
export async function showOverrides(tx: Transaction, applicationId: string) {
  const application = await tx.application.findFirst({
    where: { id: applicationId },
    select: {
      currentRun: {
        select: {
          id: true,
          result: true,
          positionVersion: { select: { title: true, salaryMin: true, salaryMax: true, requirements: true } },
        },
      },
    },
  });
  const run = application?.currentRun;
  if (!run) return;
  const overrides = (await loadOverrides(tx, [applicationId])).get(applicationId) ?? [];
  const { requirements, ...position } = run.positionVersion;
  const result = withOverrides({
    position: { ...position, requirements: z.array(requirement).parse(requirements) },
    result: screeningResult.parse(run.result),
    overrides: standing(overrides),
  });
  const overriddenKeys = result.verdicts.flatMap((verdict) => (verdict.override ? [verdict.requirementKey] : []));
  await tx.screeningRun.update({ where: { id: run.id }, data: { ...boardColumns(result), overriddenKeys } });
}
