import type { PendingFile } from "@/components/import/import-provider";
import { isOpen } from "@/lib/resume/queries";
import type { ImportItem } from "@/lib/resume/schema";

/** What an import comes to. A ZIP counts while it is being unpacked or when that failed; then its files do. */
export function countLines(items: ImportItem[], pending: PendingFile[]) {
  const files = items.filter(({ outcome }) => outcome !== "unpacked");
  const lost = pending.filter(({ failure }) => failure !== null).length;
  const open = files.filter(isOpen).length + pending.length - lost;
  const total = files.length + pending.length;
  return {
    ...{ open, total, lost, finished: total - open },
    stored: files.filter(({ state, duplicateOf }) => state === "COMPLETED" && !duplicateOf).length,
    duplicates: files.filter(({ duplicateOf }) => duplicateOf).length,
    unreadable: files.filter(
      ({ outcome, state, duplicateOf }) => !duplicateOf && (outcome === "refused" || state === "FAILED"),
    ).length,
  };
}
