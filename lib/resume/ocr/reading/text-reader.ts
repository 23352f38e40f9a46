import { crop, type Grey, resize } from "../grey";
import type { OcrLine } from "../ocr-page";
import { decodeLine } from "./decode-line";
import { findText } from "./find-text";
import { findInk, type Ink } from "./ink";
import { toLine } from "./line-words";
import { loadModels, type Picture } from "./models";

export type TextReader = { recognize(grey: Grey): Promise<OcrLine[]> };

/** PaddleOCR: one network finds where lines stand, another reads each. */
export async function loadTextReader(): Promise<TextReader> {
  const models = await loadModels();
  return {
    async recognize(grey) {
      const lines: OcrLine[] = [];
      for (const box of await findText(models, grey)) {
        const strip = crop(grey, box);
        const ink = findInk(strip);
        const slices = await models.read(toPicture(strip, ink));
        const line = toLine(decodeLine(slices, models.characters), ink, box);
        if (line) lines.push(line);
      }
      return lines;
    },
  };
}

const stripHeight = 48;
/** From the top of a line's highest letter to the foot of its lowest one, in pixels: the time goes with the width. */
const enoughHeight = 32;

function toPicture(strip: Grey, { lineHeight }: Ink): Picture {
  const factor = Math.min(
    stripHeight / strip.height,
    Math.max(enoughHeight / lineHeight, (0.6 * stripHeight) / strip.height),
  );
  const { width, height, data } = resize(strip, Math.max(8, Math.round(strip.width * factor)), stripHeight);
  const input = new Float32Array(3 * width * height);
  for (let place = 0; place < width * height; place += 1) input[place] = (data[place] ?? 255) / 127.5 - 1;
  // Grey in all three colours.
  input.copyWithin(width * height, 0, width * height).copyWithin(2 * width * height, 0, width * height);
  return { width, height, data: input };
}
