import { parseRetryAfter } from "./duration.ts";
import type { FunctionConfig } from "./function-config.ts";
import type { FunctionHandler } from "./function-handler.ts";
import { type JobError, makeJobError, type Op, opList, parseJobError } from "./protocol.ts";
import { discovery, type Task } from "./task.ts";

export type Outcome =
  | { type: "ops"; ops: Op[]; retryAt: Date | null }
  | { type: "completed"; data: unknown }
  | { type: "error"; error: JobError; isFinal: boolean; retryAt: Date | null };

/** Inngest's own limits, so that a function that works here works there. */
const maxSteps = 1000;
const maxStateBytes = 32 * 1024 * 1024;

/** Runs a function up to its next stop. Never throws: trouble is an outcome. */
export async function callFunction(handler: FunctionHandler, config: FunctionConfig, task: Task): Promise<Outcome> {
  const isLast = task.attempt + 1 >= config.maxAttempts;
  if (task.steps.length > maxSteps) return failed(`The run has more than ${maxSteps} steps`);
  try {
    const body = requestBody(config, task);
    const response = await handler({
      method: "POST",
      query: `?fnId=${encodeURIComponent(config.id)}&stepId=${encodeURIComponent(task.stepId)}`,
      body,
    });
    const text = await response.text();
    if (text.length > maxStateBytes) return failed("The function's answer is larger than 32 MB");
    return readOutcome(response, JSON.parse(text), isLast);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { type: "error", error: makeJobError("EmbeddedJobError", message), isFinal: isLast, retryAt: null };
  }
}

function requestBody(config: FunctionConfig, task: Task) {
  const order = task.steps.map(([id]) => id);
  return {
    version: 2,
    event: task.event,
    events: [task.event],
    steps: Object.fromEntries(task.steps),
    ctx: {
      run_id: task.runId,
      attempt: task.attempt,
      max_attempts: config.maxAttempts,
      disable_immediate_execution: task.parallel,
      use_api: false,
      // Both ids together switch checkpointing on; the second is what a checkpoint proves its lease with.
      fn_id: config.id,
      qi_id: `${task.id}.${task.token}`,
      stack: { stack: order, current: order.length },
    },
  };
}

function readOutcome(response: Response, body: unknown, isLast: boolean): Outcome {
  const retryAt = parseRetryAfter(response.headers.get("retry-after"));
  if (response.status === 200) return { type: "completed", data: body };
  if (response.status === 206) return { type: "ops", ops: opList.parse(body), retryAt };
  const isFinal = isLast || response.headers.get("x-inngest-no-retry") === "true";
  return { type: "error", error: parseJobError(body), isFinal, retryAt };
}

function failed(message: string): Outcome {
  return { type: "error", error: makeJobError("EmbeddedJobError", message), isFinal: true, retryAt: null };
}

export function isDiscovery(task: Task) {
  return task.stepId === discovery;
}
