import "server-only";
import type { ReportContent } from "@/lib/report/blocks";
import { csvLine } from "@/lib/resume/export/to-csv";

/** The tables of a report, one below the other, with an empty line between: numbers as numbers, and no formula. */
export function toCsvTables({ blocks }: ReportContent): string {
  const tables = blocks.flatMap((block) => (block.type === "table" ? [block] : []));
  const written = tables.map(({ columns, rows }) => [columns.map(({ title }) => title), ...rows].map(csvLine).join(""));
  return `\uFEFF${written.join("\r\n")}`;
}
