import "server-only";
import writeXlsxFile, { type SheetData } from "write-excel-file/node";
import type { ReportCell, ReportContent } from "@/lib/report/blocks";
import { withoutFormula } from "@/lib/resume/export/table-columns";

/** The tables of a report as a workbook, below what explains them: numbers as numbers, and no text that is a formula. */
export function toWorkbook({ blocks }: ReportContent): Promise<Buffer> {
  const data: SheetData = blocks.flatMap((block): SheetData => {
    if (block.type === "table")
      return [
        block.columns.map(({ title }) => ({ value: withoutFormula(title), fontWeight: "bold" as const, wrap: true })),
        ...block.rows.map((row) => row.map(toCell)),
      ];
    if (block.type === "list") return block.items.map((item) => [toCell(item)]);
    return "text" in block ? [[toCell(block.text)]] : [];
  });
  const widths = blocks.flatMap((block) => (block.type === "table" ? [block.columns] : []))[0] ?? [];
  return writeXlsxFile(data, { columns: widths.map(({ share }) => ({ width: Math.max(6, share * 8) })) }).toBuffer();
}

function toCell(value: ReportCell) {
  return typeof value === "number" ? { value, type: Number } : { value: withoutFormula(value), type: String };
}
