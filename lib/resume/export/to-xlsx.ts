import "server-only";
import writeXlsxFile, { type SheetData } from "write-excel-file/node";
import { AppError } from "@/lib/errors";
import { type TableColumn, withoutFormula } from "@/lib/resume/export/table-columns";
import type { ExportRow } from "./export-rows";

/** A workbook is built in memory. */
const mostRows = 10_000;

/** @throws too_large for more than 10,000 rows */
export async function toXlsx(columns: TableColumn[], parts: AsyncIterable<ExportRow[]>): Promise<Buffer> {
  const data: SheetData = [columns.map(({ title }) => ({ value: title, fontWeight: "bold" as const }))];
  for await (const rows of parts) {
    if (data.length + rows.length > mostRows + 1)
      throw new AppError("too_large", "export_too_large", { values: { most: mostRows } });
    data.push(...rows.map((row) => columns.map(({ read }) => toCell(read(row)))));
  }
  const options = { columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 };
  return writeXlsxFile(data, options).toBuffer();
}

function toCell(value: string | number | null) {
  if (value === null) return null;
  return typeof value === "number" ? { value, type: Number } : { value: withoutFormula(value), type: String };
}
