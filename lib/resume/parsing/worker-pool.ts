import { createProcessPool } from "../../process-pool";
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
} from "./parse-tasks";

type PoolOptions = {
  /** Path of the bundled parse-worker. */
  workerFile: string;
  processes: number;
  timeoutMs?: number;
  heapMegabytes?: number;
  maxMegabytes?: number;
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

/** Reads files in processes of their own, the one impure file of this folder. */
export function createParsePool(options: PoolOptions): ParsePool {
  const pool = createProcessPool({
    timeoutMs: 15_000,
    heapMegabytes: 384,
    maxMegabytes: 512,
    kept: 1,
    idleMs: 60_000,
    ...options,
  });
  return {
    parse: (task) => pool.run<ParseOutcome>("parse", task),
    read: (task) => pool.run<ReadOutcome>("read", task),
    extract: (task) => pool.run<ExtractOutcome>("extract", task),
    toHtml: (task) => pool.run<HtmlOutcome>("toHtml", task),
    findPhoto: (task, { isPatient } = { isPatient: false }) =>
      pool.run<PhotoOutcome>("findPhoto", task, isPatient ? "patient" : undefined),
    close: () => pool.close(),
  };
}
