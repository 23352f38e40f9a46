import { crop, type Grey, scale } from "../grey";
import { findInk, isOneLine } from "./ink";
import type { Models } from "./models";
import { type Box, coveredShare, findBoxes, type Likelihood, withoutCovered } from "./text-boxes";

/** Of a page's shorter side: with less, lines of small letters run into each other. */
const lookLength = 905;
const mostScale = 0.55;
/** Of that scale, how a page is looked at once more: of large letters the first look sees only parts. */
const secondLook = 0.5;
/** Lines at least this high in the second look are large. */
const largeHeight = 16;
/** A page is looked at in bands of so many rows, which overlap: the whole would take twice the memory. */
const bandRows = 416;
const overlap = 64;
/** The network wants sides that are multiples of it. */
const step = 32;
/** What the network was trained on: means and deviations of red, green and blue. */
const colours = [
  { mean: 0.485, deviation: 0.229 },
  { mean: 0.456, deviation: 0.224 },
  { mean: 0.406, deviation: 0.225 },
];

/** Where text stands on a page: lines or parts of them, in no order. */
export async function findText({ find }: Models, grey: Grey): Promise<Box[]> {
  const factor = Math.min(mostScale, lookLength / Math.min(grey.width, grey.height));
  const lines = withoutCovered(await look(find, grey, factor));
  const least = largeHeight / (factor * secondLook);
  const large = (await look(find, grey, factor * secondLook)).filter(
    (box) => box.bottom - box.top >= least && isOneLine(findInk(crop(grey, box))),
  );
  return [...lines, ...withoutCovered(large.filter((box) => coveredShare(box, lines) < 0.3))];
}

async function look(find: Models["find"], grey: Grey, factor: number): Promise<Box[]> {
  const small = scale(grey, factor);
  const { width, height } = small;
  const map: Likelihood = { width, height, data: new Float32Array(width * height) };
  for (let top = 0; top === 0 || top + overlap < height; top += bandRows - overlap) {
    const bottom = Math.min(height, top + bandRows);
    const band = await likelihood(find, crop(small, { left: 0, top, right: width, bottom }));
    // Of what two bands saw, each gives the half that is farther from its edge.
    const first = top === 0 ? 0 : overlap / 2;
    map.data.set(band.subarray(first * width), (top + first) * width);
  }
  return findBoxes(map)
    .map(({ left, top, right, bottom }) => ({
      left: Math.max(0, Math.floor(left / factor)),
      top: Math.max(0, Math.floor(top / factor)),
      right: Math.min(grey.width, Math.ceil(right / factor)),
      bottom: Math.min(grey.height, Math.ceil(bottom / factor)),
    }))
    .filter(({ left, top, right, bottom }) => right > left && bottom > top);
}

async function likelihood(find: Models["find"], grey: Grey): Promise<Float32Array> {
  const width = Math.ceil(grey.width / step) * step;
  const height = Math.ceil(grey.height / step) * step;
  const input = new Float32Array(3 * width * height);
  for (const [colour, { mean, deviation }] of colours.entries()) {
    const values = Float32Array.from({ length: 256 }, (_, value) => (value / 255 - mean) / deviation);
    const plane = input.subarray(colour * width * height, (colour + 1) * width * height).fill(values[255] ?? 0);
    for (let y = 0; y < grey.height; y += 1) {
      for (let x = 0; x < grey.width; x += 1) plane[y * width + x] = values[grey.data[y * grey.width + x] ?? 255] ?? 0;
    }
  }
  const data = await find({ width, height, data: input });
  const out = new Float32Array(grey.width * grey.height);
  for (let y = 0; y < grey.height; y += 1) out.set(data.subarray(y * width, y * width + grey.width), y * grey.width);
  return out;
}
