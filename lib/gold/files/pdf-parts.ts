import { type Column, type Pdf, pageHeight, pageWidth, write } from "../../demo/files/pdf-page";
import type { Entry, Row, Section, Sheet } from "../writing/sheet";

export type Style = {
  size: number;
  colour: string;
  /** Points between the letters of headings. */
  spacing?: number;
  hasRule?: boolean;
  isCentred?: boolean;
  /** Room between entries. */
  gap?: number;
};

export const margin = 50;
export const fullColumn = (): Column => ({ x: margin, width: pageWidth - 2 * margin, y: 48 });

export function drawSections(pdf: Pdf, column: Column, sheet: Sheet, sections: Section[], style: Style) {
  for (const section of sections) {
    drawHeading(pdf, column, section.heading, style);
    drawLines(pdf, column, section, style);
    for (const entry of section.entries) drawEntry(pdf, column, sheet, entry, style);
    column.y += style.gap ?? 6;
  }
}

export function drawHeading(pdf: Pdf, column: Column, heading: string, style: Style) {
  const { size, colour, spacing = 0, hasRule = false, isCentred = false } = style;
  // Not alone at the foot of a page.
  if (column.y > pageHeight - 100) turnPage(pdf, column);
  pdf
    .font("bold")
    .fontSize(size + 2.5)
    .fillColor(colour);
  pdf.text(heading, column.x, column.y, {
    width: column.width,
    characterSpacing: spacing,
    align: isCentred ? "center" : "left",
  });
  column.y += size * 1.9;
  if (!hasRule) return;
  pdf
    .moveTo(column.x, column.y)
    .lineTo(column.x + column.width, column.y)
    .lineWidth(0.6)
    .stroke(colour);
  column.y += 4;
}

/** The lines of a section without entries. Skills stand as a list when there are many of them. */
export function drawLines(pdf: Pdf, column: Column, { lines, kind }: Section, { size }: Style) {
  const isList = lines.length > 2 && kind !== "references";
  for (const line of lines) write(pdf, column, isList ? `• ${line}` : line, { size });
}

export function drawEntry(pdf: Pdf, column: Column, sheet: Sheet, { rows, lines }: Entry, style: Style) {
  for (const row of rows) drawRow(pdf, column, row, style);
  drawDuties(pdf, column, sheet, lines, style);
  column.y += style.gap ?? 4;
}

export function drawDuties(pdf: Pdf, column: Column, sheet: Sheet, lines: string[], { size }: Style) {
  for (const [index, line] of lines.entries())
    write(pdf, column, `${sheet.bullet === "1" ? `${index + 1}. ` : sheet.bullet}${line}`, { size, gap: 2 });
}

/** The right part at the right edge, on a line of its own where both do not fit. */
export function drawRow(pdf: Pdf, column: Column, { left, right, bold }: Row, { size }: Style) {
  pdf.font("regular").fontSize(size);
  const rightWidth = right ? pdf.widthOfString(right) + 2 : 0;
  pdf.font("bold").fontSize(size);
  const isTight = right !== undefined && pdf.widthOfString(left) + rightWidth + 10 > column.width;
  if (column.y + size * 3 > pageHeight - 44) turnPage(pdf, column);
  const top = column.y;
  const room = right && !isTight ? column.width - rightWidth - 8 : column.width;
  drawLeft(pdf, { ...column, width: room }, left, bold, size);
  column.y = pdf.y + 3;
  if (!right) return;
  pdf.font("regular").fontSize(size).fillColor("#555555");
  if (isTight) write(pdf, column, right, { size, colour: "#555555" });
  else pdf.text(right, column.x + column.width - rightWidth, top, { lineBreak: false });
}

function drawLeft(pdf: Pdf, { x, y, width }: Column, left: string, bold: number, size: number) {
  const isMixed = bold > 0 && bold < left.length;
  pdf.fontSize(size).fillColor("#222222");
  if (isMixed) {
    pdf.font("bold").text(left.slice(0, bold), x, y, { width, lineGap: 2, continued: true });
    pdf.font("regular").text(left.slice(bold), { width, lineGap: 2 });
  } else {
    pdf.font(bold > 0 ? "bold" : "regular").text(left, x, y, { width, lineGap: 2 });
  }
}

export function turnPage(pdf: Pdf, column: Column) {
  pdf.addPage();
  column.y = 44;
}

/** What stands at the foot of every page, and a page's number. */
export function drawFooters(pdf: Pdf, { footer }: Sheet) {
  if (!footer) return;
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page);
    pdf.font("regular").fontSize(8).fillColor("#888888");
    pdf.text(footer(page + 1, count), margin, pageHeight - 30, { lineBreak: false });
  }
}

/** The frame for a photograph that nobody pasted in. */
export function drawPhoto(pdf: Pdf, { caption }: Sheet) {
  if (!caption) return;
  pdf
    .rect(pageWidth - 120, 40, 70, 90)
    .lineWidth(0.6)
    .stroke("#999999");
  pdf
    .font("regular")
    .fontSize(9)
    .fillColor("#999999")
    .text(caption, pageWidth - 100, 80, { lineBreak: false });
}
