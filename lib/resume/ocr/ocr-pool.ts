import { type ChildProcess, fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import type { UnreadableReason } from "../document";
import type { OcrMessage, OcrOutcome, OcrTask, PictureOutcome } from "./ocr-worker";

type PoolOptions = {
  /** Path of the bundled ocr-worker. */
  workerFile: string;
  processes: number;
  timeoutMs?: number;
  maxMegabytes?: number;
  idleMs?: number;
};

export type OcrPool = {
  /** What a page says. */
  read(task: OcrTask): Promise<OcrOutcome>;
  /** A page as PNG, before any page that waits to be read. */
  draw(task: OcrTask): Promise<PictureOutcome>;
  close(): Promise<void>;
};

type Failure = { ok: false; reason: UnreadableReason };
type Outcome = OcrOutcome | PictureOutcome;
type Job = { message: OcrMessage; finish: (outcome: Outcome) => void };
type Worker = { process: ChildProcess; job: Job | null; idle: NodeJS.Timeout | null };

/**
 * Reads pages in processes of its own, so that neither requests nor the reading of other files wait for OCR. A page
 * over its time or memory, or one that crashes a decoder, loses its own process only. An idle process ends.
 */
export function createOcrPool(options: PoolOptions): OcrPool {
  const { workerFile, processes, timeoutMs = 60_000, maxMegabytes = 512, idleMs = 30_000 } = options;
  const waiting: Job[] = [];
  const workers = new Set<Worker>();
  let isClosed = false;

  function next() {
    if (waiting.length === 0) return;
    const free = [...workers].find(({ job }) => job === null) ?? (workers.size < processes ? start() : null);
    const job = free && waiting.shift();
    if (job) run(free, job);
  }

  function start(): Worker {
    const process = fork(workerFile, {
      serialization: "advanced",
      // It decodes strangers' files: no secret of the server's is in its reach. With these, glibc gives back at once
      // the large pieces of memory that pictures and networks take, which it would keep for later.
      env: { NODE_ENV: "production", MALLOC_ARENA_MAX: "1", MALLOC_MMAP_THRESHOLD_: "8000000" },
      // What is left over of a page goes soon, not when there is much of it.
      execArgv: ["--max-old-space-size=256", "--max-semi-space-size=4", "--expose-gc"],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const worker: Worker = { process, job: null, idle: null };
    workers.add(worker);
    process.on("message", (outcome: Outcome) => settle(worker, outcome));
    process.on("error", () => end(worker, "internal"));
    process.on("exit", () => end(worker, "internal"));
    return worker;
  }

  function run(worker: Worker, job: Job) {
    if (worker.idle) clearTimeout(worker.idle);
    const late = setTimeout(() => end(worker, "time_limit"), timeoutMs);
    const watch = setInterval(async () => {
      if (((await residentMegabytes(worker.process.pid)) ?? 0) > maxMegabytes) end(worker, "memory_limit");
    }, 200);
    worker.job = {
      ...job,
      finish(outcome) {
        clearTimeout(late);
        clearInterval(watch);
        job.finish(outcome);
      },
    };
    worker.process.send(job.message, (error) => error && end(worker, "internal"));
  }

  function settle(worker: Worker, outcome: Outcome) {
    const { job } = worker;
    worker.job = null;
    worker.idle = setTimeout(() => end(worker, "internal"), idleMs);
    worker.idle.unref();
    job?.finish(outcome);
    next();
  }

  /** Also for a worker that has ended by itself. */
  function end(worker: Worker, reason: Failure["reason"]) {
    if (!workers.delete(worker)) return;
    if (worker.idle) clearTimeout(worker.idle);
    worker.process.kill("SIGKILL");
    worker.job?.finish({ ok: false, reason });
    next();
  }

  function enqueue<T extends Outcome>(message: OcrMessage): Promise<T | Failure> {
    if (isClosed) return Promise.resolve({ ok: false, reason: "internal" });
    return new Promise((resolve) => {
      const job: Job = { message, finish: (outcome) => resolve(outcome as T | Failure) };
      if (message.task === "draw") waiting.unshift(job);
      else waiting.push(job);
      next();
    });
  }

  return {
    read: (task) => enqueue<OcrOutcome>({ ...task, task: "read" }),
    draw: (task) => enqueue<PictureOutcome>({ ...task, task: "draw" }),
    async close() {
      isClosed = true;
      for (const { finish } of waiting.splice(0)) finish({ ok: false, reason: "internal" });
      for (const worker of [...workers]) end(worker, "internal");
    },
  };
}

/** Null where the system does not tell, which is everywhere but on Linux. */
async function residentMegabytes(pid: number | undefined): Promise<number | null> {
  const pages = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => null);
  return pages === null ? null : (Number(pages.split(" ")[1]) * 4096) / 2 ** 20;
}
