import { createCanvas } from "@napi-rs/canvas";
import { type FileKind, UnreadableFileError } from "../document";
import { isImageKind } from "../kinds";
import { openPdf } from "../parsing/text/pdf/open-pdf";
import { decodeImage, type Pixels } from "./decode-image";

const a4 = { short: 595, long: 842 };
const renderLength = 2340;

/** One page to look at: its pixels, and its size as it lies, in points. */
export type PagePixels = { pixels: Pixels; pageWidth: number; pageHeight: number };

/** A page of a PDF or an image as pixels. @throws UnreadableFileError */
export async function pagePixels(bytes: Uint8Array, kind: FileKind, page: number): Promise<PagePixels> {
  if (isImageKind(kind)) {
    const pixels = await decodeImage(bytes, kind, page);
    return { pixels, ...imagePageSize(pixels) };
  }
  if (kind !== "pdf") throw new UnreadableFileError("unsupported_type");
  return renderPdfPage(bytes, page);
}

/** An image is taken for a sheet of A4 in width, which is what the layout's measures are made for. */
export function imagePageSize({ width, height }: { width: number; height: number }) {
  const pageWidth = width <= height ? a4.short : a4.long;
  return { pageWidth, pageHeight: (pageWidth * height) / width };
}

async function renderPdfPage(bytes: Uint8Array, index: number): Promise<PagePixels> {
  const pdf = await openPdf(bytes, "canvas");
  try {
    const page = await pdf.getPage(index + 1);
    const natural = page.getViewport({ scale: 1 });
    const scale = Math.min(renderLength / Math.max(natural.width, natural.height), 4);
    const viewport = page.getViewport({ scale });
    const width = Math.max(1, Math.round(viewport.width));
    const height = Math.max(1, Math.round(viewport.height));
    const canvas = createCanvas(width, height);
    // The types of pdf.js know the browser's canvas only; in Node it draws on this one.
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, background: "#fff" }).promise;
    const pixels = canvas.getContext("2d").getImageData(0, 0, width, height);
    return { pixels, pageWidth: natural.width, pageHeight: natural.height };
  } catch (cause) {
    throw new UnreadableFileError("corrupt", { cause });
  } finally {
    await pdf.loadingTask.destroy();
  }
}
