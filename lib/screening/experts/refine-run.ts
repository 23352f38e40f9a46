import "server-only";
import { ModelError } from "@/lib/ai/model-error";
import type { ModelConfig } from "@/lib/ai/models";
import type { ModelFailure } from "@/lib/ai/schema";
import type { JudgingExpert } from "@/lib/ai/screening/schema";
import { findExpertsModel } from "@/lib/ai/settings/find-experts-model";
import { Prisma, scopedDb } from "@/lib/db";
import { blindMode } from "@/lib/resume/blind/schema";
import { boardColumns } from "@/lib/screening/board-columns";
import { carryOverrides } from "@/lib/screening/carry-overrides";
import { finishBatches } from "@/lib/screening/finish-batches";
import { screeningResult } from "@/lib/screening/schema";
import { type Asked, notAsked, nothingSpent } from "./answer-once";
import { askJudge, askReviewer } from "./ask-experts";
import { type AskedExperts, combine, factsOf, loadAnswers } from "./combine";
import { endWithoutExperts } from "./end-without-experts";
import { expertsFor } from "./expert-of";
import { loadSubject, type Subject } from "./load-subject";
import { speakers } from "./speakers";

/*
 * What experts by a model do for one run, step by step. The run has its built-in result and is on the board meanwhile;
 * each step is safe to repeat, and none does anything for a run that was cancelled.
 */

type Run = { organisationId: string; runId: string };

/** Who is to be asked; null when the run does not wait for experts, or its screening is paused. */
export async function beginExperts({ organisationId, runId }: Run): Promise<{ experts: JudgingExpert[] } | null> {
  const run = await findWaiting({ organisationId, runId });
  if (!run || run.batch?.pausedAt) return null;
  await speak({ organisationId, runId }, "Assistant");
  const subject = await loadSubjectOf(organisationId, run);
  return { experts: subject ? expertsFor({ ...subject.position, result: screeningResult.parse(run.result) }) : [] };
}

export async function askExpertOfRun({ expert, ...run }: Run & { expert: JudgingExpert }): Promise<Asked> {
  return withSubject(run, async ({ subject, result, model }) => {
    await speak(run, speakers[expert]);
    return askJudge({ subject, result, model, expert, askedForId: run.runId });
  });
}

export async function askCriticOfRun({ asked, ...run }: Run & { asked: AskedExperts }): Promise<Asked> {
  const facts = factsOf(await loadAnswers(run.organisationId, asked));
  if (facts.length === 0) return notAsked;
  return withSubject(run, async ({ subject, result, model }) => {
    await speak(run, speakers.critic);
    return askReviewer({ subject, result, model, facts, askedForId: run.runId });
  });
}

/** Puts the result of all on the board, and gives whether the prose on it is due. */
export async function saveExperts({ asked, ...run }: Run & { asked: AskedExperts }) {
  const { organisationId, runId } = run;
  const db = scopedDb(organisationId);
  const waiting = await findWaiting(run);
  if (waiting) {
    const failure = await save(run, waiting, asked);
    if (failure) await endWithoutExperts(db, { id: runId }, failure);
  }
  // Also for a run that had ended: the process may have gone in between.
  const ended = await db.screeningRun.findFirst({
    where: { id: runId, state: "completed" },
    select: { applicationId: true, batchId: true, wantsSummary: true, summary: true },
  });
  if (!ended) return { outcome: "gone", wantsSummary: false };
  await carryOverrides({ organisationId, applicationIds: [ended.applicationId] });
  await finishBatches({ organisationId, batchIds: [ended.batchId] });
  return { outcome: "saved", wantsSummary: ended.wantsSummary && ended.summary === null };
}

/** For a run whose experts cannot be asked: nobody should wait for them. */
export async function failExperts({ organisationId, runId }: Run) {
  const db = scopedDb(organisationId);
  await endWithoutExperts(db, { id: runId }, "internal");
  const run = await db.screeningRun.findFirst({ where: { id: runId }, select: { batchId: true } });
  await finishBatches({ organisationId, batchIds: [run?.batchId ?? null] });
}

async function save(run: Run, waiting: Waiting, asked: AskedExperts): Promise<ModelFailure | null> {
  const { organisationId, runId } = run;
  const subject = await loadSubjectOf(organisationId, waiting);
  const model = await findModel(organisationId);
  if (!subject) return "internal";
  if (!("name" in model)) return model.failureReason;
  const answers = await loadAnswers(organisationId, asked);
  const builtIn = screeningResult.parse(waiting.result);
  const result = combine({ subject, result: builtIn, model, asked, answers, askedForId: runId });
  const { inputTokens, outputTokens, cost, currency } = result.experts?.usage ?? {};
  const saved = await scopedDb(organisationId).screeningRun.updateMany({
    where: { id: runId, state: "running" },
    data: {
      ...{ state: "completed", currentView: null, finishedAt: new Date(), result, ...boardColumns(result) },
      ...{ engine: result.engine.name, engineVersion: result.engine.version },
      ...{ expertInputTokens: inputTokens, expertOutputTokens: outputTokens },
      ...{ expertCost: cost, expertCurrency: currency },
    },
  });
  if (saved.count > 0 && waiting.batchId && result.engine.name === model.name) {
    await scopedDb(organisationId).screeningBatch.updateMany({
      where: { id: waiting.batchId },
      data: { engine: model.name },
    });
  }
  return null;
}

type Waiting = NonNullable<Awaited<ReturnType<typeof findWaiting>>>;

function findWaiting({ organisationId, runId }: Run) {
  return scopedDb(organisationId).screeningRun.findFirst({
    where: { id: runId, wantsExperts: true, state: "running", result: { not: Prisma.DbNull } },
    select: {
      ...{ resumeId: true, positionVersionId: true, blind: true, result: true, batchId: true },
      batch: { select: { pausedAt: true } },
    },
  });
}

function loadSubjectOf(organisationId: string, { resumeId, positionVersionId: versionId, blind }: Waiting) {
  return loadSubject({ organisationId, resumeId, versionId, blind: blindMode.parse(blind) });
}

type Prepared = { subject: Subject; result: ReturnType<typeof screeningResult.parse>; model: ModelConfig };

async function withSubject(run: Run, ask: (prepared: Prepared) => Promise<Asked>): Promise<Asked> {
  const waiting = await findWaiting(run);
  if (!waiting) return notAsked;
  const { organisationId } = run;
  const model = await findModel(organisationId);
  if (!("name" in model)) return { ...notAsked, failureReason: model.failureReason, spent: nothingSpent };
  const subject = await loadSubjectOf(organisationId, waiting);
  if (!subject) return notAsked;
  return ask({ subject, result: screeningResult.parse(waiting.result), model });
}

async function findModel(organisationId: string): Promise<ModelConfig | { failureReason: ModelFailure }> {
  try {
    return (await findExpertsModel(organisationId)) ?? { failureReason: "not_configured" };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return { failureReason: error.reason };
  }
}

async function speak({ organisationId, runId }: Run, currentView: string) {
  const where = { id: runId, state: "running" as const };
  await scopedDb(organisationId).screeningRun.updateMany({ where, data: { currentView } });
}
