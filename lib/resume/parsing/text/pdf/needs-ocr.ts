import type { PDFPageProxy } from "pdfjs-dist/types/src/display/api";
import type { Segment } from "./types";

/** A page number and the like: no text layer to speak of. */
const fewLetters = 10;
/** Text that was turned into outlines draws at least so many. */
const manyOutlines = 60;
/** What an application stamps on its scans is shorter than this. */
const stampLetters = 100;
/** Share of the page that a scan covers. */
const scanShare = 0.3;

/**
 * Whether what a page says has to be read from its picture: it has no text at all, no more than a scanner's stamp on a
 * large picture, or a page number beside text that is drawn as outlines. A short last page is what it says.
 */
export async function needsOcr(page: PDFPageProxy, segments: readonly Segment[]): Promise<boolean> {
  const letters = segments.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
  if (letters >= stampLetters) return false;
  if (letters === 0) return true;
  const { pictureShare, outlines } = await lookAtDrawing(page);
  return pictureShare > scanShare || (letters < fewLetters && outlines >= manyOutlines);
}

type Matrix = [number, number, number, number];

/** The share of the page that its largest picture covers, and how many outlines are drawn. */
async function lookAtDrawing(page: PDFPageProxy): Promise<{ pictureShare: number; outlines: number }> {
  const { OPS } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const { fnArray, argsArray } = await page.getOperatorList();
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view;
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1];
  let largest = 0;
  let outlines = 0;
  for (const [index, operator] of fnArray.entries()) {
    const args: unknown = argsArray[index];
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.transform && isNumbers(args)) matrix = multiply(matrix, args);
    else if (operator === OPS.constructPath) outlines += 1;
    else if (pictureOperators.some((name) => OPS[name] === operator)) {
      const [a, b, c, d] = matrix;
      largest = Math.max(largest, Math.abs(a * d - b * c));
    }
  }
  return { pictureShare: largest / Math.max(1, (x1 - x0) * (y1 - y0)), outlines };
}

const pictureOperators = ["paintImageXObject", "paintInlineImageXObject", "paintImageMaskXObject"] as const;

function isNumbers(args: unknown): args is number[] {
  return Array.isArray(args) && args.every((value) => typeof value === "number");
}

/** Where a picture lies does not matter, only how large it gets. */
function multiply([a, b, c, d]: Matrix, [e = 1, f = 0, g = 0, h = 1]: number[]): Matrix {
  return [a * e + c * f, b * e + d * f, a * g + c * h, b * g + d * h];
}
