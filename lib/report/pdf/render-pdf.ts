import PDFDocument from "pdfkit";
import { printColours } from "../../charts/print-colours";
import type { Picture, Shape } from "../../charts/shapes";
import { type ReportBlock, type ReportColumn, type ReportContent, type ScoreRow, withSource } from "../blocks";

/** TrueType files of Noto Sans SC: text and emphasis. Only the glyphs used go into the PDF. */
export type ReportFonts = { regular: string; medium: string };
type Doc = PDFKit.PDFDocument;

/** Points. A4 with margins of 20 mm. */
const margin = 56;
const size = { cover: 30, title: 20, h2: 13, h3: 10.5, text: 10, small: 8.5 };
/** Space between lines, as a share of the type: Chinese wants more than Latin, and both stand in one report. */
const leading = 0.45;
const ink = { text: "#1b2225", soft: "#566067", line: "#d5dadd", accent: "#0b5a60" };
/** Of more columns than this the page is turned. */
const mostUprightColumns = 10;

/**
 * A report as A4 pages. Lines break by UAX #14, so that no Chinese closing mark begins a line and no opening mark
 * ends one; a heading keeps to what follows it; a table repeats its head on every page.
 */
export async function renderPdf({ blocks, footer }: ReportContent, fonts: ReportFonts): Promise<Buffer> {
  const isWide = blocks.some((block) => block.type === "table" && block.columns.length > mostUprightColumns);
  const [first] = blocks;
  const title = first?.type === "title" ? first.text : first?.type === "cover" ? first.title : "";
  const doc = new PDFDocument({
    ...{ size: "A4", layout: isWide ? "landscape" : "portrait", margin, bufferPages: true },
    ...{ font: fonts.regular, info: { Title: title, Producer: "Hireglass" }, lang: "zh-CN", displayTitle: true },
  });
  doc.registerFont("regular", fonts.regular);
  doc.registerFont("medium", fonts.medium);
  const parts: Buffer[] = [];
  doc.on("data", (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => doc.on("end", resolve).on("error", reject));
  for (const block of blocks) draw(doc, block);
  numberPages(doc, footer);
  doc.end();
  await ended;
  return Buffer.concat(parts);
}

function draw(doc: Doc, block: ReportBlock) {
  switch (block.type) {
    case "cover":
      return drawCover(doc, block);
    case "picture":
      return drawPicture(doc, block.picture);
    case "title":
      return write(doc, block.text, { font: "medium", size: size.title, after: 4 });
    case "heading":
      keepTogether(doc, 60);
      doc.y += block.level === 2 ? 8 : 2;
      return write(doc, block.text, { font: "medium", size: block.level === 2 ? size.h2 : size.h3, after: 3 });
    case "paragraph":
      return write(doc, block.text, { after: 5 });
    case "emphasis":
      return write(doc, block.text, { font: "medium", color: ink.accent, size: 12, after: 4 });
    case "note":
      return write(doc, block.text, { color: ink.soft, size: size.small, after: 4 });
    case "list":
      for (const item of block.items) drawItem(doc, item);
      doc.y += 4;
      return;
    case "quote":
      return drawQuote(doc, withSource(block));
    case "scores":
      return drawScores(doc, block.header, block.rows);
    case "table":
      return drawTable(doc, block.columns, block.rows);
  }
}

type Cover = Extract<ReportBlock, { type: "cover" }>;

/** A band of colour, the title below the upper third, and what there is to know in lines. */
function drawCover(doc: Doc, { title, subtitle, lines, note }: Cover) {
  doc.rect(0, 0, doc.page.width, 12).fill(ink.accent);
  doc.y = doc.page.height * 0.26;
  write(doc, title, { font: "medium", size: size.cover, after: 6 });
  write(doc, subtitle, { size: 14, color: ink.soft, after: 28 });
  const labelWidth = 130;
  for (const [label, value] of lines) {
    const top = doc.y;
    write(doc, label, { color: ink.soft });
    const below = doc.y;
    doc.y = top;
    write(doc, value, { font: "medium", indent: labelWidth, after: 6 });
    doc.y = Math.max(doc.y, below);
  }
  doc.y = Math.max(doc.y + 20, doc.page.height * 0.72);
  write(doc, note, { color: ink.soft, size: size.small });
  doc.addPage();
}

/** In the middle of the line, as large as it is, or as wide as the line. */
function drawPicture(doc: Doc, { width, height, shapes }: Picture) {
  const scale = Math.min(1, innerWidth(doc) / width);
  keepTogether(doc, height * scale + 8);
  const top = doc.y;
  doc.save();
  doc.translate(margin + (innerWidth(doc) - width * scale) / 2, top).scale(scale);
  for (const shape of shapes) drawShape(doc, shape);
  doc.restore();
  doc.x = margin;
  doc.y = top + height * scale + 8;
}

function drawShape(doc: Doc, shape: Shape) {
  const colour = printColours[shape.colour];
  if (shape.type === "text") {
    doc.font("regular").fontSize(shape.size).fillColor(colour);
    const wide = doc.widthOfString(shape.text);
    const left = shape.align === "left" ? shape.x : shape.x - (shape.align === "center" ? wide / 2 : wide);
    doc.text(shape.text, left, shape.y - shape.size * 0.72, { lineBreak: false });
    return;
  }
  if (shape.type === "dot") {
    doc.circle(shape.x, shape.y, shape.radius).fill(colour);
    return;
  }
  const [first, ...rest] = shape.points;
  if (!first) return;
  doc.moveTo(first[0], first[1]);
  for (const [x, y] of rest) doc.lineTo(x, y);
  if (shape.type === "polygon") {
    doc.closePath();
    if (shape.outline) doc.lineWidth(shape.outline).fillOpacity(shape.opacity).fillAndStroke(colour, colour);
    else doc.fillOpacity(shape.opacity).fill(colour);
    doc.fillOpacity(1);
    return;
  }
  if (shape.isDashed) doc.dash(4, { space: 3 });
  doc.lineWidth(shape.width).stroke(colour);
  doc.undash();
}

type Writing = { font?: "regular" | "medium"; size?: number; color?: string; indent?: number; after?: number };

function write(doc: Doc, text: string, writing: Writing = {}) {
  const { font = "regular", size: points = size.text, color = ink.text, indent = 0, after = 0 } = writing;
  doc.font(font).fontSize(points).fillColor(color);
  doc.text(text, margin + indent, doc.y, { width: innerWidth(doc) - indent, lineGap: points * leading });
  doc.y += after;
}

function drawItem(doc: Doc, text: string) {
  keepTogether(doc, size.text * 2);
  const top = doc.y;
  doc.font("regular").fontSize(size.text).fillColor(ink.soft).text("·", margin, top, { lineBreak: false });
  doc.y = top;
  write(doc, text, { indent: 10, after: 1 });
}

function drawQuote(doc: Doc, text: string) {
  const indent = 12;
  doc.font("regular").fontSize(size.text);
  const height = doc.heightOfString(text, { width: innerWidth(doc) - indent, lineGap: size.text * leading });
  keepTogether(doc, Math.min(height, 120));
  const top = doc.y;
  const page = doc.page;
  write(doc, text, { indent, color: ink.soft, after: 5 });
  // A quote that runs on to the next page is marked where it began.
  const bottom = doc.page === page ? doc.y - 8 : page.height - margin;
  if (doc.page === page)
    doc
      .moveTo(margin + 3, top)
      .lineTo(margin + 3, bottom)
      .lineWidth(1.5)
      .stroke(ink.line);
}

function drawScores(doc: Doc, header: [string, string, string], rows: ScoreRow[]) {
  const labelWidth = 130;
  const valueWidth = 50;
  const barLeft = margin + labelWidth + valueWidth + 16;
  const barWidth = 180;
  keepTogether(doc, 20 * (rows.length + 1));
  doc.font("regular").fontSize(size.small).fillColor(ink.soft);
  const top = doc.y;
  doc.text(header[1], margin + labelWidth, top, { width: valueWidth, align: "right", lineBreak: false });
  doc.text(header[2], barLeft, top, { lineBreak: false });
  doc.y = top + 16;
  for (const { label, value, low, high } of rows) {
    const y = doc.y;
    const at = (score: number) => barLeft + (score / 100) * barWidth;
    doc.font("regular").fontSize(size.text).fillColor(ink.text);
    doc.text(label, margin, y, { width: labelWidth, lineBreak: false });
    doc
      .font("medium")
      .text(String(value), margin + labelWidth, y, { width: valueWidth, align: "right", lineBreak: false });
    doc
      .moveTo(at(0), y + 7)
      .lineTo(at(100), y + 7)
      .lineWidth(1)
      .stroke(ink.line);
    doc
      .moveTo(at(low), y + 7)
      .lineTo(Math.max(at(high), at(low) + 1), y + 7)
      .lineWidth(4)
      .stroke("#8fb8bb");
    doc
      .moveTo(at(value), y + 2)
      .lineTo(at(value), y + 12)
      .lineWidth(1.5)
      .stroke(ink.accent);
    doc.font("regular").fontSize(size.small).fillColor(ink.soft);
    doc.text(`${low}–${high}`, barLeft + barWidth + 10, y + 1, { lineBreak: false });
    doc.y = y + 18;
  }
  doc.y += 4;
}

function drawTable(doc: Doc, columns: ReportColumn[], rows: (string | number)[][]) {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / shares) * innerWidth(doc));
  const padding = 4;
  const drawRow = (cells: (string | number)[], isHead: boolean) => {
    doc
      .font(isHead ? "medium" : "regular")
      .fontSize(size.small)
      .fillColor(isHead ? ink.soft : ink.text);
    const options = (index: number) => ({
      width: (widths[index] ?? 0) - padding * (columns[index]?.isNumber ? 3 : 1),
      lineGap: size.small * 0.3,
      align: columns[index]?.isNumber ? ("right" as const) : ("left" as const),
    });
    const heights = cells.map((cell, index) => doc.heightOfString(String(cell), options(index)));
    const height = Math.max(...heights) + padding * 1.5;
    if (doc.y + height > bottomOf(doc)) {
      doc.addPage();
      if (!isHead)
        drawRow(
          columns.map(({ title }) => title),
          true,
        );
      doc.font("regular").fontSize(size.small).fillColor(ink.text);
    }
    const top = doc.y;
    let left = margin;
    for (const [index, cell] of cells.entries()) {
      doc.text(String(cell), left, top + padding, options(index));
      left += widths[index] ?? 0;
    }
    doc.y = top + height;
    doc
      .moveTo(margin, doc.y)
      .lineTo(margin + innerWidth(doc), doc.y)
      .lineWidth(0.5)
      .stroke(ink.line);
  };
  keepTogether(doc, 60);
  drawRow(
    columns.map(({ title }) => title),
    true,
  );
  for (const row of rows) drawRow(row, false);
  doc.y += 8;
}

function numberPages(doc: Doc, footer: string) {
  const { start, count } = doc.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    doc.switchToPage(index);
    // Below the margin: else pdfkit would begin a new page.
    doc.page.margins.bottom = 0;
    const y = doc.page.height - margin + 18;
    doc.font("regular").fontSize(7.5).fillColor(ink.soft);
    doc.text(footer, margin, y, { width: innerWidth(doc) - 60, lineGap: 2 });
    doc.text(`${index + 1} / ${count}`, margin, y, { width: innerWidth(doc), align: "right", lineBreak: false });
  }
}

function keepTogether(doc: Doc, height: number) {
  if (doc.y + height > bottomOf(doc)) doc.addPage();
}

function innerWidth(doc: Doc) {
  return doc.page.width - 2 * margin;
}

function bottomOf(doc: Doc) {
  return doc.page.height - margin;
}
