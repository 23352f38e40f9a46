import { createRequire } from "node:module";
import path from "node:path";
import type { PDFDocumentProxy } from "pdfjs-dist/types/src/display/api";
import { UnreadableFileError } from "../../../document";
import { loadPdfjs } from "./load-pdfjs";

/** @throws UnreadableFileError: encrypted or corrupt */
export async function openPdf(bytes: Uint8Array, password?: string): Promise<PDFDocumentProxy> {
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
