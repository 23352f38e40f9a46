import type { ParseOutcome } from "../parsing/parse-tasks";

/** Pages that OCR has to read before the file is read to its end; none for a file with text of its own. */
export function findScannedPages(parsed: ParseOutcome): number[] {
  if (!parsed.ok) return parsed.scannedPages ?? [];
  return parsed.document.pages.flatMap(({ needsOcr }, index) => (needsOcr ? [index] : []));
}
