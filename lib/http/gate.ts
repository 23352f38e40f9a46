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
};

export type Gate = {
  run: <T>(work: () => Promise<T>) => Promise<T>;
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

/** Whether somebody waits at any gate: then what nobody waits for can wait too. */
export function isCrowded(): boolean {
  return [...(globals.hireglassGates?.values() ?? [])].some((gate) => gate.counts().waiting > 0);
}

function createGate({ atOnce, waiting: most, waitMs, retryAfterSeconds, message }: GateOptions): Gate {
  const waiting = new Set<() => void>();
  let running = 0;
  let refused = 0;

  const refuse = () => {
    refused += 1;
    return new AppError("unavailable", message, { retryAfterSeconds });
  };

  async function enter(): Promise<void> {
    if (running < atOnce) {
      running += 1;
      return;
    }
    if (waiting.size >= most) throw refuse();
    await new Promise<void>((resolve, reject) => {
      const goIn = () => {
        clearTimeout(late);
        resolve();
      };
      const late = setTimeout(() => {
        waiting.delete(goIn);
        reject(refuse());
      }, waitMs);
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
    waiting.delete(next);
    next();
  }

  return {
    counts: () => ({ running, waiting: waiting.size, refused }),
    run: async (work) => {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
