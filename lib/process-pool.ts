import { type ChildProcess, fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { flushCompileCache } from "node:module";
import { isNamed } from "./errors";

export type PoolOptions = {
  /** Path of the bundled worker, which ends in a call of `serveTasks`. */
  workerFile: string;
  processes: number;
  timeoutMs: number;
  /** Of JavaScript's own; pixels and files lie outside. */
  heapMegabytes: number;
  /** Of the whole process. Watched where the system tells, which is on Linux. */
  maxMegabytes: number;
  env?: Record<string, string>;
  nodeOptions?: string[];
  /** Tasks that may wait, and patient ones; a further one is refused with QueueFullError. */
  maxQueue?: number;
  /** Processes that stay when there is nothing to do; the others end after `idleMs`. */
  kept?: number;
  idleMs?: number;
};

export type ProcessFailure = { ok: false; reason: "time_limit" | "memory_limit" | "internal" };

export type ProcessPool = {
  /** Runs the task of that name: an urgent one before all that wait, a patient one behind them. */
  run<Outcome>(task: string, input: object, turn?: "urgent" | "patient"): Promise<Outcome | ProcessFailure>;
  close(): Promise<void>;
};

/** Too many tasks are waiting. The caller keeps the file and comes back. */
export class QueueFullError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isNamed(value, "QueueFullError");
  }

  constructor() {
    super("The queue is full");
    this.name = "QueueFullError";
  }
}

const usualQueue = 1000;

type Job = { message: TaskMessage; isRepeated?: boolean; finish: (outcome: unknown) => void };
type Running = Job & { stopWatching: () => void };
type Worker = { process: ChildProcess; isUsed: boolean; job: Running | null; idle: NodeJS.Timeout | null };
type TaskMessage = { task: string; input: object };

/**
 * Runs tasks on strangers' files in processes of its own. A task over its time or memory, or one that crashes a
 * decoder, loses its own process only. Threads do not do: a single allocation beyond the heap ends the whole server,
 * and native code and WebAssembly are outside a thread's limits.
 */
export function createProcessPool(options: PoolOptions): ProcessPool {
  const { workerFile, processes, timeoutMs, heapMegabytes, maxMegabytes } = options;
  const { maxQueue = usualQueue, kept = 0, idleMs = 30_000, env = {}, nodeOptions = [] } = options;
  const waiting: Job[] = [];
  const patient: Job[] = [];
  const workers = new Set<Worker>();
  let isClosed = false;

  function next() {
    if (waiting.length + patient.length === 0) return;
    const free = [...workers].find(({ job }) => job === null) ?? (workers.size < processes ? start() : null);
    const job = free && (waiting.shift() ?? patient.shift());
    if (job) begin(free, job);
  }

  function start(): Worker {
    const process = fork(workerFile, {
      serialization: "advanced",
      // It decodes strangers' files: no secret of the server's is in its reach.
      env: { NODE_ENV: "production", ...compileCache(), ...env },
      execArgv: [`--max-old-space-size=${heapMegabytes}`, ...nodeOptions],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const worker: Worker = { process, isUsed: false, job: null, idle: null };
    workers.add(worker);
    process.on("message", (outcome) => settle(worker, outcome));
    process.on("error", () => end(worker, "internal"));
    // V8 ends a process without room for its heap by SIGABRT, which Windows tells as code 134.
    process.on("exit", (code, signal) =>
      end(worker, signal === "SIGABRT" || code === 134 ? "memory_limit" : "internal"),
    );
    return worker;
  }

  function begin(worker: Worker, job: Job) {
    if (worker.idle) clearTimeout(worker.idle);
    const late = setTimeout(() => end(worker, "time_limit"), timeoutMs);
    const watch = setInterval(async () => {
      if ((await residentMegabytes(worker.process.pid)) > maxMegabytes) end(worker, "memory_limit");
    }, 200);
    const stopWatching = () => {
      clearTimeout(late);
      clearInterval(watch);
    };
    worker.job = { ...job, stopWatching };
    worker.process.send(job.message, (error) => error && end(worker, "internal"));
  }

  function settle(worker: Worker, outcome: unknown) {
    const { job } = worker;
    worker.job = null;
    worker.isUsed = true;
    worker.idle = setTimeout(() => workers.size > kept && end(worker, "internal"), idleMs);
    worker.idle.unref();
    job?.stopWatching();
    job?.finish(outcome);
    next();
  }

  /** Also for a worker that has ended by itself. */
  function end(worker: Worker, reason: ProcessFailure["reason"]) {
    if (!workers.delete(worker)) return;
    if (worker.idle) clearTimeout(worker.idle);
    worker.process.kill("SIGKILL");
    worker.job?.stopWatching();
    if (worker.job) giveUp(worker, worker.job, reason);
    next();
  }

  /** What earlier tasks left behind may have filled the memory: a new process tries once more. */
  function giveUp(worker: Worker, job: Job, reason: ProcessFailure["reason"]) {
    const isBlameless = reason === "memory_limit" && worker.isUsed && !job.isRepeated && !isClosed;
    if (isBlameless) waiting.unshift({ ...job, isRepeated: true });
    else job.finish({ ok: false, reason });
  }

  return {
    run(task, input, turn) {
      const queue = turn === "patient" ? patient : waiting;
      if (isClosed) return Promise.resolve({ ok: false, reason: "internal" });
      const isBusy = workers.size >= processes && [...workers].every(({ job }) => job !== null);
      if (isBusy && queue.length >= maxQueue) return Promise.reject(new QueueFullError());
      return new Promise<never>((resolve) => {
        const job: Job = { message: { task, input }, finish: (outcome) => resolve(outcome as never) };
        if (turn === "urgent") queue.unshift(job);
        else queue.push(job);
        next();
      });
    },
    async close() {
      isClosed = true;
      for (const { finish } of [...waiting.splice(0), ...patient.splice(0)]) finish({ ok: false, reason: "internal" });
      for (const worker of [...workers]) end(worker, "internal");
    },
  };
}

function compileCache(): Record<string, string> {
  const folder = process.env.NODE_COMPILE_CACHE;
  return folder ? { NODE_COMPILE_CACHE: folder } : {};
}

/** 0 where the system does not tell. */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  const pages = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => null);
  return pages === null ? 0 : (Number(pages.split(" ")[1]) * 4096) / 2 ** 20;
}

/** The other side, in the worker: one task at a time, by its name. */
export function serveTasks(tasks: Record<string, (input: never) => Promise<unknown>>) {
  let isFirst = true;
  process.on("message", ({ task, input }: TaskMessage) => {
    const run = tasks[task];
    const answer = run ? run(input as never) : Promise.reject(new Error(`No task ${task}`));
    // What a task does not foresee ends its process; the pool says so.
    void answer.then(
      (outcome) => {
        process.send?.(outcome);
        // Once: what is loaded by now is what every process of this kind loads. The pool ends it without a warning.
        if (isFirst) flushCompileCache();
        isFirst = false;
        // Pixels are outside the heap, where nothing hurries to give them back before the next task's come.
        globalThis.gc?.();
      },
      () => process.exit(1),
    );
  });
  // The server is gone: nobody waits.
  process.on("disconnect", () => process.exit());
  // Ctrl-C reaches the whole group; the server ends us when it has drained.
  process.on("SIGINT", () => undefined);
}
