import { createRequire } from "node:module";
import path from "node:path";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/types/src/display/api";
import { type ResumeDocument, UnreadableFileError } from "../../../document";
import { cleanCharacters } from "../clean-text";
import { maxPages, maxTextLength } from "../limits";
import { hiddenLinks } from "./links";
import { loadPdfjs } from "./load-pdfjs";
import { withoutPageEdges } from "./page-edges";
import { pageRuns, pageStrings } from "./page-runs";
import { findPrivateZero } from "./private-digits";
import { layOutPage, readingOrder } from "./reading-order";
import { toSegments } from "./segments";
import { TextBuilder } from "./text-builder";
import type { Segment } from "./types";

/** Text of a PDF in reading order. Throws UnreadableFileError: encrypted, corrupt or no_text_layer. */
export async function readPdf(bytes: Uint8Array, password?: string): Promise<ResumeDocument> {
  const pdf = await openPdf(bytes, password);
  try {
    return await readPages(pdf);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function openPdf(bytes: Uint8Array, password?: string): Promise<PDFDocumentProxy> {
  const pdfjs = await loadPdfjs();
  const packageFolder = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  try {
    return await pdfjs.getDocument({
      // pdfjs takes the buffer over and detaches it, and refuses a Buffer.
      data: new Uint8Array(bytes),
      password,
      cMapUrl: `${packageFolder}/cmaps/`,
      cMapPacked: true,
      standardFontDataUrl: `${packageFolder}/standard_fonts/`,
      wasmUrl: `${packageFolder}/wasm/`,
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: pdfjs.VerbosityLevel.ERRORS,
      stopAtErrors: false,
    }).promise;
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    throw new UnreadableFileError(isLocked ? "encrypted" : "corrupt", { cause: error });
  }
}

async function readPages(pdf: PDFDocumentProxy): Promise<ResumeDocument> {
  const builder = new TextBuilder();
  const pages: ResumeDocument["pages"] = [];
  const segmentsOfPages: Segment[][] = [];
  const links: string[] = [];
  let length = 0;
  let brokenPages = 0;
  let privateZero: number | null = null;
  const pageCount = Math.min(pdf.numPages, maxPages);
  for (let index = 0; index < pageCount && length < maxTextLength; index += 1) {
    try {
      const page = await pdf.getPage(index + 1);
      pages.push(pageSize(page));
      const [x0 = 0, , , y1 = 0] = page.view;
      const content = await page.getTextContent({ includeMarkedContent: false });
      privateZero ??= findPrivateZero(pageStrings(content));
      const segments = toSegments(pageRuns(content, { x0, y1, privateZero }));
      const shown = segments.map((segment) => segment.text).join(" ");
      length += shown.length;
      segmentsOfPages.push(segments);
      links.push(...hiddenLinks(await page.getAnnotations(), shown));
      page.cleanup();
    } catch {
      brokenPages += 1;
      segmentsOfPages.push([]);
      if (brokenPages > 3 && length === 0) break;
    }
  }
  const heights = pages.map(({ height }) => height);
  const layouts = withoutPageEdges(segmentsOfPages, heights).map((segments, index) =>
    layOutPage(segments, index === 0),
  );
  for (const { page, rows } of readingOrder(layouts)) builder.addRows(rows, page);
  if (builder.text.trim() === "") throw new UnreadableFileError(brokenPages > 0 ? "corrupt" : "no_text_layer");
  appendLinks(builder, links);
  return {
    kind: "pdf",
    text: builder.text,
    pages,
    boxes: builder.boxes,
    styleBreaks: builder.styleBreaks,
    pageCount: pdf.numPages,
    isTruncated: pdf.numPages > maxPages || length >= maxTextLength,
  };
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
