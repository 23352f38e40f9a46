import { crc32, deflateSync } from "node:zlib";
import type { Dice } from "../dice";
import { drawPdf, pageHeight, pageWidth } from "./pdf-page";

const [width, height] = [620, 877];

/** A page as a scanner gives it: one grey picture that looks like lines of text, and no text. */
export function scanPdf(dice: Dice): Promise<Buffer> {
  const picture = drawLines(dice);
  return drawPdf((pdf) => pdf.image(picture, 0, 0, { width: pageWidth, height: pageHeight }));
}

function drawLines(dice: Dice): Buffer {
  const rows = Buffer.alloc((width + 1) * height, 0xf4);
  for (let y = 0; y < height; y += 1) rows[y * (width + 1)] = 0;
  const ink = (x: number, y: number) => {
    rows[y * (width + 1) + 1 + x] = dice.int(40, 110);
  };
  for (let top = 60; top < height - 80; top += dice.isLucky(0.15) ? 34 : 20) {
    const end = width - dice.int(70, 260);
    for (let x = 60; x < end; x += dice.int(4, 7)) {
      if (dice.isLucky(0.15)) x += 8;
      const size = dice.int(6, 11);
      for (let dot = 0; dot < size * 2; dot += 1) ink(x + dice.int(0, 3), top + dice.int(0, size));
    }
  }
  return png(rows);
}

/** PNG of one grey channel. */
function png(rows: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
