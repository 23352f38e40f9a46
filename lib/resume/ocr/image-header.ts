import { UnreadableFileError } from "../document";
import type { ImageKind } from "../kinds";

/** As stored, before the orientation its camera noted is applied. */
export type ImageHeader = {
  width: number;
  height: number;
  pages: number;
  /** There are more pages than are read. */
  isCut?: true;
};

/** An A3 page at 400 dpi; decoded to colours it takes 120 MB. */
export const mostPixels = 31_000_000;
export const longestSide = 30_000;
/** Pages of one file that OCR reads. */
export const mostOcrPages = 20;

/**
 * Size and number of pages from the headers alone, so that an image bomb is refused before anything is decoded.
 *
 * @throws UnreadableFileError: corrupt or too_many_pixels
 */
export function readImageHeader(bytes: Uint8Array, kind: ImageKind): ImageHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: ImageHeader;
  try {
    header = readers[kind](view);
  } catch (cause) {
    throw cause instanceof UnreadableFileError ? cause : new UnreadableFileError("corrupt", { cause });
  }
  checkSize(header);
  return header;
}

function checkSize({ width, height }: { width: number; height: number }) {
  if (width < 1 || height < 1) throw new UnreadableFileError("corrupt");
  if (width * height > mostPixels || Math.max(width, height) > longestSide) {
    throw new UnreadableFileError("too_many_pixels");
  }
}

// A read beyond the end throws a RangeError, which counts as corrupt.
const readers: Record<ImageKind, (view: DataView) => ImageHeader> = {
  png: (view) => ({ width: view.getUint32(16), height: view.getUint32(20), pages: 1 }),
  gif: readGif,
  bmp: readBmp,
  jpg: readJpeg,
  tif: readTiff,
};

/** The first picture may be larger than the screen it claims to be for; decoders follow either. */
function readGif(view: DataView): ImageHeader {
  let width = view.getUint16(6, true);
  let height = view.getUint16(8, true);
  const colours = view.getUint8(10);
  let at = 13 + (colours & 0x80 ? 3 << ((colours & 7) + 1) : 0);
  while (view.getUint8(at) !== 0x2c) {
    if (view.getUint8(at) !== 0x21) throw new UnreadableFileError("corrupt");
    at += 2;
    while (view.getUint8(at) !== 0) at += view.getUint8(at) + 1;
    at += 1;
  }
  width = Math.max(width, view.getUint16(at + 1, true) + view.getUint16(at + 5, true));
  height = Math.max(height, view.getUint16(at + 3, true) + view.getUint16(at + 7, true));
  return { width, height, pages: 1 };
}

function readBmp(view: DataView): ImageHeader {
  if (view.getUint32(14, true) === 12) {
    return { width: view.getUint16(18, true), height: view.getUint16(20, true), pages: 1 };
  }
  // A negative height means rows from the top.
  return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)), pages: 1 };
}

function readJpeg(view: DataView): ImageHeader {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) throw new UnreadableFileError("corrupt");
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // Start of frame, all but the tables (C4), the reserved one (C8) and arithmetic coding (CC).
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5), pages: 1 };
    }
    if (marker === 0xd9 || marker === 0xda) throw new UnreadableFileError("corrupt");
    at += 2 + view.getUint16(at + 2);
  }
}

const tiffWidth = 256;
const tiffHeight = 257;

/** Every page's size is checked; the first one's is given. */
function readTiff(view: DataView): ImageHeader {
  const isLittle = view.getUint8(0) === 0x49;
  const seen = new Set<number>();
  let first: { width: number; height: number } | null = null;
  for (let at = view.getUint32(4, isLittle); at !== 0; ) {
    // A chain that leads back into itself never ends.
    if (seen.has(at)) throw new UnreadableFileError("corrupt");
    seen.add(at);
    const size = { width: 0, height: 0 };
    const count = view.getUint16(at, isLittle);
    for (let entry = at + 2; entry < at + 2 + count * 12; entry += 12) {
      const tag = view.getUint16(entry, isLittle);
      if (tag !== tiffWidth && tag !== tiffHeight) continue;
      const isShort = view.getUint16(entry + 2, isLittle) === 3;
      const value = isShort ? view.getUint16(entry + 8, isLittle) : view.getUint32(entry + 8, isLittle);
      size[tag === tiffWidth ? "width" : "height"] = value;
    }
    checkSize(size);
    first ??= size;
    at = view.getUint32(at + 2 + count * 12, isLittle);
    if (seen.size >= mostOcrPages) return { ...first, pages: seen.size, ...(at !== 0 && { isCut: true }) };
  }
  if (!first) throw new UnreadableFileError("corrupt");
  return { ...first, pages: seen.size };
}
