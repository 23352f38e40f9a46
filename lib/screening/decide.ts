import "server-only";
import type { z } from "zod";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { findApplication } from "@/lib/screening/find-application";
import type { decideInput } from "@/lib/screening/schema";
import { recordDecisions, type ShownRecommendation } from "./record-decisions";

type Decide = Omit<z.infer<typeof decideInput>, "recommendationId"> & {
  applicationId: string;
  recommendation?: ShownRecommendation | null;
  viewer: Viewer;
};

/**
 * Records what a person chose, with the reason and a frozen, hashed copy of what was on the screen.
 *
 * @throws conflict when a newer result has come, or somebody has changed a verdict, since the page was opened
 */
export async function decide({ applicationId, outcome, runId, overrideIds, finishedAt, viewer, ...why }: Decide) {
  assertCan(viewer, "application:decide");
  const application = await findApplication({ applicationId, viewer });
  if (!application) throw new AppError("not_found", "application_not_found");
  if ((application.run?.id ?? null) !== runId) throw new AppError("conflict", "result_changed");
  if (finishedAt && application.run?.finishedAt !== finishedAt) throw new AppError("conflict", "result_changed");
  const seen = application.run?.result.verdicts.flatMap(({ override }) => override?.id ?? []) ?? [];
  if (overrideIds && !sameIds(seen, overrideIds)) throw new AppError("conflict", "result_changed");
  const [decision] = await recordDecisions({ ...why, applications: [application], choice: outcome, viewer });
  if (!decision) throw new AppError("conflict", "result_changed");
  return { stage: decision.stage };
}

function sameIds(one: readonly string[], other: readonly string[]) {
  return one.length === other.length && new Set([...one, ...other]).size === one.length;
}
