import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/types/src/display/api";
import {
  type DocumentPage,
  type HiddenText,
  type ResumeDocument,
  ScanError,
  UnreadableFileError,
} from "../../../document";
import { mostOcrPages } from "../../../ocr/image-header";
import { cleanCharacters } from "../clean-text";
import { maxPages, maxTextLength, mostHidden } from "../limits";
import { type OcrPages, ocrPlaces, reasonForNoText, toDocumentPage } from "../ocr-document";
import { ocrSegments } from "../ocr-segments";
import { withoutHidden } from "./hidden-runs";
import { hiddenLinks } from "./links";
import { needsOcr } from "./needs-ocr";
import { openPdf } from "./open-pdf";
import { withoutPageEdges } from "./page-edges";
import { pageRuns, pageStrings } from "./page-runs";
import { findPrivateZero } from "./private-digits";
import { layOutPage, readingOrder } from "./reading-order";
import { toSegments } from "./segments";
import { withSideHeadings } from "./side-headings";
import { TextBuilder } from "./text-builder";
import { type TextPaint, textPaints } from "./text-paint";
import type { Segment } from "./types";
import { turnedLabels, withVerticalLabels } from "./vertical-labels";

/**
 * Text of a PDF in reading order. Pages without text of their own say what `ocr` has for them, or that they need it.
 *
 * @throws UnreadableFileError: encrypted, corrupt, unreadable_scan or no_text; a ScanError when no page has text
 */
export async function readPdf(bytes: Uint8Array, { password, ocr = new Map() }: Options = {}): Promise<ResumeDocument> {
  const pdf = await openPdf(bytes, "text", password);
  const pictured: PDFDocumentProxy[] = [];
  try {
    return await readPages(pdf, ocr, async (index) => {
      pictured[0] ??= await openPdf(bytes, "pictures", password);
      return pictured[0].getPage(index + 1);
    });
  } finally {
    for (const opened of [pdf, ...pictured]) await opened.loadingTask.destroy();
  }
}

/** The same page, with its pictures: decoding them costs more than all the rest, and few pages need it. */
type PictureReader = (index: number) => Promise<PDFPageProxy>;
type Options = { password?: string; ocr?: OcrPages };

async function readPages(pdf: PDFDocumentProxy, ocr: OcrPages, pictured: PictureReader): Promise<ResumeDocument> {
  const builder = new TextBuilder();
  const pages: ResumeDocument["pages"] = [];
  const segmentsOfPages: Segment[][] = [];
  const links: string[] = [];
  let length = 0;
  let brokenPages = 0;
  let privateZero: number | null = null;
  const scanned: number[] = [];
  const hidden: HiddenText[] = [];
  const pageCount = Math.min(pdf.numPages, maxPages);
  for (let index = 0; index < pageCount && length < maxTextLength; index += 1) {
    try {
      const page = await pdf.getPage(index + 1);
      const documentPage: DocumentPage = pageSize(page);
      pages.push(documentPage);
      const [x0 = 0, , , y1 = 0] = page.view;
      const content = await page.getTextContent({ includeMarkedContent: false });
      privateZero ??= findPrivateZero(pageStrings(content));
      const paints = await allPaints(page, () => pictured(index)).catch(() => []);
      const { runs, hidden: unseen } = withoutHidden(pageRuns(content, { x0, y1, privateZero }), paints, {
        ...pageSize(page),
        index,
      });
      hidden.push(...unseen);
      let segments = withSideHeadings(toSegments(withVerticalLabels(runs, turnedLabels(content, { x0, y1 }))));
      if (await needsOcr(segments, () => pictured(index))) {
        scanned.push(index);
        const reading = ocr.get(index);
        if (reading !== undefined) pages[index] = toDocumentPage(reading, documentPage);
        else if (scanned.length <= mostOcrPages) documentPage.needsOcr = true;
        if (reading && pages[index]?.ocr?.outcome === "read") segments = ocrSegments(reading);
      }
      const shown = segments.map((segment) => segment.text).join(" ");
      length += shown.length;
      segmentsOfPages.push(segments);
      links.push(...hiddenLinks(await page.getAnnotations(), shown));
      page.cleanup();
    } catch {
      brokenPages += 1;
      // Keeps the later pages, and what OCR says of them, at their numbers.
      pages[index] ??= { width: 595, height: 842 };
      segmentsOfPages.push([]);
      if (brokenPages > 3 && length === 0) break;
    }
  }
  const heights = pages.map(({ height }) => height);
  const layouts = withoutPageEdges(segmentsOfPages, heights).map((segments, index) =>
    layOutPage(segments, index === 0),
  );
  for (const { page, rows } of readingOrder(layouts)) builder.addRows(rows, page);
  if (builder.text.trim() === "") {
    if (brokenPages > 0 && scanned.length === 0) throw new UnreadableFileError("corrupt");
    throw ocr.size === 0
      ? new ScanError(scanned.slice(0, mostOcrPages))
      : new UnreadableFileError(reasonForNoText(pages));
  }
  appendLinks(builder, links);
  return {
    kind: "pdf",
    text: builder.text,
    pages,
    ...ocrPlaces(builder, ocr),
    styleBreaks: builder.styleBreaks,
    ...(hidden.length > 0 && { hidden: hidden.slice(0, mostHidden) }),
    pageCount: pdf.numPages,
    isTruncated: pdf.numPages > maxPages || length >= maxTextLength || scanned.length > mostOcrPages,
  };
}

/** Pictures only ever hide or show what nothing else shows: without a doubt about some text they need no look. */
async function allPaints(page: PDFPageProxy, pictured: () => Promise<PDFPageProxy>): Promise<TextPaint[]> {
  const paints = await textPaints(page);
  return paints.every(({ hidden }) => hidden === null) ? paints : textPaints(await pictured());
}

function pageSize(page: PDFPageProxy): { width: number; height: number } {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view;
  return { width: x1 - x0, height: y1 - y0 };
}

function appendLinks(builder: TextBuilder, links: string[]): void {
  const unique = [...new Set(links.map(cleanCharacters))].filter((link) => !builder.text.includes(link));
  if (unique.length === 0) return;
  builder.addLine("");
  for (const link of unique) builder.addLine(link);
}
