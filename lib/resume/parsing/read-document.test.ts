import { describe, expect, test } from "vitest";
import { UnreadableFileError } from "../document";
import { makeLockedPdf, makePdf } from "./fixtures/make-pdf";
import { makeDocx, makeZip, paragraph } from "./fixtures/make-zip";
import { readDocument } from "./read-document";

const read = async (bytes: Uint8Array, name: string) => (await readDocument(bytes, name)).text;

describe("PDF", () => {
  test("two columns are read one after the other, the full-width name first", async () => {
    const left = [
      "EXPERIENCE",
      "Acme Widgets Ltd",
      "Built the widget line and its tests",
      "Ran the night shift for a year",
    ];
    const right = ["SKILLS", "Python", "Go", "Rust", "Lathe work"];
    const text = await read(
      makePdf([
        [
          { text: "Jane Miller, widget engineer of many years and some renown, Leeds", x: 60, y: 50, size: 14 },
          ...left.map((line, index) => ({ text: line, x: 60, y: 100 + index * 17 })),
          ...right.map((line, index) => ({ text: line, x: 400, y: 103 + index * 14 })),
        ],
      ]),
      "a.pdf",
    );
    expect(text.trim().split(/\n+/)).toEqual([
      "Jane Miller, widget engineer of many years and some renown, Leeds",
      ...left,
      ...right,
    ]);
  });

  test("dates on the right stay with their line", async () => {
    const rows = [
      ["Acme Ltd", "Leeds, UK"],
      ["Engineer", "Jan 2019 - Present"],
      ["Bramble plc", "York, UK"],
      ["Fitter", "May 2015 - Dec 2018"],
    ];
    const lines = rows.flatMap(([name = "", fact = ""], index) => [
      { text: name, x: 60, y: 100 + index * 15 },
      { text: fact, x: 450, y: 100 + index * 15 },
    ]);
    expect((await read(makePdf([lines]), "a.pdf")).trim().split(/\n+/)).toEqual(rows.map((row) => row.join("\t")));
  });

  test("letter-spaced headings and broken words are put together", async () => {
    const text = await read(
      makePdf([
        [
          { text: "E D U C A T I O N", x: 60, y: 80 },
          { text: "Studied the theory of manu-", x: 60, y: 100 },
          { text: "facturing and cost", x: 60, y: 112 },
        ],
      ]),
      "a.pdf",
    );
    expect(text).toContain("EDUCATION");
    expect(text).toContain("manufacturing");
  });

  test("boxes name the place of each run, counted from the page's top left", async () => {
    const { text, boxes, pages } = await readDocument(makePdf([[{ text: "Jane", x: 72, y: 100 }]]), "a.pdf");
    expect(pages).toEqual([{ width: 612, height: 792 }]);
    const [start = 0, end = 0, page, x, y] = boxes[0] ?? [];
    expect(text.slice(start, end)).toBe("Jane");
    expect([page, x]).toEqual([0, 72]);
    expect(y).toBeGreaterThan(88);
    expect(y).toBeLessThan(100);
  });

  test("a running footer is not text of the resume", async () => {
    const page = (line: string, number: number) => [
      { text: line, x: 60, y: 100 },
      { text: `Jane Miller - Page ${number} of 2`, x: 60, y: 770 },
    ];
    const text = await read(makePdf([page("first", 1), page("second", 2)]), "a.pdf");
    expect(text.trim().split(/\n+/)).toEqual(["first", "second"]);
  });

  test("a thousand pages are read to the limit, quickly", async () => {
    const pages = Array.from({ length: 1000 }, (_, index) => [{ text: `page ${index} of a long file`, x: 60, y: 400 }]);
    const started = performance.now();
    const document = await readDocument(makePdf(pages), "a.pdf");
    expect(document.isTruncated).toBe(true);
    expect(document.pages).toHaveLength(60);
    expect(document.pageCount).toBe(1000);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test.each([
    ["a page without text", makePdf([[]]), "no_text_layer"],
    ["a password", makeLockedPdf(), "encrypted"],
    ["a cut-off file", makePdf([[{ text: "Jane", x: 72, y: 72 }]]).subarray(0, 60), "corrupt"],
  ])("%s gives its reason", async (_, bytes, reason) => {
    await expect(readDocument(bytes, "a.pdf")).rejects.toSatisfy(
      (error) => error instanceof UnreadableFileError && error.reason === reason,
    );
  });
});

describe("DOCX", () => {
  test("layout tables, lists, text boxes and page headers are read", async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const body = `${paragraph("Jane Miller")}<w:tbl><w:tr>${cell("2015 - 2018")}${cell("Acme Ltd")}</w:tr></w:tbl><w:p><w:r><w:pict><w:txbxContent>${paragraph("In a box")}</w:txbxContent></w:pict></w:r></w:p>`;
    const header = `<?xml version="1.0"?><w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${paragraph("jane@example.com &amp; co")}</w:hdr>`;
    const text = await read(makeDocx(body, { "word/header1.xml": header }), "a.docx");
    expect(text).toContain("2015 - 2018\tAcme Ltd");
    expect(text).toContain("In a box");
    expect(text.startsWith("jane@example.com & co")).toBe(true);
  });

  test("a bomb is stopped by what it really inflates to", async () => {
    const bomb = makeDocx(paragraph("hi"), { "word/media/a.bin": Buffer.alloc(40 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    const started = performance.now();
    await expect(readDocument(bomb, "a.docx")).rejects.toMatchObject({ reason: "expansion_limit" });
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test("too many parts and a cut-off file have their reasons", async () => {
    const parts = Object.fromEntries(Array.from({ length: 2100 }, (_, index) => [`p${index}.xml`, "x"]));
    await expect(readDocument(makeZip({ "word/document.xml": "x", ...parts }), "a.docx")).rejects.toMatchObject({
      reason: "expansion_limit",
    });
    await expect(readDocument(makeDocx(paragraph("hi")).subarray(0, 700), "a.docx")).rejects.toMatchObject({
      reason: "corrupt",
    });
    await expect(readDocument(makeDocx(""), "a.docx")).rejects.toMatchObject({ reason: "no_text" });
  });
});

describe("DOC", () => {
  const magic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const doc = (stream: Buffer) =>
    Buffer.concat([magic, Buffer.alloc(504), stream, Buffer.alloc(512), Buffer.from("WordDocument", "utf16le")]);

  test("a locked file and a broken one have their reasons", async () => {
    const locked = Buffer.concat([Buffer.from([0xec, 0xa5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]), Buffer.alloc(500)]);
    await expect(readDocument(doc(locked), "a.doc")).rejects.toMatchObject({ reason: "encrypted" });
    await expect(readDocument(doc(Buffer.alloc(512)), "a.doc")).rejects.toMatchObject({ reason: "corrupt" });
  });
});

describe("text", () => {
  const chinese = "姓名：王小明\n电话：13800000000\n工作经历：在某公司负责项目管理与系统设计";
  const utf16 = (text: string, swap: boolean) =>
    swap ? Buffer.from(text, "utf16le").swap16() : Buffer.from(text, "utf16le");

  test.each([
    ["UTF-8 with a mark", Buffer.from(`\ufeff${chinese}`)],
    ["UTF-16 with a mark", utf16(`\ufeff${chinese}`, false)],
    ["UTF-16 the other way round", utf16(`\ufeff${chinese}`, true)],
    ["UTF-16 without a mark", utf16(chinese, false)],
    ["UTF-16 without a mark, the other way round", utf16(chinese, true)],
    ["GB18030", encodeLegacy(chinese)],
  ])("%s", async (_, bytes) => {
    expect(await read(bytes, "简历.txt")).toBe(chinese);
  });

  test("Western text with accents is no Chinese", async () => {
    expect(await read(Buffer.from("José Müller, Düsseldorf\nIngénieur", "latin1"), "a.txt")).toContain("José Müller");
  });

  test("Markdown loses its marks, not its lines", async () => {
    const markdown =
      "---\ntitle: x\n---\n# Jane **Miller**\n\n## Work\n* *Acme* - `Go`\n| a | b |\n|---|---|\n| c | d |\n[site](https://example.com)";
    expect(await read(Buffer.from(markdown), "a.md")).toBe(
      "title: x\n\nJane Miller\n\nWork\n• Acme - Go\na\tb\n\nc\td\nsite (https://example.com)",
    );
  });

  test("controls, odd spaces and radicals are made plain", async () => {
    expect(await read(Buffer.from("⻓\u200b沙\u00a0ﬁn\u0007e\r\nx"), "a.txt")).toBe("长沙 fine\nx");
  });

  test("only white space is no text; a huge file is cut", async () => {
    await expect(readDocument(Buffer.from(" \n\t"), "a.txt")).rejects.toMatchObject({ reason: "no_text" });
    const { text, isTruncated } = await readDocument(Buffer.from("word ".repeat(100_000)), "a.txt");
    expect(isTruncated).toBe(true);
    expect(text.length).toBeLessThanOrEqual(200_000);
  });

  test("a name of 300 characters with path parts and emoji is only a name", async () => {
    expect(await read(Buffer.from("Jane"), `../../${"é😀".repeat(100)}.txt`)).toBe("Jane");
  });
});

/** GB2312 bytes through the decoder's own table: every two-byte code is tried once. */
function encodeLegacy(text: string): Buffer {
  const decoder = new TextDecoder("gb18030");
  const codes = new Map<string, Buffer>();
  for (let high = 0xa1; high <= 0xf7; high += 1) {
    for (let low = 0xa1; low <= 0xfe; low += 1)
      codes.set(decoder.decode(Uint8Array.of(high, low)), Buffer.from([high, low]));
  }
  return Buffer.concat(
    [...text].map((character) =>
      character < "\u0080" ? Buffer.from(character) : (codes.get(character) ?? Buffer.from("?")),
    ),
  );
}
