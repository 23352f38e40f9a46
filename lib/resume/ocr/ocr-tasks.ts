import { createCanvas, ImageData } from "@napi-rs/canvas";
import { UnreadableFileError, type UnreadableReason } from "../document";
import { detectFileKind } from "../parsing/detect-file-kind";
import type { OcrPage } from "./ocr-page";
import { pagePixels } from "./page-pixels";
import { readPixels } from "./read-pixels";
import { loadTextReader, type TextReader } from "./reading/text-reader";
import { shrink } from "./shrink";

export type OcrTask = { bytes: Uint8Array; fileName: string; page: number };
export type OcrOutcome = { ok: true; page: OcrPage } | Failure;
export type PictureOutcome = { ok: true; png: Uint8Array } | Failure;
/** A picture as a small JPEG, without what its camera noted. */
export type ShrinkOutcome = { ok: true; jpeg: Uint8Array } | Failure;
type Failure = { ok: false; reason: UnreadableReason };

let reader: TextReader | null = null;

/** What a page says. */
export function readTask({ bytes, fileName, page }: OcrTask): Promise<OcrOutcome> {
  return orReason(async () => {
    const { pixels, ...size } = await pagePixels(bytes, detectFileKind(bytes, fileName), page);
    reader ??= await loadTextReader();
    return { ok: true, page: await readPixels(reader, pixels, size) };
  });
}

/** A page as PNG. */
export function drawTask({ bytes, fileName, page }: OcrTask): Promise<PictureOutcome> {
  return orReason(async () => {
    const { pixels } = await pagePixels(bytes, detectFileKind(bytes, fileName), page);
    const { width, height } = pixels;
    const canvas = createCanvas(width, height);
    canvas.getContext("2d").putImageData(new ImageData(Uint8ClampedArray.from(pixels.data), width, height), 0, 0);
    return { ok: true, png: await canvas.encode("png") };
  });
}

/** A page as a small JPEG. */
export function shrinkTask({ bytes, fileName, page }: OcrTask): Promise<ShrinkOutcome> {
  return orReason(async () => {
    const { pixels } = await pagePixels(bytes, detectFileKind(bytes, fileName), page);
    return { ok: true, jpeg: await shrink(pixels) };
  });
}

async function orReason<Outcome>(run: () => Promise<Outcome>): Promise<Outcome | Failure> {
  try {
    return await run();
  } catch (error) {
    return { ok: false, reason: error instanceof UnreadableFileError ? error.reason : "internal" };
  }
}
