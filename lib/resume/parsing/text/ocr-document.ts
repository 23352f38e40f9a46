import type { DocumentPage, TextBox, UnreadableReason } from "../../document";
import { meanConfidence, type OcrPage } from "../../ocr/ocr-page";
import type { TextBuilder } from "./pdf/text-builder";

/** Pages below it were noise, upside down or out of focus; see the note on OCR in docs/decisions. */
export const readableConfidence = 0.5;

/** What OCR made of pages, by their number from 0; null for one that took too long or broke its reader. */
export type OcrPages = ReadonlyMap<number, OcrPage | null>;

/** A page of the document with what OCR made of it. `lying` is its size before it is stood upright. */
export function toDocumentPage(page: OcrPage | null, lying: { width: number; height: number }): DocumentPage {
  if (!page) return { ...lying, ocr: { confidence: null, outcome: "unreadable", turn: 0 } };
  const { width, height, isBlank, lines, turn } = page;
  const confidence = meanConfidence(lines);
  const isRead = confidence !== null && confidence >= readableConfidence;
  return { width, height, ocr: { confidence, turn, outcome: isBlank ? "blank" : isRead ? "read" : "unreadable" } };
}

/** Why pages that OCR went over gave no text. */
export function reasonForNoText(pages: readonly DocumentPage[]): UnreadableReason {
  return pages.some(({ ocr }) => ocr?.outcome === "unreadable") ? "unreadable_scan" : "no_text";
}

/** Boxes where they stand on the pages as they are shown, and the confidences of their words. */
export function ocrPlaces({ boxes, confidences }: TextBuilder, pages: OcrPages) {
  if (pages.size === 0) return { boxes };
  return {
    boxes: boxes.map((box) => {
      const page = pages.get(box[2]);
      return page ? withSkew(box, page) : box;
    }),
    confidences: confidences.map((confidence) => Math.round(confidence * 100) / 100),
  };
}

/** A box on the straightened page, put where it stands on the upright one. Heights and widths stay. */
function withSkew(box: TextBox, { width, height, skew }: OcrPage): TextBox {
  if (skew === 0) return box;
  const [start, end, page, x, y, boxWidth, boxHeight] = box;
  const [sin, cos] = [Math.sin((-skew * Math.PI) / 180), Math.cos((-skew * Math.PI) / 180)];
  const [dx, dy] = [x + boxWidth / 2 - width / 2, y + boxHeight / 2 - height / 2];
  const middleX = width / 2 + dx * cos - dy * sin;
  const middleY = height / 2 + dx * sin + dy * cos;
  const round = (value: number) => Math.round(value * 100) / 100;
  return [start, end, page, round(middleX - boxWidth / 2), round(middleY - boxHeight / 2), boxWidth, boxHeight];
}
