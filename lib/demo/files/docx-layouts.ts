import { type FileChild, Paragraph, TabStopType, TextRun } from "docx";
import type { ResumeText, Section } from "../resume-text";
import { contentWidth, headingLine, line, makeDocx, noBorders, table } from "./docx-parts";
import { factLine, valueLine } from "./pdf-layouts";

export const docxLayouts = {
  plain: (resume: ResumeText) =>
    makeDocx([
      line(resume.name, { isBold: true, size: 18 }),
      line(factLine(resume, " | ")),
      ...[...resume.main, ...resume.side].flatMap(section),
    ]),

  centred: (resume: ResumeText) =>
    makeDocx([
      line(resume.name, { isBold: true, size: 20, isCentred: true }),
      line(valueLine(resume, "  |  "), { isCentred: true, after: 160 }),
      ...[...resume.side.slice(0, 1), ...resume.main, ...resume.side.slice(1)].flatMap(section),
    ]),

  /** Contact and skills in a table's left cell, the story in the right one. */
  sidebar: (resume: ResumeText) => {
    const left = [
      line(resume.name, { isBold: true, size: 16 }),
      ...resume.facts.map(({ label, value }) => line(`${label}${resume.isEnglish ? ": " : "："}${value}`, { size: 9 })),
      ...resume.side.flatMap(section),
    ];
    return makeDocx([table([[left, resume.main.flatMap(section)]], { widths: [3000, 6360], borders: noBorders })]);
  },

  /** The form with a ruled table on top, facts two to a row, and sections as rows. */
  form: (resume: ResumeText) => {
    const facts = [{ label: resume.isEnglish ? "Name" : "姓名", value: resume.name }, ...resume.facts];
    const pairs = Array.from({ length: Math.ceil(facts.length / 2) }, (_, index) =>
      [facts[index * 2], facts[index * 2 + 1]].flatMap((fact) => [fact?.label ?? "", fact?.value ?? ""]),
    );
    return makeDocx([
      line(resume.isEnglish ? "Resume" : "个人简历", { isBold: true, size: 18, isCentred: true }),
      table(pairs, { widths: [1400, 3280, 1400, 3280] }),
      ...[...resume.main, ...resume.side].flatMap(section),
    ]);
  },
} satisfies Record<string, (resume: ResumeText) => Promise<Buffer>>;

function section({ heading, lines, entries }: Section): FileChild[] {
  return [
    headingLine(heading),
    ...lines.map((text) => line(text)),
    ...entries.flatMap(({ name, detail, dates, lines: rows }) => [
      pair(`${name}  ${detail}`, dates),
      ...rows.map((text) => line(`• ${text}`)),
    ]),
  ];
}

/** The dates at a tab stop near the right edge. */
function pair(left: string, right: string) {
  const font = "Microsoft YaHei";
  return new Paragraph({
    spacing: { before: 60, after: 40 },
    tabStops: [{ type: TabStopType.RIGHT, position: contentWidth }],
    children: [
      new TextRun({ text: left, bold: true, size: 21, font }),
      new TextRun({ text: `\t${right}`, size: 20, font }),
    ],
  });
}
