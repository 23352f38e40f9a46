import "server-only";
import type { ReportBlock } from "@/lib/report/blocks";
import type { tableFormats } from "@/lib/report/tables/kinds";
import { toCsvTables } from "@/lib/report/to-csv";
import { toWorkbook } from "@/lib/report/to-workbook";

export type TableFormat = (typeof tableFormats)[number];

/** Tables as a file to work on, named by what they are and the day. */
export async function writeTables(name: string, blocks: ReportBlock[], format: TableFormat) {
  const content = { blocks, footer: "" };
  const body = format === "csv" ? toCsvTables(content) : await toWorkbook(content);
  return { fileName: `${name}-${new Date().toISOString().slice(0, 10)}.${format}`, format, body };
}
