import PDFDocument from "pdfkit";
import { font } from "./fonts";

export const pageWidth = 595.28;
export const pageHeight = 841.89;
/** In every file, so that its bytes do not depend on when they were made. */
export const madeAt = new Date(Date.UTC(2026, 10, 1));

export type Pdf = InstanceType<typeof PDFDocument>;

/** An A4 document that is drawn on and comes back as bytes. */
export function drawPdf(draw: (pdf: Pdf) => void): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: "A4",
    margin: 0,
    font: "",
    bufferPages: true,
    info: { Producer: "Hireglass", Creator: "Hireglass", CreationDate: madeAt, ModDate: madeAt },
  });
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.on("error", reject);
  });
  pdf.registerFont("regular", font("regular"));
  pdf.registerFont("bold", font("bold"));
  draw(pdf);
  pdf.end();
  return whole;
}

/** Writes into one column downwards; starts a page where the column is full. */
export type Column = { x: number; width: number; y: number };
type Write = { size?: number; isBold?: boolean; colour?: string; align?: "left" | "center" | "right"; gap?: number };

export function write(pdf: Pdf, column: Column, text: string, look: Write = {}) {
  const { size = 10, isBold = false, colour = "#222222", align = "left", gap = 3 } = look;
  pdf
    .font(isBold ? "bold" : "regular")
    .fontSize(size)
    .fillColor(colour);
  const options = { width: column.width, align, lineGap: 2 };
  const height = pdf.heightOfString(text, options);
  if (column.y + height > pageHeight - 44) {
    pdf.addPage();
    column.y = 44;
  }
  pdf.text(text, column.x, column.y, options);
  column.y += height + gap;
}

/** Left and right on one line, as employers stand beside their dates. */
export function writePair(pdf: Pdf, column: Column, [left, right]: [string, string], look: Write = {}) {
  const { size = 10 } = look;
  pdf.font("regular").fontSize(size);
  const rightWidth = pdf.widthOfString(right) + 2;
  const start = column.y;
  write(pdf, { ...column, width: column.width - rightWidth - 12 }, left, look);
  const wasMoved = start + size * 1.5 > pageHeight - 44;
  const y = wasMoved ? 44 : start;
  pdf.font("regular").fontSize(size).fillColor("#555555");
  pdf.text(right, column.x + column.width - rightWidth, y, { lineBreak: false });
  column.y = y + size * 1.5 + 5;
}
