import { drawPdf, type Pdf, pageHeight, pageWidth, write } from "../../demo/files/pdf-page";
import { factLine, factText, type Sheet } from "../writing/sheet";
import { drawFooters, drawPhoto, drawSections, fullColumn, margin, type Style } from "./pdf-parts";

const main = (sheet: Sheet) => sheet.sections.filter(({ isSide }) => !isSide);
const side = (sheet: Sheet) => sheet.sections.filter(({ isSide }) => isSide);
/** Contacts speak for themselves; what else there is keeps its label. */
const values = (sheet: Sheet, between: string) =>
  sheet.facts.map((fact) => (fact.kind === "other" ? factText(sheet, fact) : fact.value)).join(between);

/** Draws a resume, then what stands on every page. */
export function page(sheet: Sheet, draw: (pdf: Pdf) => void): Promise<Buffer> {
  return drawPdf((pdf) => {
    draw(pdf);
    drawFooters(pdf, sheet);
  });
}

export const pdfLayouts = {
  oneColumn: (sheet: Sheet) =>
    page(sheet, (pdf) => {
      const column = fullColumn();
      const header = { ...column, width: column.width - (sheet.caption ? 90 : 0) };
      write(pdf, header, sheet.name, { size: 20, isBold: true });
      if (sheet.headline) write(pdf, header, sheet.headline, { size: 11, colour: "#555555" });
      write(pdf, header, factLine(sheet, " | "), { size: 9.5, gap: 8 });
      drawPhoto(pdf, sheet);
      column.y = sheet.caption ? Math.max(header.y, 138) : header.y;
      drawSections(pdf, column, sheet, sheet.sections, { size: 10, colour: "#1f3a5f", hasRule: true });
    }),

  centred: (sheet: Sheet) =>
    page(sheet, (pdf) => {
      const column = fullColumn();
      write(pdf, column, sheet.name, { size: 22, isBold: true, align: "center" });
      if (sheet.headline) write(pdf, column, sheet.headline, { size: 11, align: "center" });
      write(pdf, column, factLine(sheet, "  ·  "), { size: 9.5, align: "center", gap: 10 });
      const style: Style = { size: 10, colour: "#333333", hasRule: true, isCentred: true };
      drawSections(pdf, column, sheet, sheet.sections, style);
    }),

  leftSidebar: (sheet: Sheet) =>
    page(sheet, (pdf) => {
      pdf.rect(0, 0, 186, pageHeight).fill("#e9eef2");
      const narrow = { x: 24, width: 144, y: 56 };
      for (const fact of sheet.facts) write(pdf, narrow, factText(sheet, fact), { size: 9 });
      narrow.y += 8;
      drawSections(pdf, narrow, sheet, side(sheet), { size: 9, colour: "#14595c" });
      pdf.switchToPage(0);
      const wide = { x: 206, width: pageWidth - 240, y: 48 };
      write(pdf, wide, sheet.name, { size: 22, isBold: true });
      if (sheet.headline) write(pdf, wide, sheet.headline, { size: 11, colour: "#14595c" });
      drawSections(pdf, wide, sheet, main(sheet), { size: 10, colour: "#14595c" });
    }),

  rightSidebar: (sheet: Sheet) =>
    page(sheet, (pdf) => {
      const header = { x: 44, width: pageWidth - 88, y: 44 };
      write(pdf, header, sheet.name, { size: 20, isBold: true });
      write(pdf, header, factLine(sheet, " | "), { size: 9.5, colour: "#555555", gap: 8 });
      const top = header.y + 8;
      drawSections(pdf, { x: 44, width: 336, y: top }, sheet, main(sheet), { size: 9.5, colour: "#7a3b1d" });
      pdf.switchToPage(0);
      const narrow = { x: 408, width: pageWidth - 446, y: top };
      drawSections(pdf, narrow, sheet, side(sheet), { size: 9, colour: "#7a3b1d" });
    }),

  /** Two columns of one width: the jobs left, everything else right. */
  twoColumns: (sheet: Sheet) =>
    page(sheet, (pdf) => {
      const header = fullColumn();
      write(pdf, header, sheet.name, { size: 21, isBold: true });
      write(pdf, header, values(sheet, "   "), { size: 9, gap: 8 });
      const style: Style = { size: 9, colour: "#333366", hasRule: true };
      const width = (pageWidth - 2 * margin - 26) / 2;
      const isLeft = (kind: string) => kind === "work" || kind === "internship" || kind === "summary";
      const left = { x: margin, width, y: header.y };
      drawSections(
        pdf,
        left,
        sheet,
        sheet.sections.filter(({ kind }) => isLeft(kind)),
        style,
      );
      pdf.switchToPage(0);
      const right = { x: margin + width + 26, width, y: header.y };
      drawSections(
        pdf,
        right,
        sheet,
        sheet.sections.filter(({ kind }) => !isLeft(kind)),
        style,
      );
    }),

  dense: (sheet: Sheet) =>
    page(sheet, (pdf) => {
      const column = { x: 30, width: pageWidth - 60, y: 28 };
      write(pdf, column, sheet.name, { size: 14, isBold: true, gap: 1 });
      write(pdf, column, factLine(sheet, " / "), { size: 8, gap: 2 });
      drawSections(pdf, column, sheet, sheet.sections, { size: 8, colour: "#000000", gap: 1 });
    }),

  spacedHeadings: (sheet: Sheet) =>
    page(sheet, (pdf) => {
      const column = fullColumn();
      pdf.font("bold").fontSize(22).fillColor("#222222");
      pdf.text(sheet.name, column.x, column.y, { characterSpacing: 4 });
      column.y += 34;
      write(pdf, column, factLine(sheet, "   "), { size: 9.5, gap: 10 });
      drawSections(pdf, column, sheet, sheet.sections, { size: 10, colour: "#444444", spacing: 5 });
    }),

  /** Large letters over several pages, the name again on top of each. */
  manyPages: (sheet: Sheet) =>
    drawPdf((pdf) => {
      const column = { ...fullColumn(), y: 70 };
      write(pdf, column, sheet.name, { size: 24, isBold: true });
      for (const fact of sheet.facts) write(pdf, column, factText(sheet, fact), { size: 12 });
      drawSections(pdf, column, sheet, sheet.sections, { size: 13.5, colour: "#222222", gap: 14 });
      const { count } = pdf.bufferedPageRange();
      for (let number = 0; number < count; number += 1) {
        pdf.switchToPage(number);
        pdf.font("regular").fontSize(8).fillColor("#888888");
        if (number > 0)
          pdf.text(`${sheet.name} | ${values(sheet, " | ").slice(0, 40)}`, margin, 24, { lineBreak: false });
        pdf.text(`${number + 1} / ${count}`, pageWidth / 2 - 10, pageHeight - 28, { lineBreak: false });
      }
    }),
} satisfies Record<string, (sheet: Sheet) => Promise<Buffer>>;
