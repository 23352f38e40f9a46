import { createRequire } from "node:module";
import path from "node:path";
import { type Canvas, createCanvas, GlobalFonts } from "@napi-rs/canvas";
import PDFDocument from "pdfkit";
import utif from "utif2";

/*
 * Resumes as pictures, drawn when a test runs: as a scanner, a phone or a fax gives them.
 */
const font = "Noto Sans SC";
/** A4 at 200 dpi. */
const [width, height] = [1654, 2339];

type Look = {
  /** Degrees clockwise that the sheet lies turned. */
  turn?: 0 | 90 | 180 | 270;
  /** Grey on grey, in a shadow that falls over the page. */
  isFaint?: boolean;
  /** From one line to the next; letters are half as high. */
  step?: number;
};

/** A page with these lines; one of `# ` is large. */
export function drawPage(lines: readonly string[], { turn = 0, isFaint = false, step = 70 }: Look = {}): Canvas {
  registerFont();
  const page = createCanvas(width, height);
  const context = page.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.fillStyle = "#111";
  for (const [index, line] of lines.entries()) {
    context.font = `${line.startsWith("# ") ? 58 : step / 2}px "${font}"`;
    context.fillText(line.replace(/^# /, ""), 147, 173 + index * step);
  }
  if (isFaint) fade(page);
  return turn === 0 ? page : turned(page, turn);
}

function registerFont() {
  if (GlobalFonts.has(font)) return;
  const folder = path.dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans-sc/package.json"));
  GlobalFonts.registerFromPath(path.join(folder, "400Regular/NotoSansSC_400Regular.ttf"), font);
}

function fade(page: Canvas) {
  const context = page.getContext("2d");
  const picture = context.getImageData(0, 0, width, height);
  for (let index = 0; index < picture.data.length; index += 1) {
    if (index % 4 === 3) continue;
    const shadow = 0.6 + (0.4 * ((index / 4) % width)) / width;
    picture.data[index] = (150 + (picture.data[index] ?? 0) * 0.25) * shadow;
  }
  context.putImageData(picture, 0, 0);
}

function turned(page: Canvas, turn: 90 | 180 | 270): Canvas {
  const out = turn === 180 ? createCanvas(width, height) : createCanvas(height, width);
  const context = out.getContext("2d");
  context.translate(out.width / 2, out.height / 2);
  context.rotate((turn * Math.PI) / 180);
  context.drawImage(page, -width / 2, -height / 2);
  return out;
}

export const toPng = (page: Canvas) => page.toBuffer("image/png");
export const toJpeg = (page: Canvas) => page.toBuffer("image/jpeg", 85);
export const toGif = (page: Canvas) => page.encode("gif");

export function toTiff(pages: readonly Canvas[]): Buffer {
  const images = pages.map((page) => page.getContext("2d").getImageData(0, 0, page.width, page.height));
  const files = images.map((image) =>
    Buffer.from(utif.encodeImage(Uint8Array.from(image.data), image.width, image.height)),
  );
  return joinTiffs(files);
}

/** Each page's directory leads to the next one's; what stands in a directory as a place moves with its page. */
function joinTiffs(files: Buffer[]): Buffer {
  const starts = files.map((_, index) => files.slice(0, index).reduce((sum, file) => sum + file.length, 0));
  const joined = Buffer.concat(files);
  for (const [index, start] of starts.entries()) {
    const directory = start + joined.readUInt32BE(start + 4);
    const count = joined.readUInt16BE(directory);
    for (let entry = directory + 2; entry < directory + 2 + count * 12; entry += 12) {
      const size =
        ({ 1: 1, 2: 1, 3: 2, 4: 4, 5: 8 }[joined.readUInt16BE(entry + 2)] ?? 1) * joined.readUInt32BE(entry + 4);
      const isPlace = size > 4 || joined.readUInt16BE(entry) === stripOffsets;
      if (isPlace) joined.writeUInt32BE(joined.readUInt32BE(entry + 8) + start, entry + 8);
    }
    const next = starts[index + 1];
    const nextDirectory = next === undefined ? 0 : next + joined.readUInt32BE(next + 4);
    joined.writeUInt32BE(nextDirectory, directory + 2 + count * 12);
  }
  return joined;
}

const stripOffsets = 273;

/** 24 bits a pixel, rows from the bottom. */
export function toBmp(page: Canvas): Buffer {
  // Asked for once: each asking goes through to native code.
  const { width, height } = page;
  const { data } = page.getContext("2d").getImageData(0, 0, width, height);
  const rowBytes = Math.ceil((width * 3) / 4) * 4;
  const file = Buffer.alloc(54 + rowBytes * height);
  file.write("BM");
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = ((height - 1 - y) * width + x) * 4;
      const to = 54 + y * rowBytes + x * 3;
      for (const channel of [0, 1, 2]) file[to + channel] = data[from + 2 - channel] ?? 0;
    }
  }
  return file;
}

/** A PDF whose pages are pictures, or lines of text. */
export async function scanPdf(pages: readonly (Canvas | string[])[]): Promise<Buffer> {
  const pdf = new PDFDocument({ autoFirstPage: false, size: "A4", margin: 60 });
  for (const page of pages) {
    pdf.addPage();
    if (Array.isArray(page)) for (const line of page) pdf.text(line || " ");
    else pdf.image(toJpeg(page), 0, 0, { width: pdf.page.width, height: pdf.page.height });
  }
  pdf.end();
  const chunks: Buffer[] = [];
  for await (const chunk of pdf) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
