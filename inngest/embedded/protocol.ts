import { z } from "zod";

/*
 * What the SDK answers, as inngest 4.24 really does it. `protocol.test.ts` fails when an upgrade moves it.
 */

const op = z.object({
  op: z.string(),
  id: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  opts: z.record(z.string(), z.unknown()).nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
});
export type Op = z.infer<typeof op>;

export const opList = z.array(op);

/** `POST /v1/checkpoint/<run>/async`: step results reported while the function goes on. */
export const checkpointRequest = z.object({ run_id: z.string(), qi_id: z.string(), steps: opList });

/** `POST /e/<key>`: events from `send` and `step.sendEvent`. */
export const sendRequest = z.array(
  z.object({
    name: z.string(),
    data: z.record(z.string(), z.unknown()).optional(),
    id: z.string().nullish(),
    ts: z.number().optional(),
    v: z.string().nullish(),
  }),
);

export const waitOptions = z.object({ if: z.string().nullish(), timeout: z.string() });

export const invokeOptions = z.object({
  function_id: z.string(),
  payload: z.object({ data: z.record(z.string(), z.unknown()).nullish() }).nullish(),
  timeout: z.string().nullish(),
});

const jobError = z.looseObject({ name: z.string(), message: z.string(), stack: z.string().optional() });
export type JobError = z.infer<typeof jobError>;

export function parseJobError(value: unknown): JobError {
  const parsed = jobError.safeParse(value);
  return parsed.success ? parsed.data : makeJobError("Error", "The function failed without saying why");
}

export function makeJobError(name: string, message: string): JobError {
  return { name, message, stack: "" };
}

/** How a step's result is stored, and given back to the SDK. */
export type Memo = { type: "data"; data: unknown } | { type: "error"; error: JobError };
