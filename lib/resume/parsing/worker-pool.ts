import { Piscina } from "piscina";
import type { UnreadableReason } from "../document";
import type {
  ExtractOutcome,
  ExtractTask,
  HtmlOutcome,
  ParseOutcome,
  ParseTask,
  PhotoOutcome,
  PhotoTask,
  ReadOutcome,
  ReadTask,
} from "./parse-worker";

type PoolOptions = {
  /** Path of the bundled parse-worker. */
  workerFile: string;
  threads: number;
  timeoutMs?: number;
  maxOldGenerationSizeMb?: number;
  /** Tasks that may wait; a further one is refused with QueueFullError. */
  maxQueue?: number;
};

export type ParsePool = {
  parse(task: ParseTask): Promise<ParseOutcome>;
  /** Text only, within the same limits. */
  read(task: ReadTask): Promise<ReadOutcome>;
  /** The fields of a text that was read before, within the same limits. */
  extract(task: ExtractTask): Promise<ExtractOutcome>;
  /** A Word file as HTML, within the same limits. */
  toHtml(task: ReadTask): Promise<HtmlOutcome>;
  /** The person's photo in the file, within the same limits; when nobody waits for it, behind everything else. */
  findPhoto(task: PhotoTask, options?: { isPatient: boolean }): Promise<PhotoOutcome>;
  close(): Promise<void>;
};

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
  const patient: (() => void)[] = [];
  let running = 0;
  async function inTurn<T>(run: () => Promise<T>, queue = waiting): Promise<T> {
    // Own queue: the clock must start with the work, and piscina does not say when a task leaves its queue.
    if (running >= threads) {
      if (maxQueue !== undefined && queue.length >= maxQueue) throw new QueueFullError();
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await run();
    } finally {
      const next = waiting.shift() ?? patient.shift();
      if (next) next();
      else running -= 1;
    }
  }
  return {
    parse: (task) => inTurn(() => runTask<ParseOutcome>(pool, task, { timeoutMs })),
    read: (task) => inTurn(() => runTask<ReadOutcome>(pool, task, { timeoutMs, name: "readTask" })),
    extract: (task) => inTurn(() => runTask<ExtractOutcome>(pool, task, { timeoutMs, name: "extractTask" })),
    toHtml: (task) => inTurn(() => runTask<HtmlOutcome>(pool, task, { timeoutMs, name: "htmlTask" })),
    findPhoto: (task, { isPatient } = { isPatient: false }) => {
      const run = () => runTask<PhotoOutcome>(pool, task, { timeoutMs, name: "photoTask" });
      return inTurn(run, isPatient ? patient : waiting);
    },
    close: () => pool.destroy(),
  };
}

type Failure = { ok: false; reason: UnreadableReason };

async function runTask<T>(
  pool: Piscina,
  task: ReadTask | ExtractTask,
  { timeoutMs, name }: { timeoutMs: number; name?: string },
): Promise<T | Failure> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeoutMs);
  try {
    return await pool.run(task, { signal: controller.signal, name });
  } catch (error) {
    if (controller.signal.aborted) return { ok: false, reason: "time_limit" };
    const code = error instanceof Error && "code" in error ? error.code : null;
    return { ok: false, reason: code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory_limit" : "internal" };
  } finally {
    clearTimeout(timer);
  }
}
