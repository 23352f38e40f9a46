import "server-only";
import { QueueFullError } from "@/lib/process-pool";
import { parseWithOcr } from "@/lib/resume/ocr/parse-with-ocr";
import { serviceOcrPool } from "@/lib/resume/ocr-pool";
import { servicePool } from "@/lib/resume/parse-pool";
import type { ParseOutcome, ParseTask } from "@/lib/resume/parsing/parse-tasks";

/** Scans at once, the one that is read among them; each page takes seconds. */
const mostScans = 4;
const mostScannedPages = 5;
let scans = 0;

/**
 * Reads a file while somebody waits, apart from the queue of imports.
 *
 * @throws QueueFullError when too many wait already
 */
export async function parseAtOnce(task: ParseTask): Promise<ParseOutcome> {
  let isScan = false;
  const ocrPool = () => {
    if (!isScan && scans >= mostScans) throw new QueueFullError();
    if (!isScan) scans += 1;
    isScan = true;
    return serviceOcrPool();
  };
  try {
    return await parseWithOcr({ parsePool: servicePool(), ocrPool }, task, mostScannedPages);
  } finally {
    if (isScan) scans -= 1;
  }
}
