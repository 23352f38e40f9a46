import { createCanvas, loadImage } from "@napi-rs/canvas";
import { UnreadableFileError } from "../document";
import type { ImageKind } from "../kinds";
import { readImageHeader } from "./image-header";

export type Pixels = { width: number; height: number; data: Uint8Array | Uint8ClampedArray };

/** Two copies of a larger picture beside its decoded one are more memory than the process may take. */
const mostDrawnPixels = 8_000_000;

/**
 * The pixels of an image as RGBA, a large one made smaller, the way its camera was held already applied. Of an animation, the first picture.
 *
 * @throws UnreadableFileError
 */
export async function decodeImage(bytes: Uint8Array, kind: ImageKind, page: number): Promise<Pixels> {
  const { pages } = readImageHeader(bytes, kind);
  if (page >= pages) throw new UnreadableFileError("corrupt");
  try {
    return kind === "tif" ? await decodeTiff(bytes, page) : await decodeWithCanvas(bytes);
  } catch (cause) {
    throw cause instanceof UnreadableFileError ? cause : new UnreadableFileError("corrupt", { cause });
  }
}

async function decodeWithCanvas(bytes: Uint8Array): Promise<Pixels> {
  const image = await loadImage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const { width, height } = image;
  if (width < 1 || height < 1) throw new UnreadableFileError("corrupt");
  const factor = Math.min(1, Math.sqrt(mostDrawnPixels / (width * height)));
  const drawn = { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
  const context = createCanvas(drawn.width, drawn.height).getContext("2d");
  context.imageSmoothingQuality = "high";
  context.fillStyle = "#fff";
  context.fillRect(0, 0, drawn.width, drawn.height);
  context.drawImage(image, 0, 0, drawn.width, drawn.height);
  return context.getImageData(0, 0, drawn.width, drawn.height);
}

const orientationTag = "t274";

async function decodeTiff(bytes: Uint8Array, page: number): Promise<Pixels> {
  const { default: utif } = await import("utif2");
  const buffer = Uint8Array.from(bytes).buffer;
  const ifd = utif.decode(buffer)[page];
  if (!ifd) throw new UnreadableFileError("corrupt");
  utif.decodeImage(buffer, ifd);
  const { width, height } = ifd;
  const data = utif.toRGBA8(ifd);
  if (data.length !== width * height * 4 || data.length === 0) throw new UnreadableFileError("corrupt");
  const [orientation = 1] = ifd[orientationTag] ?? [];
  return orient({ width, height, data }, orientation);
}

/** The eight ways of TIFF and EXIF to hold a page: where its first row and column belong. */
function orient({ width, height, data }: Pixels, orientation: number): Pixels {
  if (orientation < 2 || orientation > 8) return { width, height, data };
  const isTurned = orientation >= 5;
  const out: Pixels = {
    width: isTurned ? height : width,
    height: isTurned ? width : height,
    data: new Uint8Array(data.length),
  };
  const source = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const target = new Uint32Array(out.data.buffer);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [column, row] = placeOf(orientation, x, y, width, height);
      target[row * out.width + column] = source[y * width + x] ?? 0;
    }
  }
  return out;
}

function placeOf(orientation: number, x: number, y: number, width: number, height: number): [number, number] {
  const [fromRight, fromBottom] = [width - 1 - x, height - 1 - y];
  if (orientation === 2) return [fromRight, y];
  if (orientation === 3) return [fromRight, fromBottom];
  if (orientation === 4) return [x, fromBottom];
  if (orientation === 5) return [y, x];
  if (orientation === 6) return [fromBottom, x];
  return orientation === 7 ? [fromBottom, fromRight] : [y, fromRight];
}
