import { availableParallelism } from "node:os";
import { createProcessPool, type ProcessFailure } from "../../process-pool";
import type { OcrOutcome, OcrTask, PictureOutcome, ShrinkOutcome } from "./ocr-tasks";

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
  read(task: OcrTask): Promise<OcrOutcome | ProcessFailure>;
  /** A page as PNG, before any page that waits to be read. */
  draw(task: OcrTask): Promise<PictureOutcome | ProcessFailure>;
  /** A page as a small JPEG, before any page that waits to be read. */
  shrink(task: OcrTask): Promise<ShrinkOutcome | ProcessFailure>;
  close(): Promise<void>;
};

/** Reads pages in processes of its own, so that neither requests nor the reading of other files wait for OCR. */
export function createOcrPool(options: PoolOptions): OcrPool {
  const pool = createProcessPool({
    ...{ timeoutMs: 60_000, heapMegabytes: 256, maxMegabytes: 512 },
    // With these, glibc gives back at once the large pieces of memory that pictures and networks take, which it would
    // keep for later.
    env: {
      ...{ MALLOC_ARENA_MAX: "1", MALLOC_MMAP_THRESHOLD_: "8000000" },
      OCR_THREADS: String(threadsOf(options.processes)),
    },
    // What is left over of a page goes soon, not when there is much of it.
    nodeOptions: ["--max-semi-space-size=4", "--expose-gc"],
    ...options,
  });
  return {
    read: (task) => pool.run<OcrOutcome>("read", task),
    draw: (task) => pool.run<PictureOutcome>("draw", task, "urgent"),
    shrink: (task) => pool.run<ShrinkOutcome>("shrink", task, "urgent"),
    close: () => pool.close(),
  };
}

/** More than four gain little: a page is many small pictures, one after the other. */
const mostThreads = 4;

/** Processors that one process computes with, when all of them read. */
function threadsOf(processes: number): number {
  return Math.max(1, Math.min(mostThreads, Math.floor(availableParallelism() / processes)));
}
