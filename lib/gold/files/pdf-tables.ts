import { type Column, type Pdf, pageWidth, write } from "../../demo/files/pdf-page";
import { factText, type Section, type Sheet } from "../writing/sheet";
import { page } from "./pdf-layouts";
import {
  drawDuties,
  drawEntry,
  drawHeading,
  drawLines,
  drawRow,
  drawSections,
  fullColumn,
  margin,
  type Style,
  turnPage,
} from "./pdf-parts";

const full = pageWidth - 2 * margin;
const style: Style = { size: 10, colour: "#222222" };

export const pdfTables = {
  /** Dates in a gutter of their own, with a line and dots between. */
  gutter: (sheet: Sheet) =>
    page(sheet, (pdf) => {
      const column = fullColumn();
      write(pdf, column, sheet.name, { size: 20, isBold: true });
      for (const fact of sheet.facts) write(pdf, column, factText(sheet, fact), { size: 9.5, gap: 1 });
      column.y += 8;
      for (const section of sheet.sections) {
        drawHeading(pdf, column, section.heading, { ...style, colour: "#3b3f8f" });
        drawLines(pdf, column, section, style);
        drawBeside(pdf, column, sheet, section, 124);
        column.y += 6;
      }
    }),

  /** Headings in a column left of what they head. */
  headingsLeft: (sheet: Sheet) =>
    page(sheet, (pdf) => {
      const column = fullColumn();
      write(pdf, column, sheet.name, { size: 20, isBold: true, align: "right" });
      write(pdf, column, sheet.facts.map((fact) => factText(sheet, fact)).join(" | "), {
        size: 9,
        align: "right",
        gap: 12,
      });
      const body = { x: margin + 104, width: full - 104, y: column.y };
      for (const section of sheet.sections) {
        if (body.y > 700) turnPage(pdf, body);
        write(pdf, { x: margin, width: 96, y: body.y }, section.heading, {
          size: 10.5,
          isBold: true,
          colour: "#1c5c3c",
        });
        drawLines(pdf, body, section, style);
        for (const entry of section.entries) drawEntry(pdf, body, sheet, entry, style);
        body.y += 12;
      }
    }),

  /** The ruled form many companies hand out: facts two to a row, then a band for each section. */
  form: (sheet: Sheet) =>
    page(sheet, (pdf) => {
      const column = fullColumn();
      const isEnglish = sheet.language === "en";
      write(pdf, column, isEnglish ? "Application Form" : "应聘登记表", {
        size: 17,
        isBold: true,
        align: "center",
        gap: 8,
      });
      const name = { kind: "other" as const, label: isEnglish ? "Name" : "姓名", value: sheet.name };
      const labels = {
        phone: isEnglish ? "Phone" : "电话",
        email: isEnglish ? "Email" : "邮箱",
        place: isEnglish ? "Location" : "现居地",
      };
      const facts = [name, ...sheet.facts].map((fact) => ({
        ...fact,
        label:
          fact.label || (fact.kind in labels ? labels[fact.kind as keyof typeof labels] : isEnglish ? "Web" : "其他"),
      }));
      for (let index = 0; index < facts.length; index += 2) {
        for (const [place, fact] of facts.slice(index, index + 2).entries()) {
          const x = margin + place * (full / 2);
          pdf
            .lineWidth(0.6)
            .strokeColor("#888888")
            .rect(x, column.y, 72, 23)
            .stroke()
            .rect(x + 72, column.y, full / 2 - 72, 23)
            .stroke();
          write(pdf, { x: x + 5, width: 64, y: column.y + 5 }, fact.label, { isBold: true, size: 9 });
          write(pdf, { x: x + 77, width: full / 2 - 80, y: column.y + 5 }, fact.value, { size: 9 });
        }
        column.y += 23;
      }
      for (const section of sheet.sections) drawBand(pdf, column, sheet, section);
    }),

  /** Contacts behind little pictures, of which the text keeps a sign or nothing. */
  icons: (sheet: Sheet) =>
    page(sheet, (pdf) => {
      const column = fullColumn();
      write(pdf, column, sheet.name, { size: 24, isBold: true, colour: "#8f2d56" });
      if (sheet.headline) write(pdf, column, sheet.headline, { size: 12 });
      let x = column.x;
      for (const { value, kind } of sheet.facts) {
        const width = pdf.font("regular").fontSize(9).widthOfString(value) + 34;
        if (x + width > column.x + column.width) {
          x = column.x;
          column.y += 16;
        }
        pdf.circle(x + 5, column.y + 6, 5).fill("#8f2d56");
        const sign = kind === "phone" ? "☎ " : "";
        write(pdf, { x: x + 14, width: width + 20, y: column.y }, `${sign}${value}`, { size: 9 });
        x += width;
      }
      column.y += 26;
      drawSections(pdf, column, sheet, sheet.sections, { ...style, colour: "#8f2d56", hasRule: true });
    }),
} satisfies Record<string, (sheet: Sheet) => Promise<Buffer>>;

/** Each entry beside its dates. */
function drawBeside(pdf: Pdf, column: Column, sheet: Sheet, { entries }: Section, gutter: number) {
  for (const { dates, rows, lines } of entries) {
    if (column.y > 700) turnPage(pdf, column);
    const body = { x: column.x + gutter + 14, width: column.width - gutter - 14, y: column.y };
    write(pdf, { x: column.x, width: gutter, y: column.y }, dates ?? "", { size: 9, colour: "#555555" });
    for (const row of rows) drawRow(pdf, body, row, style);
    drawDuties(pdf, body, sheet, lines, style);
    pdf.circle(column.x + gutter + 5, column.y + 7, 2.5).fill("#3b3f8f");
    column.y = Math.max(body.y, column.y + 24) + 5;
  }
}

function drawBand(pdf: Pdf, column: Column, sheet: Sheet, section: Section) {
  column.y += 4;
  if (column.y > 690) turnPage(pdf, column);
  pdf.rect(margin, column.y, full, 20).fillAndStroke("#f0f0f0", "#888888");
  write(pdf, { x: margin + 6, width: full, y: column.y + 3 }, section.heading, { isBold: true });
  column.y += 26;
  const cell = { x: margin + 6, width: full - 12, y: column.y };
  drawLines(pdf, cell, section, style);
  for (const entry of section.entries) drawEntry(pdf, cell, sheet, entry, style);
  column.y = cell.y;
}
