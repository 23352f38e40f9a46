import "server-only";
import { APICallError } from "@ai-sdk/provider";
import type { ModelFailure } from "@/lib/ai/schema";

/** Names a reason and nothing else: the SDK's own errors hold the prompt and the answer, so none is kept as a cause. */
export class ModelError extends Error {
  constructor(
    readonly reason: ModelFailure,
    /** What the server asked us to wait, for a retry. */
    readonly retryAfterMs: number | null = null,
    readonly isRetryable = false,
  ) {
    super(reason);
    this.name = "ModelError";
  }
}

/** @param signal the caller's own, to tell a cancelled call from a late one */
export function toModelError(error: unknown, signal?: AbortSignal): ModelError {
  if (error instanceof ModelError) return error;
  if (signal?.aborted) return new ModelError("cancelled");
  if (isTimeout(error)) return new ModelError("timeout");
  if (!APICallError.isInstance(error)) return new ModelError("not_understood");
  const { statusCode: status, responseHeaders = {} } = error;
  if (status === undefined) return new ModelError("wrong_address", null, error.isRetryable);
  if (status === 401 || status === 403) return new ModelError("unauthorised");
  if (status === 404) return new ModelError(speaksOfModel(error.responseBody) ? "no_such_model" : "wrong_address");
  if (status === 429) return new ModelError("rate_limited", readRetryAfter(responseHeaders), true);
  if (status === 408 || status === 409 || status >= 500)
    return new ModelError("server_error", readRetryAfter(responseHeaders), true);
  if (status >= 400) return new ModelError(isUnknownModel(error.responseBody) ? "no_such_model" : "rejected");
  return new ModelError("not_understood");
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError");
}

/** A 404 of an API that is there answers in JSON and names the model; any other means that no API is. */
function speaksOfModel(body = ""): boolean {
  return /^\s*[{[]/.test(body) && /model/i.test(body);
}

function isUnknownModel(body = ""): boolean {
  return /model_not_found|model[^.]{0,80}(?:not exist|not found|unknown)|(?:unknown|invalid) model/i.test(body);
}

/** Seconds or a date. */
function readRetryAfter(headers: Record<string, string>): number | null {
  const value = headers["retry-after"];
  if (!value) return null;
  const seconds = Number(value);
  const milliseconds = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : null;
}
