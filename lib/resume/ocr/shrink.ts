import { createCanvas, ImageData } from "@napi-rs/canvas";
import type { Pixels } from "./decode-image";

/** Pixels of the longer side: sharp at twice the size it is shown in. */
const longestSide = 400;
const quality = 85;

/** A picture of a person, no larger than it is looked at. */
export function shrink({ width, height, data }: Pixels): Promise<Buffer> {
  const whole = createCanvas(width, height);
  whole.getContext("2d").putImageData(new ImageData(Uint8ClampedArray.from(data), width, height), 0, 0);
  const factor = Math.min(1, longestSide / Math.max(width, height));
  const small = createCanvas(Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor)));
  const context = small.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(whole, 0, 0, small.width, small.height);
  return small.encode("jpeg", quality);
}
