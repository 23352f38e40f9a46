import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { fixZipTimes } from "./zip-times";

const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
export const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};
export const contentWidth = 9360;

/** A Word file of these parts, the same bytes whenever it is made. */
export async function makeDocx(children: FileChild[]): Promise<Buffer> {
  const document = new Document({ sections: [{ children }] });
  const core = { path: "docProps/core.xml", data: coreProperties };
  return fixZipTimes(await Packer.toBuffer(document, false, [core]));
}

/** Instead of those with the time of day in them. */
export const coreProperties =
  '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>Hireglass</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2026-11-01T00:00:00Z</dcterms:created></cp:coreProperties>';

type Look = { isBold?: boolean; size?: number; isCentred?: boolean; after?: number };

export function line(text: string, { isBold = false, size = 10.5, isCentred = false, after = 40 }: Look = {}) {
  return new Paragraph({
    alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { after },
    children: [new TextRun({ text, bold: isBold, size: size * 2, font: "Microsoft YaHei" })],
  });
}

export function headingLine(text: string) {
  return new Paragraph({
    spacing: { before: 160, after: 60 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: "888888", space: 1 } },
    children: [new TextRun({ text, bold: true, size: 24, font: "Microsoft YaHei" })],
  });
}

/** Cells side by side; widths in twentieths of a point. */
export function table(
  rows: (string | FileChild[])[][],
  { widths, borders }: { widths: number[]; borders?: typeof noBorders },
) {
  return new Table({
    width: { size: contentWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders,
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map(
            (cell, index) =>
              new TableCell({
                width: { size: widths[index] ?? 2000, type: WidthType.DXA },
                columnSpan: cells.length === 1 ? widths.length : undefined,
                children: typeof cell === "string" ? [line(cell)] : cell.filter((part) => part instanceof Paragraph),
              }),
          ),
        }),
    ),
  });
}
