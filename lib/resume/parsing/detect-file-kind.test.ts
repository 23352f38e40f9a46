import { describe, expect, test } from "vitest";
import { detectFileKind } from "./detect-file-kind";
import { makePdf } from "./fixtures/make-pdf";
import { makeDocx, makeZip, paragraph } from "./fixtures/make-zip";

const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504)]);
const kind = (bytes: Buffer, name: string) => detectFileKind(bytes, name);

describe("content decides, not the name", () => {
  test("a PDF named .docx is a PDF", () => {
    expect(kind(makePdf([[{ text: "Jane", x: 72, y: 72 }]]), "resume.docx")).toBe("pdf");
  });
  test("PDF magic behind a few bytes of junk still counts", () => {
    expect(kind(Buffer.concat([Buffer.from("\r\njunk"), makePdf([[]])]), "a.pdf")).toBe("pdf");
  });
  test("a Word file named .pdf is a Word file", () => {
    expect(kind(makeDocx(paragraph("Jane")), "resume.pdf")).toBe("docx");
  });
  test("an OLE file with a WordDocument stream is a .doc", () => {
    expect(kind(Buffer.concat([ole, Buffer.from("WordDocument", "utf16le")]), "a")).toBe("doc");
  });
  test("only the name tells Markdown from text", () => {
    expect(kind(Buffer.from("# Jane"), "RESUME.MD")).toBe("md");
    expect(kind(Buffer.from("# Jane"), "resume.txt")).toBe("txt");
    expect(kind(Buffer.from("Jane Doe"), "resume")).toBe("txt");
  });
});

describe("what is refused", () => {
  const refused: [string, Buffer, string, string][] = [
    ["nothing in the file", Buffer.alloc(0), "a.pdf", "empty_file"],
    ["HTML named .pdf", Buffer.from("<!DOCTYPE html><html><body>hi</body></html>"), "a.pdf", "unsupported_type"],
    ["HTML named .txt", Buffer.from("\ufeff  <html><body>hi</body></html>"), "a.txt", "unsupported_type"],
    ["a script named .pdf", Buffer.from("alert(document.cookie)"), "a.pdf", "unsupported_type"],
    ["a shell script", Buffer.from("#!/bin/sh\nrm -rf /"), "resume.txt", "unsupported_type"],
    ["RTF", Buffer.from("{\\rtf1 hi}"), "a.doc", "unsupported_type"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), "a.txt", "unsupported_type"],
    ["a ZIP that is no Word file", makeZip({ "a.txt": "hi" }), "a.docx", "unsupported_type"],
    ["another OLE file", ole, "a.doc", "unsupported_type"],
    ["an encrypted Word file", Buffer.concat([ole, Buffer.from("EncryptedPackage", "utf16le")]), "a.docx", "encrypted"],
  ];
  test.each(refused)("%s", (_, bytes, name, reason) => {
    expect(() => kind(bytes, name)).toThrow(expect.objectContaining({ reason }));
  });
});
