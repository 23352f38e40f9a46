import "server-only";
import { AppError } from "@/lib/errors";

type GateOptions = {
  /** Whoever names it means the same one, in whichever bundle of the build. */
  name: string;
  /** One at least. */
  atOnce: number | (() => number);
  /** Who may wait for a turn; one more is told to come again. */
  waiting: number;
  /** The longest wait; without it, as long as it takes. */
  waitMs?: number;
  retryAfterSeconds: number;
  /** What who is refused is told: a sentence of `errors`. */
  message: "too_many_uploads" | "server_busy";
  /** Who waits here waits for another server, or keeps nobody waiting: no job has to stand back for them. */
  isPatient?: boolean;
};

/** Whose turn it is. With a signal: who gives up while waiting leaves the queue. */
type Turn = { organisationId: string; signal?: AbortSignal };

export type Gate = {
  run: <T>(turn: Turn, work: () => Promise<T>) => Promise<T>;
  isPatient: boolean;
  counts: () => { running: number; waiting: number; refused: number };
};

const globals = globalThis as typeof globalThis & { hireglassGates?: Map<string, Gate> };

/**
 * Lets so many in at once and so many wait: one organisation after the other, within each first come first served.
 * Everybody else is refused at once: a short "come again" is better than a long wait that ends in nothing. Where all
 * places are taken, who came last of the organisation that has most gives way to one that has fewer.
 */
export function openGate(options: GateOptions): Gate {
  globals.hireglassGates ??= new Map();
  const gate = globals.hireglassGates.get(options.name) ?? createGate(options);
  globals.hireglassGates.set(options.name, gate);
  return gate;
}

/** Whether somebody waits at a gate for this server: then what nobody waits for can wait too. */
export function isCrowded(): boolean {
  return [...(globals.hireglassGates?.values() ?? [])].some((gate) => !gate.isPatient && gate.counts().waiting > 0);
}

type Waiting = { goIn: () => void; refuse: () => void };

function createGate(options: GateOptions): Gate {
  const { waiting: most, waitMs, retryAfterSeconds, message, isPatient = false } = options;
  /** By organisation, the next one first; none is empty. */
  const queues = new Map<string, Set<Waiting>>();
  let running = 0;
  let refused = 0;

  const hasPlace = () => running < (typeof options.atOnce === "number" ? options.atOnce : options.atOnce());
  const countWaiting = () => [...queues.values()].reduce((sum, queue) => sum + queue.size, 0);

  const refusal = () => {
    refused += 1;
    return new AppError("unavailable", message, { retryAfterSeconds });
  };

  async function enter({ organisationId, signal }: Turn): Promise<void> {
    signal?.throwIfAborted();
    if (queues.size === 0 && hasPlace()) {
      running += 1;
      return;
    }
    if (countWaiting() >= most && !makeRoom(organisationId)) throw refusal();
    await new Promise<void>((resolve, reject) => {
      const stopWaiting = () => {
        clearTimeout(late);
        signal?.removeEventListener("abort", giveUp);
        remove(organisationId, waiting);
      };
      const waiting: Waiting = {
        goIn: () => {
          stopWaiting();
          resolve();
        },
        refuse: () => {
          stopWaiting();
          reject(refusal());
        },
      };
      const giveUp = () => {
        stopWaiting();
        reject(signal?.reason);
      };
      const late = waitMs === undefined ? undefined : setTimeout(waiting.refuse, waitMs);
      signal?.addEventListener("abort", giveUp, { once: true });
      queues.set(organisationId, (queues.get(organisationId) ?? new Set()).add(waiting));
    });
  }

  function remove(organisationId: string, waiting: Waiting) {
    const queue = queues.get(organisationId);
    queue?.delete(waiting);
    if (queue?.size === 0) queues.delete(organisationId);
  }

  /** @returns whether there is a place now */
  function makeRoom(organisationId: string): boolean {
    const own = queues.get(organisationId)?.size ?? 0;
    const [longest] = [...queues.values()].toSorted((a, b) => b.size - a.size);
    if (!longest || longest.size <= own + 1) return false;
    [...longest].at(-1)?.refuse();
    return true;
  }

  /** Whoever waits longest in the next organisation goes in, which then comes last. */
  function leave() {
    running -= 1;
    for (let [next] = queues; next && hasPlace(); [next] = queues) {
      const [organisationId, queue] = next;
      queues.delete(organisationId);
      queues.set(organisationId, queue);
      running += 1;
      const [first] = queue;
      first?.goIn();
    }
  }

  return {
    counts: () => ({ running, waiting: countWaiting(), refused }),
    isPatient,
    run: async (turn, work) => {
      await enter(turn);
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
