import type { PDFPageProxy } from "pdfjs-dist/types/src/display/api";
import { replayDrawing } from "./page-drawing";
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
export async function needsOcr(
  segments: readonly Segment[],
  withPictures: () => Promise<PDFPageProxy>,
): Promise<boolean> {
  const letters = segments.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0), 0);
  if (letters >= stampLetters) return false;
  if (letters === 0) return true;
  const { pictureShare, outlines } = await lookAtDrawing(await withPictures());
  return pictureShare > scanShare || (letters < fewLetters && outlines >= manyOutlines);
}

/** The share of the page that its largest picture covers, and how many outlines are drawn. */
async function lookAtDrawing(page: PDFPageProxy): Promise<{ pictureShare: number; outlines: number }> {
  let largest = 0;
  let outlines = 0;
  await replayDrawing(page, {
    picture: ([a, b, c, d]) => {
      largest = Math.max(largest, Math.abs(a * d - b * c));
    },
    shape: () => {
      outlines += 1;
    },
  });
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view;
  return { pictureShare: largest / Math.max(1, (x1 - x0) * (y1 - y0)), outlines };
}
