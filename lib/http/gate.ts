import "server-only";
import { AppError } from "@/lib/errors";

type GateOptions = {
  /** Whoever names it means the same one, in whichever bundle of the build. */
  name: string;
  atOnce: number;
  /** Who may wait for a turn; one more is told to come again. */
  waiting: number;
  /** The longest wait. */
  waitMs: number;
  retryAfterSeconds: number;
  /** What who is refused is told: a sentence of `errors`. */
  message: "too_many_uploads" | "server_busy";
  /** Who waits here waits for another server: no job has to stand back for them. */
  isElsewhere?: boolean;
};

export type Gate = {
  /** With a signal: who gave up while waiting leaves the queue. */
  run: <T>(work: () => Promise<T>, signal?: AbortSignal) => Promise<T>;
  isElsewhere: boolean;
  counts: () => { running: number; waiting: number; refused: number };
};

const globals = globalThis as typeof globalThis & { hireglassGates?: Map<string, Gate> };

/**
 * Lets so many in at once and so many wait, first come first served. Everybody else is refused at once: a short "come
 * again" is better than a long wait that ends in nothing.
 */
export function openGate(options: GateOptions): Gate {
  globals.hireglassGates ??= new Map();
  const gate = globals.hireglassGates.get(options.name) ?? createGate(options);
  globals.hireglassGates.set(options.name, gate);
  return gate;
}

/** Whether somebody waits at a gate for this server: then what nobody waits for can wait too. */
export function isCrowded(): boolean {
  return [...(globals.hireglassGates?.values() ?? [])].some((gate) => !gate.isElsewhere && gate.counts().waiting > 0);
}

function createGate(options: GateOptions): Gate {
  const { atOnce, waiting: most, waitMs, retryAfterSeconds, message, isElsewhere = false } = options;
  const waiting = new Set<() => void>();
  let running = 0;
  let refused = 0;

  const refuse = () => {
    refused += 1;
    return new AppError("unavailable", message, { retryAfterSeconds });
  };

  async function enter(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (running < atOnce) {
      running += 1;
      return;
    }
    if (waiting.size >= most) throw refuse();
    await new Promise<void>((resolve, reject) => {
      const stopWaiting = () => {
        clearTimeout(late);
        signal?.removeEventListener("abort", giveUp);
        waiting.delete(goIn);
      };
      const goIn = () => {
        stopWaiting();
        resolve();
      };
      const giveUp = () => {
        stopWaiting();
        reject(signal?.reason);
      };
      const late = setTimeout(() => {
        stopWaiting();
        reject(refuse());
      }, waitMs);
      signal?.addEventListener("abort", giveUp, { once: true });
      waiting.add(goIn);
    });
  }

  /** The place goes to whoever waits longest. */
  function leave() {
    const [next] = waiting;
    if (!next) {
      running -= 1;
      return;
    }
    next();
  }

  return {
    counts: () => ({ running, waiting: waiting.size, refused }),
    isElsewhere,
    run: async (work, signal) => {
      await enter(signal);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
