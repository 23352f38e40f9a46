import type { ResumeText } from "../resume-text";
import { type Column, drawPdf, type Pdf, pageHeight, pageWidth, write } from "./pdf-page";

const left = 50;
const labelWidth = 78;
const width = pageWidth - 2 * left;

/** The form many companies hand out: a ruled table, facts two to a row, then a row for each section. */
export function tablePdf(resume: ResumeText): Promise<Buffer> {
  return drawPdf((pdf) => {
    const column = { x: left, width, y: 46 };
    write(pdf, column, resume.isEnglish ? "Resume" : "个人简历", { size: 18, isBold: true, align: "center", gap: 8 });
    const facts = [{ label: resume.isEnglish ? "Name" : "姓名", value: resume.name }, ...resume.facts];
    for (let index = 0; index < facts.length; index += 2) {
      const [first, second] = facts.slice(index, index + 2);
      const y = column.y;
      drawCells(
        pdf,
        y,
        24,
        second ? [0, labelWidth, width / 2, width / 2 + labelWidth, width] : [0, labelWidth, width],
      );
      for (const [place, fact] of [first, second].entries()) {
        if (!fact) continue;
        const x = left + place * (width / 2);
        write(pdf, { x: x + 6, width: labelWidth - 8, y: y + 5 }, fact.label, { isBold: true, size: 9.5 });
        write(pdf, { x: x + labelWidth + 6, width: width / 2 - labelWidth - 8, y: y + 5 }, fact.value, { size: 9.5 });
      }
      column.y = y + 24;
    }
    for (const section of [...resume.main, ...resume.side]) {
      column.y += 4;
      drawBand(pdf, column, section.heading);
      for (const line of section.lines) inset(pdf, column, line, false);
      for (const { name, detail, dates, lines } of section.entries) {
        inset(pdf, column, [dates, name, detail].join("  |  "), true);
        for (const [index, line] of lines.entries()) inset(pdf, column, `${index + 1}. ${line}`, false);
      }
      column.y += 4;
    }
  });
}

function inset(pdf: Pdf, column: Column, text: string, isBold: boolean) {
  const cell = inner(column);
  write(pdf, cell, text, { isBold });
  column.y = cell.y;
}

function inner(column: Column): Column {
  return { x: column.x + 6, width: column.width - 12, y: column.y };
}

function drawBand(pdf: Pdf, column: Column, heading: string) {
  if (column.y > pageHeight - 110) {
    pdf.addPage();
    column.y = 44;
  }
  pdf.rect(left, column.y, width, 20).fillAndStroke("#f0f0f0", "#888888");
  write(pdf, { x: left + 6, width: width - 12, y: column.y + 3 }, heading, { isBold: true });
  column.y += 26;
}

function drawCells(pdf: Pdf, y: number, height: number, edges: number[]) {
  pdf.lineWidth(0.6).strokeColor("#888888");
  for (const [index, edge] of edges.entries()) {
    const next = edges[index + 1];
    if (next !== undefined) pdf.rect(left + edge, y, next - edge, height).stroke();
  }
}
