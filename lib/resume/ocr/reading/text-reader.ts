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
  const width = Math.max(8, Math.round(strip.width * factor));
  const { data } = resize(strip, width, stripHeight);
  const plane = width * stripHeight;
  const input = new Float32Array(3 * plane);
  for (let place = 0; place < plane; place += 1) input[place] = (data[place] ?? 255) / 127.5 - 1;
  // Grey in all three colours.
  return { width, height: stripHeight, data: input.copyWithin(plane, 0, plane).copyWithin(2 * plane, 0, plane) };
}
