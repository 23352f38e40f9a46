import iconv from "iconv-lite";
import { type Entry, factLine, factText, type Row, type Section, type Sheet } from "../writing/sheet";
import { makeDoc } from "./doc";

type Setting = { heading: (text: string) => string[]; row: (row: Row) => string; isList?: boolean };

const spaced = ({ left, right }: Row) => (right ? `${left}    ${right}` : left);
const tabbed = ({ left, right }: Row) => (right ? `${left}\t${right}` : left);

/** The lines of a resume as text. */
export function textLines(sheet: Sheet, { heading, row }: Setting): string[] {
  const entry = ({ rows, lines }: Entry) => [...rows.map(row), ...marked(sheet, lines)];
  return sheet.sections.flatMap((section) => [
    ...heading(section.heading),
    ...sectionLines(section),
    ...section.entries.flatMap((part) => [...entry(part), ""]),
    "",
  ]);
}

function sectionLines({ lines }: Section) {
  return lines.length > 2 ? lines.map((line) => `- ${line}`) : lines;
}

export function marked({ bullet }: Sheet, lines: string[]) {
  return lines.map((line, index) => `${bullet === "1" ? `${index + 1}. ` : bullet}${line}`);
}

export const textLayouts = {
  plain: (sheet: Sheet) =>
    text([
      ...[sheet.name, ...(sheet.headline ? [sheet.headline] : []), factLine(sheet, " | "), ""],
      ...textLines(sheet, { heading: (heading) => [heading], row: spaced }),
    ]),

  /** Typed by hand: underlined headings, dates at one column, a fact to a line. */
  typed: (sheet: Sheet) =>
    text([
      ...[sheet.name, "", ...sheet.facts.map((fact) => factText(sheet, fact)), ""],
      ...textLines(sheet, {
        heading: (heading) => [heading, "-".repeat(Math.max(8, heading.length * 2))],
        row: ({ left, right }) => (right ? `${left.padEnd(56)}  ${right}` : left),
      }),
    ]),

  /** In the encoding of older Chinese Windows programs; plain Windows text for English. */
  old: (sheet: Sheet) => {
    const lines = [
      sheet.name,
      factLine(sheet, "  "),
      "",
      ...textLines(sheet, { heading: (heading) => [heading], row: tabbed }),
    ];
    return iconv.encode(lines.join("\r\n"), sheet.language === "en" ? "windows-1252" : "gb18030");
  },

  markdown: (sheet: Sheet) => {
    const row = ({ left, right, bold }: Row, index: number) => {
      const start = index === 0 ? "### " : "";
      const plain = bold > 0 && index > 0 ? `**${left}**` : left;
      return right ? `${start}${plain} | ${right}` : `${start}${plain}`;
    };
    const entry = ({ rows, lines }: Entry) => [
      ...rows.flatMap((one, index) => [row(one, index), ""]),
      ...lines.map((line) => `- ${line}`),
      "",
    ];
    const section = (part: Section) => [
      `## ${part.heading}`,
      "",
      ...sectionLines(part),
      "",
      ...part.entries.flatMap(entry),
    ];
    const facts = sheet.facts.map((fact) => `- ${factText(sheet, fact)}`);
    return text([
      `# ${sheet.name}`,
      "",
      ...(sheet.headline ? [`*${sheet.headline}*`, ""] : []),
      ...facts,
      "",
      ...sheet.sections.flatMap(section),
    ]);
  },

  doc: (sheet: Sheet) =>
    makeDoc([
      ...[sheet.name, factLine(sheet, "  "), ""],
      ...textLines(sheet, { heading: (heading) => [heading], row: tabbed }),
    ]),
} satisfies Record<string, (sheet: Sheet) => Buffer>;

function text(lines: string[]) {
  return Buffer.from(lines.join("\n"));
}
