import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { toBmp, toGif, toJpeg, toPng, toTiff } from "../../testing/scan-files";
import type { ImageKind } from "../kinds";
import { longestSide, mostPixels, readImageHeader } from "./image-header";

const page = createCanvas(30, 20);
const files: [ImageKind, () => Promise<Buffer> | Buffer][] = [
  ["png", () => toPng(page)],
  ["jpg", () => toJpeg(page)],
  ["gif", () => toGif(page)],
  ["bmp", () => toBmp(page)],
  ["tif", () => toTiff([page, createCanvas(10, 10)])],
];

test.each(files)("the size of a %s is known from its header", async (kind, make) => {
  const pages = kind === "tif" ? 2 : 1;
  expect(readImageHeader(await make(), kind)).toEqual({ width: 30, height: 20, pages });
});

test.each(files)("a cut-off %s never gives anything but its reason or its size", async (kind, make) => {
  const whole = await make();
  for (let length = 0; length < Math.min(whole.length, 200); length += 1) {
    try {
      expect(readImageHeader(whole.subarray(0, length), kind)).toMatchObject({ width: 30, height: 20 });
    } catch (error) {
      expect(error).toMatchObject({ name: "UnreadableFileError", reason: "corrupt" });
    }
  }
});

describe("what would fill the memory is refused by its header", () => {
  const claim = (width: number, height: number) => {
    const png = toPng(page);
    png.writeUInt32BE(width, 16);
    png.writeUInt32BE(height, 20);
    return png;
  };
  test.each([
    ["no width", 0, 20, "corrupt"],
    ["no height", 20, 0, "corrupt"],
    ["too many pixels", 8000, Math.ceil(mostPixels / 8000) + 1, "too_many_pixels"],
    ["one endless line", longestSide + 1, 1, "too_many_pixels"],
    ["the most a header can claim", 0xffffffff, 0xffffffff, "too_many_pixels"],
  ])("%s", (_, width, height, reason) => {
    expect(() => readImageHeader(claim(width, height), "png")).toThrow(expect.objectContaining({ reason }));
  });

  test("a picture larger than the screen of its GIF", async () => {
    const gif = Buffer.from(await toGif(page));
    const at = gif.indexOf(0x2c, 13);
    gif.writeUInt16LE(65_000, at + 5);
    gif.writeUInt16LE(65_000, at + 7);
    expect(() => readImageHeader(gif, "gif")).toThrow(expect.objectContaining({ reason: "too_many_pixels" }));
  });

  test("a later page of a TIFF", () => {
    const tiff = toTiff([createCanvas(4, 4), createCanvas(4, 4)]);
    const first = tiff.readUInt32BE(4);
    const second = tiff.readUInt32BE(first + 2 + tiff.readUInt16BE(first) * 12);
    for (let entry = second + 2; ; entry += 12) {
      if (tiff.readUInt16BE(entry) !== 256) continue;
      tiff.writeUInt16BE(4, entry + 2);
      tiff.writeUInt32BE(0x7fffffff, entry + 8);
      break;
    }
    expect(() => readImageHeader(tiff, "tif")).toThrow(expect.objectContaining({ reason: "too_many_pixels" }));
  });

  test("pages that lead back to the first", () => {
    const tiff = toTiff([createCanvas(4, 4)]);
    const first = tiff.readUInt32BE(4);
    tiff.writeUInt32BE(first, first + 2 + tiff.readUInt16BE(first) * 12);
    expect(() => readImageHeader(tiff, "tif")).toThrow(expect.objectContaining({ reason: "corrupt" }));
  });
});
