import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { ModelError, toModelError } from "@/lib/ai/model-error";

const firstWaitMs = 500;
/** A server that asks for more is given up: a person or a job's slot is waiting. */
const longestWaitMs = 30_000;

type Retry = { retries?: number; canRetry?: () => boolean; signal?: AbortSignal };

/** Tries again after a full, failing or unreachable server, as soon as that server's Retry-After allows. */
export async function withRetries<T>(
  { retries = 2, canRetry = () => true, signal }: Retry,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let tried = 0; ; tried += 1) {
    try {
      return await attempt();
    } catch (caught) {
      const error = toModelError(caught, signal);
      const waitMs = error.retryAfterMs ?? firstWaitMs * 2 ** tried;
      if (!error.isRetryable || !canRetry() || tried >= retries || waitMs > longestWaitMs) throw error;
      await sleep(waitMs, undefined, { signal }).catch(() => {
        throw new ModelError("cancelled");
      });
    }
  }
}
