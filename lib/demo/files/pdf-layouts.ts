import type { Entry, ResumeText, Section } from "../resume-text";
import { type Column, drawPdf, type Pdf, pageHeight, pageWidth, write, writePair } from "./pdf-page";

export const pdfLayouts = {
  oneColumn: (resume: ResumeText) =>
    drawPdf((pdf) => {
      const column = { x: 56, width: pageWidth - 112, y: 52 };
      write(pdf, column, resume.name, { size: 20, isBold: true });
      write(pdf, column, resume.headline, { size: 11, colour: "#555555" });
      write(pdf, column, factLine(resume, " | "), { size: 9.5, gap: 8 });
      writeSections(pdf, column, [...resume.main, ...resume.side], "#1f3a5f");
    }),

  centredHeader: (resume: ResumeText) =>
    drawPdf((pdf) => {
      const column = { x: 60, width: pageWidth - 120, y: 56 };
      write(pdf, column, resume.name, { size: 22, isBold: true, align: "center" });
      write(pdf, column, valueLine(resume, "  ·  "), { size: 9.5, align: "center", gap: 10 });
      writeSections(
        pdf,
        column,
        [...resume.side.slice(0, 1), ...resume.main, ...resume.side.slice(1)],
        "#333333",
        true,
      );
    }),

  leftSidebar: (resume: ResumeText) =>
    drawPdf((pdf) => {
      pdf.rect(0, 0, 190, pageHeight).fill("#eef2f5");
      const side = { x: 28, width: 140, y: 60 };
      for (const { label, value } of resume.facts) write(pdf, side, `${label}${colon(resume)}${value}`, { size: 9 });
      side.y += 10;
      writeSections(pdf, side, resume.side, "#14595c");
      const main = { x: 214, width: pageWidth - 254, y: 52 };
      write(pdf, main, resume.name, { size: 22, isBold: true });
      write(pdf, main, resume.headline, { size: 11, colour: "#14595c", gap: 8 });
      writeSections(pdf, main, resume.main, "#14595c");
    }),

  rightSidebar: (resume: ResumeText) =>
    drawPdf((pdf) => {
      const header = { x: 44, width: pageWidth - 88, y: 44 };
      write(pdf, header, resume.name, { size: 20, isBold: true });
      write(pdf, header, valueLine(resume, " | "), { size: 9.5, colour: "#555555", gap: 8 });
      pdf
        .moveTo(44, header.y)
        .lineTo(pageWidth - 44, header.y)
        .lineWidth(0.7)
        .stroke("#999999");
      const main = { x: 44, width: 330, y: header.y + 10 };
      writeSections(pdf, main, resume.main, "#7a3b1d");
      const side = { x: 406, width: pageWidth - 450, y: header.y + 10 };
      pdf.switchToPage(0);
      writeSections(pdf, side, resume.side, "#7a3b1d");
    }),

  timeline: (resume: ResumeText) =>
    drawPdf((pdf) => {
      const column = { x: 48, width: pageWidth - 96, y: 50 };
      write(pdf, column, resume.name, { size: 20, isBold: true });
      write(pdf, column, factLine(resume, "   "), { size: 9.5, gap: 8 });
      for (const section of [...resume.main, ...resume.side]) {
        writeHeading(pdf, column, section.heading, "#3b3f8f", false);
        for (const line of section.lines) write(pdf, column, line);
        for (const entry of section.entries) writeOnTimeline(pdf, column, entry);
        column.y += 6;
      }
    }),
} satisfies Record<string, (resume: ResumeText) => Promise<Buffer>>;

export function factLine({ facts, ...resume }: Pick<ResumeText, "facts" | "isEnglish">, between: string) {
  return facts.map(({ label, value }) => `${label}${colon(resume)}${value}`).join(between);
}

export function valueLine({ facts }: Pick<ResumeText, "facts">, between: string) {
  return facts.map(({ value }) => value).join(between);
}

export function colon({ isEnglish }: Pick<ResumeText, "isEnglish">) {
  return isEnglish ? ": " : "：";
}

function writeSections(pdf: Pdf, column: Column, sections: Section[], colour: string, hasRule = false) {
  for (const { heading, lines, entries } of sections) {
    writeHeading(pdf, column, heading, colour, hasRule);
    for (const line of lines) write(pdf, column, line, { size: column.width < 200 ? 9 : 10 });
    for (const entry of entries) writeEntry(pdf, column, entry);
    column.y += 6;
  }
}

function writeHeading(pdf: Pdf, column: Column, heading: string, colour: string, hasRule: boolean) {
  write(pdf, column, heading, { size: 12, isBold: true, colour, gap: hasRule ? 2 : 4 });
  if (!hasRule) return;
  pdf
    .moveTo(column.x, column.y)
    .lineTo(column.x + column.width, column.y)
    .lineWidth(0.6)
    .stroke(colour);
  column.y += 5;
}

function writeEntry(pdf: Pdf, column: Column, { name, detail, dates, lines }: Entry) {
  writePair(pdf, column, [name, dates], { isBold: true });
  write(pdf, column, detail, { colour: "#444444" });
  for (const line of lines) write(pdf, column, `• ${line}`);
  column.y += 3;
}

/** Dates in a gutter of their own, a dot on the line between. */
function writeOnTimeline(pdf: Pdf, column: Column, { name, detail, dates, lines }: Entry) {
  const body = { x: column.x + 138, width: column.width - 138, y: column.y };
  if (body.y > pageHeight - 130) {
    pdf.addPage();
    body.y = 44;
  }
  const top = body.y;
  write(pdf, { x: column.x, width: 118, y: top }, dates, { size: 9, colour: "#555555" });
  write(pdf, body, name, { isBold: true });
  write(pdf, body, detail, { colour: "#444444" });
  for (const line of lines) write(pdf, body, line);
  pdf.circle(column.x + 126, top + 7, 2.5).fill("#3b3f8f");
  if (body.y > top)
    pdf
      .moveTo(column.x + 126, top + 12)
      .lineTo(column.x + 126, body.y)
      .lineWidth(0.5)
      .stroke("#bbbbdd");
  column.y = body.y + 4;
}
