import { SpanStatusCode, trace } from "@opentelemetry/api";
import type pg from "pg";
import { callFunction, type Outcome } from "./call-function.ts";
import { persistently } from "./database.ts";
import { fireTimer } from "./fire-timer.ts";
import type { FunctionConfig } from "./function-config.ts";
import type { FunctionHandler } from "./function-handler.ts";
import { errorName, type JobLogger } from "./logger.ts";
import { type Recorded, recordOutcome, recordWorkerDeath } from "./record-outcome.ts";
import type { Task } from "./task.ts";

export type TaskContext = {
  pool: pg.Pool;
  handler: FunctionHandler;
  functions: Map<string, FunctionConfig>;
  leaseSeconds: number;
  logger: JobLogger;
  backOff?: (attempt: number) => number;
  /** Hears what became of each call, and how long it took. */
  onOutcome?: (outcome: { functionId: string; recorded: Recorded; seconds: number }) => void;
};

const maxCrashes = 3;

/** Does a claimed task and records what became of it. Never throws: an unrecorded task comes due again by itself. */
export async function runTask(context: TaskContext, task: Task): Promise<void> {
  const { logger, leaseSeconds } = context;
  const started = performance.now();
  const fields = { functionId: task.functionId, runId: task.runId, stepId: task.stepId, attempt: task.attempt };
  try {
    const { outcome, record } = await doTask(context, task);
    // While the database is away the outcome is kept for as long as the lease could last.
    const recorded = await persistently(Date.now() + leaseSeconds * 1000, record);
    const durationMs = Math.round(performance.now() - started);
    report(logger, recorded, outcome, { ...fields, durationMs });
    context.onOutcome?.({ functionId: task.functionId, recorded, seconds: durationMs / 1000 });
  } catch (error) {
    logger.error({ ...fields, error: errorName(error) }, "job outcome not recorded; it will run again");
  }
}

/** For OpenTelemetry, where it is on. */
function inSpan(task: Task, call: () => Promise<Outcome>): Promise<Outcome> {
  return trace.getTracer("hireglass").startActiveSpan(`job ${task.functionId}`, async (span) => {
    const outcome = await call();
    span.setAttribute("hireglass.attempt", task.attempt);
    if (outcome.type === "error") span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
    return outcome;
  });
}

type Done = { outcome: Outcome | null; record: () => Promise<Recorded> };

async function doTask(context: TaskContext, task: Task): Promise<Done> {
  const { pool, functions, handler, backOff } = context;
  if (task.crashes >= maxCrashes) return { outcome: null, record: () => recordWorkerDeath({ pool, task }) };
  if (task.kind !== "call") return { outcome: null, record: () => fireTimer(pool, task) };
  const config = functions.get(task.functionId);
  if (!config) throw new Error("Claimed a task of an unknown function");
  const outcome = await inSpan(task, () => callFunction(handler, config, task));
  return { outcome, record: () => recordOutcome({ pool, functions, config, task, outcome, backOff }) };
}

function report(logger: JobLogger, recorded: Recorded, outcome: Outcome | null, fields: Record<string, unknown>) {
  if (recorded === "completed") logger.info(fields, "job completed");
  if (recorded === "stale") logger.warn(fields, "job outcome dropped: its lease was lost or its run had ended");
  const error = outcome?.type === "error" ? outcome.error.name : undefined;
  if (recorded === "retrying") logger.warn({ ...fields, error }, "job will be retried");
  if (recorded === "failed") logger.error({ ...fields, error }, "job failed");
}
