import "server-only";
import { z } from "zod";
import { ModelError } from "@/lib/ai/model-error";
import type { ModelFailure } from "@/lib/ai/schema";
import type { ScreeningSummary } from "@/lib/ai/screening-summary/schema";
import { summariseScreening, withoutProse } from "@/lib/ai/screening-summary/summarise-screening";
import { findModel } from "@/lib/ai/settings/find-model";
import { Prisma, scopedDb } from "@/lib/db";
import { requirement } from "@/lib/position/requirement";
import { screeningResult } from "@/lib/screening/schema";
import { summaryFacts } from "@/lib/screening/summary-facts";

type Run = { organisationId: string; runId: string };

/** Runs that still wait for their prose: one that has it is not written again. */
const waiting = { state: "completed", wantsSummary: true, summary: { equals: Prisma.DbNull } } as const;

/** Puts prose on a finished screening, or the reason why a model could not; verdicts and scores stand either way. */
export async function writeSummary({ organisationId, runId }: Run): Promise<{ outcome: string }> {
  const run = await scopedDb(organisationId).screeningRun.findFirst({
    where: { id: runId, ...waiting },
    select: {
      result: true,
      blind: true,
      resume: { select: { candidateName: true } },
      positionVersion: { select: { title: true, requirements: true } },
    },
  });
  if (!run) return { outcome: "gone" };
  const { title, requirements } = run.positionVersion;
  const facts = summaryFacts({
    result: screeningResult.parse(run.result),
    requirements: z.array(requirement).parse(requirements),
    // A blind result has no name in it, and says none to a model.
    candidateName: run.blind === "off" ? run.resume.candidateName : null,
  });
  const summary = await summarise({ organisationId, title, facts });
  await save({ organisationId, runId, summary });
  return { outcome: summary.failureReason ?? "written" };
}

/** For a run whose summary cannot be written: nobody should wait for it. */
export async function failSummary({ organisationId, runId, reason }: Run & { reason: ModelFailure }) {
  await save({ organisationId, runId, summary: withoutProse(reason, null) });
}

type Summarise = Pick<Parameters<typeof summariseScreening>[0], "title" | "facts"> & { organisationId: string };

async function summarise({ organisationId, ...input }: Summarise): Promise<ScreeningSummary> {
  try {
    const model = await findModel({ organisationId, task: "summary" });
    return model ? await summariseScreening({ model, ...input }) : withoutProse("not_configured", null);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return withoutProse(error.reason, null);
  }
}

async function save({ organisationId, runId, summary }: Run & { summary: ScreeningSummary }) {
  await scopedDb(organisationId).screeningRun.updateMany({ where: { id: runId, ...waiting }, data: { summary } });
}
