import type { PDFPageProxy } from "pdfjs-dist/types/src/display/api";
import { openPdf } from "../text/pdf/open-pdf";
import { replayDrawing } from "../text/pdf/page-drawing";
import { isPhotoShaped, type Photo } from "./photo";

type Drawn = { name: string; width: number; height: number };
/** Pixels as pdf.js hands them over; `kind` 2 has three bytes a pixel, 3 has four. */
type Pixels = { width: number; height: number; kind: number; data: Uint8Array | Uint8ClampedArray };

const mostPixels = 16_000_000;
/** Fewer colours than these make a logo, an icon or a QR code. */
const fewestColours = 40;

/** The first picture on the first two pages that has a photo's shape, size and colours. */
export async function findPdfPhoto(bytes: Uint8Array, password?: string): Promise<Photo | null> {
  const pdf = await openPdf(bytes, "pictures", password);
  try {
    for (let number = 1; number <= Math.min(2, pdf.numPages); number += 1) {
      const page = await pdf.getPage(number);
      for (const { name } of (await drawnPictures(page)).filter(isPhotoShaped)) {
        const pixels = await pixelsOf(page, name);
        if (pixels && isColourful(pixels)) return await toJpeg(pixels);
      }
    }
    return null;
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** Every picture with the size it has on the page, in points. */
async function drawnPictures(page: PDFPageProxy): Promise<Drawn[]> {
  const drawn: Drawn[] = [];
  await replayDrawing(page, {
    picture: ([a, b, c, d], name) => {
      if (name) drawn.push({ name, width: Math.hypot(a, b), height: Math.hypot(c, d) });
    },
  });
  return drawn;
}

function pixelsOf(page: PDFPageProxy, name: string): Promise<Pixels | null> {
  const objects = name.startsWith("g_") ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    objects.get(name, (image: Partial<Pixels> | null) => {
      const { width = 0, height = 0, kind = 0, data } = image ?? {};
      const size = width * height;
      const isUsable = data && (kind === 2 || kind === 3) && size > 0 && size <= mostPixels;
      resolve(isUsable ? { width, height, kind, data } : null);
    });
  });
}

/** Counts the colours of up to 4,000 pixels, in steps of sixteen. */
function isColourful({ width, height, kind, data }: Pixels): boolean {
  const step = Math.max(1, Math.floor((width * height) / 4000));
  const colours = new Set<number>();
  for (let pixel = 0; pixel < width * height; pixel += step) {
    const at = pixel * (kind === 2 ? 3 : 4);
    colours.add((((data[at] ?? 0) >> 4) << 8) | (((data[at + 1] ?? 0) >> 4) << 4) | ((data[at + 2] ?? 0) >> 4));
  }
  return colours.size >= fewestColours || (colours.size >= 12 && isGrey(colours));
}

/** A black and white photo has sixteen greys at most. */
function isGrey(colours: ReadonlySet<number>): boolean {
  return [...colours].every((colour) => Math.abs((colour >> 8) - (colour & 15)) <= 1);
}

async function toJpeg({ width, height, kind, data }: Pixels): Promise<Photo> {
  const { createCanvas } = await import("@napi-rs/canvas");
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const from = pixel * (kind === 2 ? 3 : 4);
    // Transparent parts show the paper.
    const alpha = kind === 3 ? (data[from + 3] ?? 255) / 255 : 1;
    for (let channel = 0; channel < 3; channel += 1)
      image.data[pixel * 4 + channel] = (data[from + channel] ?? 0) * alpha + 255 * (1 - alpha);
    image.data[pixel * 4 + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return { mediaType: "image/jpeg", bytes: canvas.toBuffer("image/jpeg", 88) };
}
