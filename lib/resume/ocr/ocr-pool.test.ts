import path from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { afterAll, describe, expect, test } from "vitest";
import { chineseResume, nameOf, resumeLines } from "../../testing/resume-files";
import { drawPage, scanPdf, toBmp, toGif, toJpeg, toPng, toTiff } from "../../testing/scan-files";
import { UnreadableFileError } from "../document";
import { parseResume } from "../parsing/parse-resume";
import type { OcrPage } from "./ocr-page";
import { createOcrPool } from "./ocr-pool";

const reader = createOcrPool({ workerFile: path.resolve("dist/ocr-worker.mjs"), processes: 1 });
afterAll(() => reader.close());

const chinese = chineseResume(7).trim().split("\n");
const english = resumeLines(2);

/** Reads a file as the jobs do: each page that has no text of its own, then the whole. */
async function readScan(bytes: Uint8Array, fileName: string, pages = [0]) {
  const ocr = new Map<number, OcrPage | null>();
  for (const page of pages) {
    const read = await reader.read({ bytes, fileName, page });
    if (!read.ok) throw new UnreadableFileError(read.reason);
    ocr.set(page, read.page);
  }
  return parseResume(bytes, { fileName, asOf: "2026-11-21", ocr });
}

type Read = Awaited<ReturnType<typeof readScan>>;

function expectChinese({ profile, document }: Read) {
  expect(profile.name?.value).toBe("周海涛");
  expect(profile.phones.map(({ value }) => value)).toEqual(["13910000007"]);
  expect(profile.emails.map(({ value }) => value)).toEqual(["candidate7@example.com"]);
  expect(profile.education[0]?.school?.value).toBe("浙江大学");
  expect(document.pages[0]?.ocr).toMatchObject({ outcome: "read" });
}

function expectEnglish({ profile }: Read) {
  expect(profile.name?.value).toBe(nameOf(2));
  expect(profile.phones.map(({ value }) => value.replace(/\D/g, ""))).toEqual(["14155551002"]);
  expect(profile.emails.map(({ value }) => value)).toEqual(["maria.miller.2@example.com"]);
  expect(profile.education[0]?.school?.value).toContain("Technical University of Munich");
}

describe("a resume as a picture", () => {
  test("Chinese, as PNG: fields, places and how sure they are", async () => {
    const read = await readScan(toPng(drawPage(chinese)), "a.png");
    expectChinese(read);
    const { document, profile } = read;
    expect(document.confidences).toHaveLength(document.boxes.length);
    expect(document.pages[0]?.ocr?.confidence).toBeGreaterThan(0.7);
    // The phone is drawn in the third line, 147 pixels from the left of 1654, on a page 595 points wide.
    const span = profile.phones[0]?.spans[0];
    const box = document.boxes.find(([start, end]) => span && start < span.end && span.start < end);
    const [, , , x = 0, y = 0] = box ?? [];
    const points = 595 / 1654;
    expect(Math.abs(x - 252 * points)).toBeLessThan(50);
    expect(Math.abs(y + 10 - (173 + 2 * 70) * points)).toBeLessThan(14);
    for (const { confidence } of [...profile.phones, ...profile.emails]) expect(confidence).toBeLessThan(1);
  });

  test("turned by a quarter, as JPEG: stood upright, with its boxes", async () => {
    const read = await readScan(toJpeg(drawPage(chinese, { turn: 90 })), "a.jpg");
    expectChinese(read);
    const [page] = read.document.pages;
    expect(page?.ocr?.turn).toBe(270);
    expect(page && page.height > page.width).toBe(true);
    for (const [, , , x, y, width] of read.document.boxes) {
      expect(x + width).toBeLessThanOrEqual((page?.width ?? 0) + 1);
      expect(y).toBeLessThan((page?.height ?? 0) / 2);
    }
  });

  test("upside down, English", async () => {
    const read = await readScan(toJpeg(drawPage(english, { turn: 180 })), "a.jpg");
    expectEnglish(read);
    expect(read.document.pages[0]?.ocr?.turn).toBe(180);
  });

  test("faint, in a shadow", async () => {
    expectEnglish(await readScan(toJpeg(drawPage(english, { isFaint: true })), "photo.jpeg"));
  });

  test.each([
    ["BMP", "a.bmp", toBmp],
    ["GIF", "a.gif", toGif],
  ])("as %s", async (_, name, encode) => {
    const { profile } = await readScan(await encode(drawPage(english.slice(0, 4))), name);
    expect(profile.name?.value).toBe(nameOf(2));
    expect(profile.emails.map(({ value }) => value)).toEqual(["maria.miller.2@example.com"]);
  });

  test("two pages, as TIFF", async () => {
    const tiff = toTiff([drawPage(chinese), drawPage(["专业技能", "Kafka、Redis、Kubernetes"])]);
    const read = await readScan(tiff, "fax.tif", [0, 1]);
    expectChinese(read);
    expect(read.document.pages).toHaveLength(2);
    expect(read.document.text).toContain("Kubernetes");
    expect(read.document.boxes.at(-1)?.[2]).toBe(1);
  });

  test("a PDF of both: text stays text, and only the picture is read from its pixels", async () => {
    const bytes = await scanPdf([english, drawPage(["# References", "Professor Ingrid Lindqvist, Uppsala"])]);
    const quick = await parseResume(bytes, { fileName: "a.pdf", asOf: "2026-11-21" });
    expect(quick.document.pages.map(({ needsOcr }) => needsOcr)).toEqual([undefined, true]);
    const read = await readScan(bytes, "a.pdf", [1]);
    expectEnglish(read);
    expect(read.document.text).toContain("Ingrid Lindqvist");
    expect(read.document.pages.map(({ ocr }) => ocr?.outcome)).toEqual([undefined, "read"]);
    const { confidences = [], boxes } = read.document;
    expect(boxes.every(([, , page], index) => page === 1 || confidences[index] === 1)).toBe(true);
  });
});

