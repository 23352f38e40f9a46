import "server-only";
import { ModelError } from "@/lib/ai/model-error";
import type { ModelFailure } from "@/lib/ai/schema";
import { judgingExperts } from "@/lib/ai/screening/kinds";
import { findExpertsModel } from "@/lib/ai/settings/find-experts-model";
import { scopedDb } from "@/lib/db";
import { blindMode } from "@/lib/resume/blind/schema";
import { askJudge, askReviewer } from "@/lib/screening/experts/ask-experts";
import { combine, factsOf, loadAnswers } from "@/lib/screening/experts/combine";
import { loadSubject, screenSubject } from "@/lib/screening/experts/load-subject";
import type { ExpertsOutcome, ScreeningResult } from "@/lib/screening/schema";
import type { SpreadResults, SpreadSample } from "./schema";
import { toResults } from "./to-results";

type Measurement = { organisationId: string; measurementId: string };

/** What a round hands on: numbers, never words of a resume. */
export type Round = { sample: SpreadSample | null; failure: string | null; usage: ExpertsOutcome["usage"] | null };

export async function beginSpread({ organisationId, measurementId }: Measurement) {
  const db = scopedDb(organisationId);
  const where = { id: measurementId, state: { in: ["pending" as const, "running" as const] } };
  await db.spreadMeasurement.updateMany({ where, data: { state: "running" } });
  return db.spreadMeasurement.findFirst({ where, select: { applicationIds: true, times: true } });
}

type MeasureRound = Measurement & { applicationId: string; round: number };

/** Asks all experts about one candidate anew. Repeated after a kill, it asks only those who had not answered. */
export async function measureRound({ organisationId, measurementId, applicationId, round }: MeasureRound) {
  const db = scopedDb(organisationId);
  const measurement = await db.spreadMeasurement.findFirst({
    where: { id: measurementId, state: "running" },
    select: { positionVersionId: true, model: true },
  });
  const application = await db.application.findFirst({
    where: { id: applicationId },
    select: { resumeId: true, position: { select: { blind: true } } },
  });
  if (!measurement || !application) return failed("internal");
  const { positionVersionId: versionId } = measurement;
  const { resumeId, position } = application;
  const blind = blindMode.parse(position.blind);
  const subject = await loadSubject({ organisationId, resumeId, versionId, blind });
  if (!subject) return failed("internal");
  const model = await findModel(organisationId);
  if (!("name" in model)) return failed(model.failureReason);
  // Answers of two models are no spread of one.
  if (model.name !== measurement.model) return failed("not_configured");

  const result = screenSubject(subject);
  const ask = { subject, result, model, askedForId: measurementId, round: `${measurementId} ${round}` };
  const judges = Object.fromEntries(
    await Promise.all(judgingExperts.map(async (expert) => [expert, await askJudge({ ...ask, expert })] as const)),
  );
  const facts = factsOf(await loadAnswers(organisationId, judges));
  const asked = { ...judges, critic: await askReviewer({ ...ask, facts }) };
  const answers = await loadAnswers(organisationId, asked);
  const combined = combine({ ...{ subject, result, model, asked, answers }, askedForId: measurementId });
  const failure = Object.values(asked).find(({ failureReason }) => failureReason !== null)?.failureReason ?? null;
  return {
    sample: failure === null ? toSample(applicationId, combined) : null,
    failure,
    usage: combined.experts?.usage ?? null,
  } satisfies Round;
}

export async function countRounds({ organisationId, measurementId, done }: Measurement & { done: number }) {
  await scopedDb(organisationId).spreadMeasurement.updateMany({
    where: { id: measurementId, state: "running" },
    data: { done },
  });
}

/** Publishes what was measured, and lets go of the answers: none of them stands for a screening. */
export async function endSpread({ organisationId, measurementId, rounds }: Measurement & { rounds: readonly Round[] }) {
  const db = scopedDb(organisationId);
  const samples = rounds.flatMap(({ sample }) => sample ?? []);
  const usages = rounds.flatMap(({ usage }) => usage ?? []);
  const total = (key: "inputTokens" | "outputTokens" | "cost") => usages.reduce((sum, one) => sum + (one[key] ?? 0), 0);
  const cost = usages.every((usage) => usage.cost !== null) ? total("cost") : null;
  const measured = toResults(samples);
  const failures = rounds.flatMap(({ failure }) => failure ?? []);
  const results: SpreadResults = {
    ...measured,
    usage: {
      ...{ inputTokens: total("inputTokens"), outputTokens: total("outputTokens"), cost },
      currency: usages[0]?.currency ?? "",
    },
    failures,
  };
  const isMeasured = measured.candidates.length > 0;
  await db.spreadMeasurement.updateMany({
    where: { id: measurementId, state: "running" },
    data: {
      ...{ state: isMeasured ? "completed" : "failed", done: rounds.length, results, finishedAt: new Date() },
      error: isMeasured ? null : (failures[0] ?? "internal"),
    },
  });
  await db.expertAnswer.deleteMany({ where: { askedForId: measurementId } });
}

export async function failSpread({ organisationId, measurementId }: Measurement) {
  const db = scopedDb(organisationId);
  await db.spreadMeasurement.updateMany({
    where: { id: measurementId, state: { in: ["pending", "running"] } },
    data: { state: "failed", error: "internal", finishedAt: new Date() },
  });
  await db.expertAnswer.deleteMany({ where: { askedForId: measurementId } });
}

function failed(failure: ModelFailure): Round {
  return { sample: null, failure, usage: null };
}

function toSample(applicationId: string, { comprehensive, views, verdicts }: ScreeningResult): SpreadSample {
  const scoreOf = (key: string) => views.find((view) => view.key === key)?.score.value ?? 0;
  return {
    applicationId,
    scores: {
      comprehensive: comprehensive.value,
      ...{ hr: scoreOf("hr"), technical: scoreOf("technical"), manager: scoreOf("manager") },
    },
    verdicts: verdicts.map(({ requirementKey, verdict }) => ({ requirementKey, verdict })),
  };
}

async function findModel(organisationId: string) {
  try {
    return (await findExpertsModel(organisationId)) ?? { failureReason: "not_configured" as const };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { failureReason: error.reason };
  }
}
