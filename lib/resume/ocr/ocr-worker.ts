import { createCanvas, ImageData } from "@napi-rs/canvas";
import { UnreadableFileError, type UnreadableReason } from "../document";
import { detectFileKind } from "../parsing/detect-file-kind";
import type { OcrPage } from "./ocr-page";
import { pagePixels } from "./page-pixels";
import { readPixels } from "./read-pixels";
import { loadTextReader, type TextReader } from "./reading/text-reader";

export type OcrTask = { bytes: Uint8Array; fileName: string; page: number };
export type OcrOutcome = { ok: true; page: OcrPage } | Failure;
export type PictureOutcome = { ok: true; png: Uint8Array } | Failure;
type Failure = { ok: false; reason: UnreadableReason };
export type OcrMessage = { task: "read" | "draw" } & OcrTask;

/*
 * The whole of dist/ocr-worker.mjs: a process that reads or draws one page at a time. A process and not a thread,
 * because image decoders and ONNX Runtime are native code: a hostile file may crash it, and its memory is outside a
 * thread's limits.
 */
let reader: TextReader | null = null;

process.on("message", (message: OcrMessage) => {
  void run(message).then((outcome) => {
    process.send?.(outcome);
    // A page's pixels are outside the heap, where nothing hurries to give them back before the next page's come.
    globalThis.gc?.();
  });
});
// The server is gone: nobody waits for the page.
process.on("disconnect", () => process.exit());
// Ctrl-C reaches the whole group; the server ends us when it has drained.
process.on("SIGINT", () => undefined);

async function run({ task, bytes, fileName, page }: OcrMessage): Promise<OcrOutcome | PictureOutcome> {
  try {
    const { pixels, ...size } = await pagePixels(bytes, detectFileKind(bytes, fileName), page);
    if (task === "draw") {
      const { width, height } = pixels;
      const canvas = createCanvas(width, height);
      canvas.getContext("2d").putImageData(new ImageData(Uint8ClampedArray.from(pixels.data), width, height), 0, 0);
      return { ok: true, png: await canvas.encode("png") };
    }
    reader ??= await loadTextReader();
    return { ok: true, page: await readPixels(reader, pixels, size) };
  } catch (error) {
    return { ok: false, reason: error instanceof UnreadableFileError ? error.reason : "internal" };
  }
}
