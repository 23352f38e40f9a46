import "server-only";
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from "docx";
import type { Picture } from "@/lib/charts/shapes";
import { type ReportBlock, type ReportCell, type ReportContent, withSource } from "@/lib/report/blocks";
import { drawInProcess } from "@/lib/report/pdf/report-pool";

/** Of more columns than this the page is turned. */
const mostUprightColumns = 10;
const fonts = { ascii: "Calibri", hAnsi: "Calibri", eastAsia: "Microsoft YaHei", cs: "Calibri" };
const pointsToPixels = 96 / 72;
/** Between the margins of an upright A4 page, in points. */
const textWidth = 450;
const accent = "0B5A60";
const line = "D5DADD";
/** Twentieths of a point. */
const space = { after: 100, line: 300, lineRule: LineRuleType.AUTO };

/** A report as a Word file: headings, lists and tables that can be worked on. */
export async function writeDocx({ blocks, footer }: ReportContent): Promise<Buffer> {
  const pictures = blocks.flatMap((block) => (block.type === "picture" ? [block.picture] : []));
  const drawn = pictures.length > 0 ? await drawInProcess(pictures) : [];
  const images = new Map(pictures.map((picture, place) => [picture, drawn[place]]));
  const isWide = blocks.some((block) => block.type === "table" && block.columns.length > mostUprightColumns);
  const [first] = blocks;
  const document = new Document({
    title: first?.type === "title" ? first.text : first?.type === "cover" ? first.title : "",
    creator: "Hireglass",
    styles: { default: { document: { run: { font: fonts, size: 21 } } } },
    sections: [
      {
        properties: {
          page: { size: { orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT } },
        },
        footers: { default: new Footer({ children: [footerLine(footer)] }) },
        children: blocks.flatMap((block) => draw(block, images)),
      },
    ],
  });
  return Packer.toBuffer(document);
}

function footerLine(text: string) {
  const page = new TextRun({
    children: [text ? "   " : "", PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES],
    size: 16,
  });
  return new Paragraph({ children: [new TextRun({ text: plain(text), size: 16, color: "566067" }), page] });
}

type Images = ReadonlyMap<Picture, Uint8Array | undefined>;

function draw(block: ReportBlock, images: Images): (Paragraph | Table)[] {
  switch (block.type) {
    case "cover":
      return cover(block);
    case "picture": {
      const data = images.get(block.picture);
      if (!data) return [];
      const { width, height } = block.picture;
      const scale = Math.min(1, textWidth / width) * pointsToPixels;
      const transformation = { width: width * scale, height: height * scale };
      const altText = { name: block.label, description: block.label, title: block.label };
      const image = new ImageRun({ type: "png", data, transformation, altText });
      return [new Paragraph({ children: [image], alignment: AlignmentType.CENTER, spacing: { after: 100 } })];
    }
    case "title":
      return [new Paragraph({ text: plain(block.text), heading: HeadingLevel.TITLE, spacing: space })];
    case "heading": {
      const heading = block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3;
      return [new Paragraph({ text: plain(block.text), heading, keepNext: true, spacing: { before: 160, after: 60 } })];
    }
    case "paragraph":
      return [paragraph(block.text)];
    case "emphasis":
      return [paragraph(block.text, { bold: true, color: accent })];
    case "note":
      return [paragraph(block.text, { italics: true, size: 18 })];
    case "list":
      return block.items.map(
        (item) => new Paragraph({ children: [new TextRun(plain(item))], bullet: { level: 0 }, spacing: { after: 40 } }),
      );
    case "quote":
      return [
        new Paragraph({
          children: [new TextRun({ text: plain(withSource(block)), color: "566067" })],
          indent: { left: 300 },
          border: { left: { style: BorderStyle.SINGLE, size: 12, color: accent, space: 8 } },
          spacing: space,
        }),
      ];
    case "scores":
      return [
        table(
          block.header.map((title, index) => ({ title, share: index === 0 ? 3 : 1, isNumber: index > 0 })),
          block.rows.map(({ label, value, low, high }) => [label, value, `${low}–${high}`]),
        ),
        paragraph(""),
      ];
    case "table":
      return [table(block.columns, block.rows), paragraph("")];
  }
}

function cover({ title, subtitle, lines, note }: Extract<ReportBlock, { type: "cover" }>): Paragraph[] {
  return [
    new Paragraph({ text: plain(title), heading: HeadingLevel.TITLE, spacing: { before: 3600, after: 120 } }),
    paragraph(subtitle, { size: 28, color: "566067" }),
    ...lines.map(
      ([label, value]) =>
        new Paragraph({
          children: [
            new TextRun({ text: plain(`${label}\t`), color: "566067" }),
            new TextRun({ text: plain(value), bold: true }),
          ],
          tabStops: [{ type: TabStopType.LEFT, position: 2600 }],
          indent: { left: 2600, hanging: 2600 },
          spacing: space,
        }),
    ),
    new Paragraph({ children: [new TextRun({ text: plain(note), size: 18 })], spacing: { before: 1200 } }),
    new Paragraph({ children: [new PageBreak()] }),
  ];
}

function paragraph(text: string, look: { bold?: boolean; italics?: boolean; color?: string; size?: number } = {}) {
  return new Paragraph({ children: [new TextRun({ text: plain(text), ...look })], spacing: space });
}

type Column = { title: string; share: number; isNumber?: boolean };

function table(columns: Column[], rows: ReportCell[][]): Table {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  const edge = { style: BorderStyle.SINGLE, size: 4, color: line };
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const cell = (text: ReportCell, { share, isNumber }: Column, isBold: boolean) =>
    new TableCell({
      width: { size: (share / all) * 100, type: WidthType.PERCENTAGE },
      margins: { top: 40, bottom: 40, left: 60, right: 60 },
      children: [
        new Paragraph({
          alignment: isNumber ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text: plain(String(text)), bold: isBold, size: 18 })],
        }),
      ],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: edge, bottom: edge, insideHorizontal: edge, left: none, right: none, insideVertical: none },
    rows: [
      new TableRow({ tableHeader: true, children: columns.map((column) => cell(column.title, column, true)) }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((column, index) => cell(row[index] ?? "", column, false)),
          }),
      ),
    ],
  });
}

/** Without what XML cannot hold. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "");
}
