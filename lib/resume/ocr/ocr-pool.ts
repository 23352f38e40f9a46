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
  const pool = createProcessPool({ timeoutMs: 60_000, heapMegabytes: 256, maxMegabytes: 512, ...options });
  return {
    read: (task) => pool.run<OcrOutcome>("read", task),
    draw: (task) => pool.run<PictureOutcome>("draw", task, "urgent"),
    shrink: (task) => pool.run<ShrinkOutcome>("shrink", task, "urgent"),
    close: () => pool.close(),
  };
}
