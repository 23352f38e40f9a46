import { type ResumeDocument, UnreadableFileError } from "../document";
import { isImageKind } from "../kinds";
import { detectFileKind } from "./detect-file-kind";
import { readDocx } from "./text/docx/read-docx";
import { readHtml } from "./text/html/read-html";
import type { OcrPages } from "./text/ocr-document";
import { readPdf } from "./text/pdf/read-pdf";
import { readDoc } from "./text/read-doc";
import { readImage } from "./text/read-image";
import { readPlain } from "./text/read-plain";

type Options = {
  /** Opens a PDF. */
  password?: string;
  /** What OCR made of pages without text of their own. */
  ocr?: OcrPages;
};

/** Bytes of any supported file to text. Throws nothing but UnreadableFileError, a ScanError where OCR may help. */
export async function readDocument(
  bytes: Uint8Array,
  fileName: string,
  { password, ocr }: Options = {},
): Promise<ResumeDocument> {
  try {
    const kind = detectFileKind(bytes, fileName);
    if (kind === "pdf") return await readPdf(bytes, { password, ocr });
    if (isImageKind(kind)) return readImage(bytes, kind, ocr ?? new Map());
    if (kind === "docx") return await readDocx(bytes);
    if (kind === "doc") return await readDoc(bytes);
    if (kind === "html") return readHtml(bytes);
    return readPlain(bytes, kind);
  } catch (cause) {
    throw cause instanceof UnreadableFileError ? cause : new UnreadableFileError("internal", { cause });
  }
}
