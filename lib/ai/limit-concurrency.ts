import "server-only";
import { ModelError } from "@/lib/ai/model-error";
import { env } from "@/lib/env";

type Waiting = { start: () => void };
type Slots = { inUse: number; waiting: Waiting[] };

const mostWaiting = 200;
const busyMs = 5000;

// One count per process, over module reloads too. Several processes each have their own.
const globals = globalThis as typeof globalThis & { hireglassModelSlots?: Slots };

/** Waits for one of the process's `MODEL_CONCURRENCY` slots, first come first served. */
export async function withModelSlot<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  globals.hireglassModelSlots ??= { inUse: 0, waiting: [] };
  const slots = globals.hireglassModelSlots;
  await takeSlot(slots, signal);
  try {
    return await work();
  } finally {
    const next = slots.waiting.shift();
    if (next) next.start();
    else slots.inUse -= 1;
  }
}

function takeSlot(slots: Slots, signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted) return Promise.reject(new ModelError("cancelled"));
  if (slots.inUse < env().MODEL_CONCURRENCY) {
    slots.inUse += 1;
    return Promise.resolve();
  }
  if (slots.waiting.length >= mostWaiting) return Promise.reject(new ModelError("rate_limited", busyMs, true));
  return new Promise((resolve, reject) => {
    const leave = () => {
      slots.waiting = slots.waiting.filter((other) => other !== waiting);
      reject(new ModelError("cancelled"));
    };
    const waiting: Waiting = {
      start: () => {
        signal?.removeEventListener("abort", leave);
        resolve();
      },
    };
    signal?.addEventListener("abort", leave, { once: true });
    slots.waiting.push(waiting);
  });
}
