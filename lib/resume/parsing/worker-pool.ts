import { Piscina } from "piscina";
import type { ParseOutcome, ParseTask } from "./parse-worker";

type PoolOptions = {
  /** Path of the bundled parse-worker. */
  workerFile: string;
  threads: number;
  timeoutMs?: number;
  maxOldGenerationSizeMb?: number;
  /** Tasks that may wait; a further one is refused with QueueFullError. */
  maxQueue?: number;
};

export type ParsePool = { parse(task: ParseTask): Promise<ParseOutcome>; close(): Promise<void> };

/** Too many files are waiting. The caller keeps the file and comes back. */
export class QueueFullError extends Error {
  constructor() {
    super("The parse queue is full");
    this.name = "QueueFullError";
  }
}

/**
 * Parses in worker threads, the one impure file of this folder. A task over its time or memory loses its own
 * worker only and answers time_limit or memory_limit; the next task gets a new worker.
 */
export function createParsePool({
  workerFile,
  threads,
  timeoutMs = 15_000,
  maxOldGenerationSizeMb = 384,
  maxQueue,
}: PoolOptions): ParsePool {
  const pool = new Piscina({
    filename: workerFile,
    minThreads: 1,
    maxThreads: threads,
    concurrentTasksPerWorker: 1,
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb },
  });
  // Errors of a dying worker reach the task's promise too.
  pool.on("error", () => {});
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    async parse(task) {
      // Own queue: the clock must start with the work, and piscina does not say when a task leaves its queue.
      if (running >= threads) {
        if (maxQueue !== undefined && waiting.length >= maxQueue) throw new QueueFullError();
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else {
        running += 1;
      }
      try {
        return await runTask(pool, task, timeoutMs);
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
    close: () => pool.destroy(),
  };
}

async function runTask(pool: Piscina, task: ParseTask, timeoutMs: number): Promise<ParseOutcome> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeoutMs);
  try {
    return await pool.run(task, { signal: controller.signal });
  } catch (error) {
    if (controller.signal.aborted) return { ok: false, reason: "time_limit" };
    const code = error instanceof Error && "code" in error ? error.code : null;
    return { ok: false, reason: code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory_limit" : "internal" };
  } finally {
    clearTimeout(timer);
  }
}