describe("what cannot be read says so", () => {
  test("a page without anything on it", async () => {
    await expect(readScan(toPng(createCanvas(600, 800)), "a.png")).rejects.toMatchObject({ reason: "no_text" });
  });

  test("a picture of something else", async () => {
    const canvas = createCanvas(600, 400);
    const context = canvas.getContext("2d");
    for (let index = 0; index < 500; index += 1) {
      context.fillStyle = `rgb(${(index * 37) % 200}, ${(index * 91) % 200}, ${(index * 53) % 200})`;
      context.fillRect((index * 7919) % 600, (index * 104_729) % 400, 3 + (index % 11), 2 + (index % 5));
    }
    await expect(readScan(toPng(canvas), "a.png")).rejects.toMatchObject({ reason: "unreadable_scan" });
  });

  const whole = toPng(createCanvas(300, 300));
  const claimsMore = Buffer.from(whole);
  claimsMore.writeUInt32BE(60_000, 16);
  claimsMore.writeUInt32BE(60_000, 20);
  test.each<[string, string, Buffer, string]>([
    ["cut off", "a.png", whole.subarray(0, 60), "corrupt"],
    ["nothing but its first bytes", "a.jpg", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "corrupt"],
    ["a bomb by its header", "a.png", claimsMore, "too_many_pixels"],
    [
      "noise behind the mark of a TIFF",
      "a.tif",
      Buffer.from(`II*\0${"\u0008rubbish".repeat(40)}`, "latin1"),
      "corrupt",
    ],
    ["a page behind the mark of an image", "a.gif", Buffer.from("GIF89a<html><script>alert(1)</script>"), "corrupt"],
  ])("%s", async (_, fileName, bytes, reason) => {
    const read = await reader.read({ bytes, fileName, page: 0 });
    expect(read).toEqual({ ok: false, reason });
  });

  test("a page that the file does not have", async () => {
    expect(await reader.read({ bytes: whole, fileName: "a.png", page: 3 })).toMatchObject({ ok: false });
  });
});

test("a page is drawn as PNG", async () => {
  const drawn = await reader.draw({ bytes: toBmp(drawPage(english)), fileName: "a.bmp", page: 0 });
  if (!drawn.ok) throw new Error(drawn.reason);
  const picture = await loadImage(Buffer.from(drawn.png));
  expect([picture.width, picture.height]).toEqual([1654, 2339]);
});
