import { createCanvas, ImageData } from "@napi-rs/canvas";
import { UnreadableFileError, type UnreadableReason } from "../document";
import { detectFileKind } from "../parsing/detect-file-kind";
import type { OcrPage } from "./ocr-page";
import { pagePixels } from "./page-pixels";
import { readPixels } from "./read-pixels";
import { shrink } from "./shrink";
import { loadTesseract, type Tesseract } from "./tesseract";

export type OcrTask = { bytes: Uint8Array; fileName: string; page: number };
export type OcrOutcome = { ok: true; page: OcrPage } | Failure;
export type PictureOutcome = { ok: true; png: Uint8Array } | Failure;
/** A picture as a small JPEG, without what its camera noted. */
export type ShrinkOutcome = { ok: true; jpeg: Uint8Array } | Failure;
type Failure = { ok: false; reason: UnreadableReason };
export type OcrMessage = { task: "read" | "draw" | "shrink" } & OcrTask;

/*
 * The whole of dist/ocr-worker.mjs: a process that reads or draws one page at a time. A process and not a thread,
 * because image decoders are native code that a hostile file may crash, and because WebAssembly's memory is neither
 * limited by a thread's limits nor given back before the end.
 */
let tesseract: Tesseract | null = null;

process.on("message", (message: OcrMessage) => {
  void run(message).then((outcome) => process.send?.(outcome));
});
// The server is gone: nobody waits for the page.
process.on("disconnect", () => process.exit());
// Ctrl-C reaches the whole group; the server ends us when it has drained.
process.on("SIGINT", () => undefined);

async function run({ task, bytes, fileName, page }: OcrMessage): Promise<OcrOutcome | PictureOutcome | ShrinkOutcome> {
  try {
    const { pixels, ...size } = await pagePixels(bytes, detectFileKind(bytes, fileName), page);
    if (task === "draw") {
      const { width, height } = pixels;
      const canvas = createCanvas(width, height);
      canvas.getContext("2d").putImageData(new ImageData(Uint8ClampedArray.from(pixels.data), width, height), 0, 0);
      return { ok: true, png: await canvas.encode("png") };
    }
    if (task === "shrink") return { ok: true, jpeg: await shrink(pixels) };
    tesseract ??= await loadTesseract();
    return { ok: true, page: readPixels(tesseract, pixels, size) };
  } catch (error) {
    return { ok: false, reason: error instanceof UnreadableFileError ? error.reason : "internal" };
  }
}
