/**
 * pdfjs with its parser in the same thread (ours is a worker already). Handing the parser over as a global
 * keeps pdfjs from looking for a file beside the bundle.
 */
export async function loadPdfjs() {
  const worker = await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  Object.assign(globalThis, { pdfjsWorker: worker, FontFace: LoadedFont });
  return import("pdfjs-dist/legacy/build/pdf.mjs");
}

/** What pdf.js asks of a browser's font when no outlines are wanted. */
class LoadedFont {
  readonly loaded = Promise.resolve();
  load() {
    return this.loaded;
  }
}
