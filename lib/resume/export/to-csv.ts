import { type TableColumn, withoutFormula } from "@/lib/resume/export/table-columns";
import type { ExportRow } from "./export-rows";

/** RFC 4180 with a byte order mark, without which Excel shows Chinese as noise. */
export async function* toCsv(columns: TableColumn[], parts: AsyncIterable<ExportRow[]>): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(columns.map(({ title }) => title))}`;
  for await (const rows of parts) {
    yield rows.map((row) => csvLine(columns.map(({ read }) => read(row)))).join("");
  }
}

/** One line of RFC 4180, with no text that a spreadsheet takes for a formula. */
export function csvLine(values: (string | number | null)[]): string {
  return `${values.map(cell).join(",")}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = withoutFormula(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
