import { type ResumeDocument, ScanError, UnreadableFileError } from "../../document";
import type { ImageKind } from "../../kinds";
import { readImageHeader } from "../../ocr/image-header";
import { maxTextLength } from "./limits";
import { type OcrPages, ocrPlaces, reasonForNoText, toDocumentPage } from "./ocr-document";
import { ocrSegments } from "./ocr-segments";
import { layOutPage, readingOrder } from "./pdf/reading-order";
import { TextBuilder } from "./pdf/text-builder";

/**
 * The document of an image whose pages OCR has read.
 *
 * @throws UnreadableFileError, a ScanError while they have not been
 */
export function readImage(bytes: Uint8Array, kind: ImageKind, ocr: OcrPages): ResumeDocument {
  const header = readImageHeader(bytes, kind);
  const numbers = Array.from({ length: header.pages }, (_, index) => index);
  if (ocr.size === 0) throw new ScanError(numbers);
  const pages = numbers.map((index) => toDocumentPage(ocr.get(index) ?? null, header));
  const builder = new TextBuilder();
  const layouts = pages.map((page, index) => {
    const reading = page.ocr?.outcome === "read" ? ocr.get(index) : null;
    return layOutPage(reading ? ocrSegments(reading) : [], index === 0);
  });
  for (const { page, rows } of readingOrder(layouts)) builder.addRows(rows, page);
  if (builder.text.trim() === "") throw new UnreadableFileError(reasonForNoText(pages));
  return {
    kind,
    text: builder.text,
    pages,
    ...ocrPlaces(builder, ocr),
    isTruncated: header.isCut || builder.text.length >= maxTextLength,
  };
}
