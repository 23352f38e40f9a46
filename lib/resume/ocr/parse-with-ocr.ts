import type { ParseOutcome, ParseTask } from "../parsing/parse-tasks";
import type { ParsePool } from "../parsing/worker-pool";
import type { OcrPool } from "./ocr-pool";
import { findScannedPages } from "./scanned-pages";

type Pools = { parsePool: ParsePool; ocrPool: () => OcrPool };

/**
 * Parses a file at once, with OCR for the pages that need it, one after the other: for callers who wait. Pages beyond
 * `mostPages` stay unread, and the document says so.
 */
export async function parseWithOcr(
  { parsePool, ocrPool }: Pools,
  task: ParseTask,
  mostPages = Number.POSITIVE_INFINITY,
): Promise<ParseOutcome> {
  const parsed = await parsePool.parse(task);
  const ocr: NonNullable<ParseTask["ocr"]> = [];
  for (const page of findScannedPages(parsed).slice(0, mostPages)) {
    const read = await ocrPool().read({ bytes: task.bytes, fileName: task.fileName, page });
    ocr.push([page, read.ok ? read.page : null]);
  }
  return ocr.length > 0 ? parsePool.parse({ ...task, ocr }) : parsed;
}
