import { drawPage, scanPdf, toJpeg, toPng } from "../../testing/scan-files";
import { factText, type Row, type Sheet } from "../writing/sheet";
import { textLines } from "./text";

/** Letters of ten points: what fits on a line, in units of a Chinese character, and how many lines on a page. */
const step = 54;
const widest = 48;
const pageLines = 39;

/** Pages as a scanner or a telephone gives them; read by OCR. */
export const scanLayouts = {
  png: (sheet: Sheet) => toPng(drawPage(lines(sheet), { step })),
  jpeg: (sheet: Sheet) => toJpeg(drawPage(lines(sheet), { isFaint: true, step })),
  scannedPdf: (sheet: Sheet) => scanPdf(pages(lines(sheet)).map((page) => drawPage(page, { step }))),
} satisfies Record<string, (sheet: Sheet) => Promise<Buffer> | Buffer>;

function lines(sheet: Sheet): string[] {
  const row = ({ left, right }: Row) => (right ? `${left}    ${right}` : left);
  const body = textLines(sheet, { heading: (heading) => [heading], row }).filter((line) => line !== "");
  return [`# ${sheet.name}`, ...sheet.facts.map((fact) => factText(sheet, fact)), ...body].flatMap(wrap);
}

function pages(all: string[]): string[][] {
  return Array.from({ length: Math.ceil(all.length / pageLines) }, (_, page) =>
    all.slice(page * pageLines, (page + 1) * pageLines),
  );
}

function wrap(line: string): string[] {
  const parts: string[] = [];
  let part = "";
  let width = 0;
  for (const word of line.match(/[\p{L}\p{N}'’.@+-]+\s*|\s+|./gu) ?? []) {
    for (const piece of /\p{Script=Han}/u.test(word) ? [...word] : [word]) {
      const room = [...piece].reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e80 ? 1 : 0.55), 0);
      if (width + room > widest) {
        parts.push(part.trimEnd());
        part = "";
        width = 0;
      }
      part += piece;
      width += room;
    }
  }
  return [...parts, part];
}
