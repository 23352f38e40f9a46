import "server-only";
import { z } from "zod";
import { screeningSummary } from "@/lib/ai/screening-summary/schema";
import { assertCan, visibleApplications } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, type Transaction } from "@/lib/db";
import { requirement } from "@/lib/position/requirement";
import { blindName } from "@/lib/resume/blind/blindings";
import { loadRedacted } from "@/lib/resume/blind/load-redacted";
import { blindMode } from "@/lib/resume/blind/schema";
import { hidePerson, showQuotes } from "@/lib/screening/blind-application";
import { withOverrides } from "@/lib/screening/engine/with-overrides";
import { recordedOutcomes, rejectionReasons } from "@/lib/screening/kinds";
import { loadOverrides, standing } from "@/lib/screening/load-overrides";
import { type ApplicationDetail, screeningResult } from "@/lib/screening/schema";

/** One candidate on one position with the newest result, its evidence, what people changed, and what they decided. */
export async function findApplication({
  applicationId,
  viewer,
  tx,
}: {
  applicationId: string;
  viewer: Viewer;
  /** Reads in the caller's transaction. */
  tx?: Transaction;
}): Promise<ApplicationDetail | null> {
  assertCan(viewer, "screening:read");
  if (!z.uuid().safeParse(applicationId).success) return null;
  const db = tx ?? scopedDb(viewer.organisationId);
  const row = await db.application.findFirst({
    where: { id: applicationId, ...visibleApplications(viewer) },
    select: {
      id: true,
      stage: true,
      resumeId: true,
      position: {
        select: {
          id: true,
          title: true,
          versions: { orderBy: { version: "desc" }, take: 1, select: { requirements: true } },
        },
      },
      resume: { select: { candidateName: true } },
      currentRun: {
        select: {
          id: true,
          blind: true,
          result: true,
          finishedAt: true,
          summary: true,
          ...{ wantsSummary: true, wantsExperts: true, state: true },
          positionVersion: {
            select: { version: true, title: true, salaryMin: true, salaryMax: true, requirements: true },
          },
        },
      },
      decisions: { where: { revokedAt: null }, orderBy: { createdAt: "desc" }, omit: { snapshot: true } },
    },
  });
  if (!row) return null;
  const deciders = await db.user.findMany({
    where: { id: { in: row.decisions.map(({ decidedById }) => decidedById) } },
    select: { id: true, name: true },
  });
  const names = new Map(deciders.map(({ id, name }) => [id, name]));
  const run = row.currentRun;
  // Those that the run judged by, not those of today.
  const requirements = z
    .array(requirement)
    .parse(run?.positionVersion.requirements ?? row.position.versions[0]?.requirements ?? []);
  const overrides = (await loadOverrides(db, [row.id])).get(row.id) ?? [];
  const engineResult = run && screeningResult.parse(run.result);
  const result =
    engineResult &&
    withOverrides({
      position: { ...run.positionVersion, requirements },
      result: engineResult,
      overrides: standing(overrides),
    });
  const detail: ApplicationDetail = {
    id: row.id,
    stage: row.stage,
    resumeId: row.resumeId,
    position: { id: row.position.id, title: row.position.title },
    candidateName: row.resume.candidateName,
    isBlind: false,
    run: result && {
      id: run.id,
      blind: blindMode.parse(run.blind),
      version: run.positionVersion.version,
      finishedAt: (run.finishedAt ?? new Date(0)).toISOString(),
      result,
      engineOutcome:
        result === engineResult ? null : { comprehensive: engineResult.comprehensive, advice: engineResult.advice },
      summary: screeningSummary.nullable().parse(run.summary),
      isSummaryPending: run.wantsSummary && run.summary === null,
      isExpertsPending: run.wantsExperts && run.state === "running",
    },
    requirements,
    overrides,
    decisions: row.decisions.map(({ id, outcome, reason, reasonCode, stageAfter, createdAt, ...by }) => ({
      id,
      outcome: z.enum(recordedOutcomes).parse(outcome),
      reason,
      reasonCode: z.enum(rejectionReasons).nullable().parse(reasonCode),
      decidedBy: names.get(by.decidedById) ?? by.decidedByName,
      stageAfter,
      createdAt: createdAt.toISOString(),
    })),
  };
  const hidden = (await loadRedacted(viewer, [row.resumeId], tx)).get(row.resumeId);
  if (!hidden) return run?.blind === "off" || !run ? detail : showQuotes(detail, await textOf(db, row.resumeId));
  const { position, requirements: asked, ...written } = detail;
  const shown = hidePerson(written, hidden);
  return { ...shown, position, requirements: asked, candidateName: blindName(hidden.blinding), isBlind: true };
}

async function textOf(db: Transaction, resumeId: string) {
  return (await db.resumeContent.findUnique({ where: { resumeId }, select: { text: true } }))?.text ?? "";
}
