import { createRequire } from "node:module";
import path from "node:path";
import type { PDFDocumentProxy } from "pdfjs-dist/types/src/display/api";
import { UnreadableFileError } from "../../../document";
import { loadPdfjs } from "./load-pdfjs";

/** A document whose fonts are all there already: pdf.js makes no outlines of letters, which only a canvas needs. */
const withoutOutlines = {
  disableFontFace: false,
  ownerDocument: { fonts: { add() {}, delete() {} } } as unknown as HTMLDocument,
};

/** What a file is opened for: the less, the faster. `text` leaves pictures out of the drawing too. */
type Purpose = "text" | "pictures" | "canvas";

/** @throws UnreadableFileError: encrypted or corrupt */
export async function openPdf(bytes: Uint8Array, purpose: Purpose, password?: string): Promise<PDFDocumentProxy> {
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
      ...(purpose === "text" && { maxImageSize: 0 }),
      ...(purpose === "canvas" ? { disableFontFace: true } : withoutOutlines),
      useSystemFonts: false,
      verbosity: pdfjs.VerbosityLevel.ERRORS,
      stopAtErrors: false,
    }).promise;
  } catch (error) {
    const isLocked = error instanceof Error && error.name === "PasswordException";
    throw new UnreadableFileError(isLocked ? "encrypted" : "corrupt", { cause: error });
  }
}
