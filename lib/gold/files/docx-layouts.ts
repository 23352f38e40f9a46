import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from "docx";
import {
  contentWidth,
  coreProperties,
  headingLine,
  line,
  makeDocx,
  noBorders,
  table,
} from "../../demo/files/docx-parts";
import { fixZipTimes } from "../../demo/files/zip-times";
import { type Entry, factLine, factText, type Row, type Section, type Sheet } from "../writing/sheet";
import { marked } from "./text";

const main = (sheet: Sheet) => sheet.sections.filter(({ isSide }) => !isSide);
const side = (sheet: Sheet) => sheet.sections.filter(({ isSide }) => isSide);
const font = "Microsoft YaHei";

export const docxLayouts = {
  plain: (sheet: Sheet) =>
    makeDocx([
      line(sheet.name, { isBold: true, size: 18 }),
      ...(sheet.headline ? [line(sheet.headline)] : []),
      line(factLine(sheet, " | ")),
      ...sheet.sections.flatMap((section) => drawSection(sheet, section)),
    ]),

  sidebar: (sheet: Sheet) => {
    const left = [
      line(sheet.name, { isBold: true, size: 16 }),
      ...sheet.facts.map((fact) => line(factText(sheet, fact), { size: 9 })),
      ...side(sheet).flatMap((section) => drawSection(sheet, section)),
    ];
    const right = main(sheet).flatMap((section) => drawSection(sheet, section));
    return makeDocx([table([[left, right]], { widths: [3000, 6360], borders: noBorders })]);
  },

  /** One ruled table from top to bottom, as companies and fairs hand out. */
  form: (sheet: Sheet) => {
    const isEnglish = sheet.language === "en";
    const facts = [
      { label: isEnglish ? "Name" : "姓名", value: sheet.name },
      ...sheet.facts.filter(({ label }) => label !== ""),
    ];
    const unlabelled = sheet.facts.filter(({ label }) => label === "");
    const pairs = Array.from({ length: Math.ceil(facts.length / 2) }, (_, index) =>
      [facts[index * 2], facts[index * 2 + 1]].flatMap((fact) => [fact?.label ?? "", fact?.value ?? ""]),
    );
    return makeDocx([
      line(isEnglish ? "Resume" : "个人简历", { isBold: true, size: 18, isCentred: true }),
      table(pairs, { widths: [1400, 3280, 1400, 3280] }),
      ...unlabelled.map(({ value }) => line(value)),
      ...sheet.sections.flatMap((section) => [
        table([[[line(section.heading, { isBold: true })]], [body(sheet, section)]], { widths: [contentWidth] }),
        line(""),
      ]),
    ]);
  },

  /** Name and contacts in the page header, a page number in the footer. */
  pageHeader: async (sheet: Sheet) => {
    const document = new Document({
      sections: [
        {
          headers: {
            default: new Header({
              children: [line(sheet.name, { isBold: true, size: 16 }), line(factLine(sheet, " | "), { size: 9 })],
            }),
          },
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  alignment: AlignmentType.CENTER,
                  children: [new TextRun({ children: ["- ", PageNumber.CURRENT, " -"] })],
                }),
              ],
            }),
          },
          children: sheet.sections.flatMap((section) => drawSection(sheet, section)),
        },
      ],
    });
    const core = { path: "docProps/core.xml", data: coreProperties };
    return fixZipTimes(await Packer.toBuffer(document, false, [core]));
  },

  /** Every heading and its dates in rows of a table without lines. */
  columns: (sheet: Sheet) =>
    makeDocx([
      line(sheet.name, { isBold: true, size: 18, isCentred: true }),
      line(factLine(sheet, "  "), { isCentred: true }),
      ...sheet.sections.flatMap((section) => [
        headingLine(section.heading),
        ...section.lines.map((text) => line(text)),
        ...section.entries.flatMap((entry) => [
          table([[[line(entry.dates ?? "")], [...entry.rows.map(drawRow), ...duties(sheet, entry)]]], {
            widths: [2400, 6960],
            borders: noBorders,
          }),
        ]),
      ]),
    ]),
} satisfies Record<string, (sheet: Sheet) => Promise<Buffer>>;

function drawSection(sheet: Sheet, section: Section): FileChild[] {
  return [headingLine(section.heading), ...body(sheet, section)];
}

function body(sheet: Sheet, { lines, entries }: Section): FileChild[] {
  const isList = lines.length > 2;
  return [
    ...lines.map((text) => line(isList ? `• ${text}` : text)),
    ...entries.flatMap((entry) => [...entry.rows.map(drawRow), ...duties(sheet, entry)]),
  ];
}

function duties(sheet: Sheet, { lines }: Entry): Paragraph[] {
  return marked(sheet, lines).map((text) => line(text));
}

/** The right part behind a tab stop at the right edge. */
function drawRow({ left, right, bold }: Row): Paragraph {
  return new Paragraph({
    spacing: { before: 40, after: 40 },
    tabStops: [{ type: TabStopType.RIGHT, position: contentWidth }],
    children: [
      new TextRun({ text: left.slice(0, bold), bold: true, size: 21, font }),
      new TextRun({ text: left.slice(bold), size: 21, font }),
      ...(right ? [new TextRun({ text: `\t${right}`, size: 20, font })] : []),
    ],
  });
}
