import iconv from "iconv-lite";
import type { UnreadableReason } from "../resume/document.ts";
import { makeLockedPdf, makePdf } from "../resume/parsing/fixtures/make-pdf.ts";
import { makeDocx, paragraph } from "../resume/parsing/fixtures/make-zip.ts";
import { chineseResume, resumeLines } from "./resume-files.ts";

export type HostileFile = {
  name: string;
  bytes: Buffer;
  reason: UnreadableReason;
  /** Where a file is read at once, without OCR. */
  reasonAtOnce?: UnreadableReason;
};

const lotsOfSpace = 120 * 1024 * 1024;

/** What no recruiter means to send, each with the reason that has to be given for it. */
export function hostileFiles(): HostileFile[] {
  const page = "<!doctype html><html><body><script>alert(1)</script>Jane Miller</body></html>";
  return [
    { name: "zero.pdf", bytes: Buffer.alloc(0), reason: "empty_file" },
    { name: "too-large.txt", bytes: Buffer.alloc(10 * 1024 * 1024 + 1, "resume "), reason: "too_large" },
    { name: "page.pdf", bytes: Buffer.from(page), reason: "unsupported_type" },
    { name: "page.txt", bytes: Buffer.from(page), reason: "unsupported_type" },
    { name: "script.html", bytes: Buffer.from("<html><script>alert(1)</script></html>"), reason: "no_text" },
    { name: "script.pdf", bytes: Buffer.from("#!/bin/sh\nrm -rf /\n"), reason: "unsupported_type" },
    {
      name: "drawing.pdf",
      bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      reason: "unsupported_type",
    },
    {
      name: "program.pdf",
      bytes: Buffer.concat([Buffer.from("MZ\u0090\u0000\u0003", "latin1"), Buffer.alloc(4096)]),
      reason: "unsupported_type",
    },
    { name: "locked.pdf", bytes: makeLockedPdf(), reason: "encrypted" },
    { name: "locked.docx", bytes: lockedDocx(), reason: "encrypted" },
    {
      name: "broken.pdf",
      bytes: Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.from("rubbish".repeat(500))]),
      reason: "corrupt",
    },
    { name: "broken.docx", bytes: brokenDocx(), reason: "corrupt" },
    { name: "empty page.pdf", bytes: makePdf([[]]), reason: "no_text", reasonAtOnce: "no_text_layer" },
    { name: "blank.txt", bytes: Buffer.from(" \n\t\n   \n"), reason: "no_text" },
    { name: "bomb.docx", bytes: bombDocx(), reason: "expansion_limit" },
  ];
}

/** Odd, but resumes: each has to be read, with this name found in it. */
export function oddFiles(): { name: string; bytes: Buffer; candidate: string | null }[] {
  const text = chineseResume(0);
  const english = resumeLines(1).join("\n");
  return [
    { name: "gb18030.txt", bytes: iconv.encode(chineseResume(1), "gb18030"), candidate: "王建国" },
    { name: "utf16.txt", bytes: Buffer.from(`\ufeff${chineseResume(2)}`, "utf16le"), candidate: "张文静" },
    { name: "utf16be.txt", bytes: iconv.encode(chineseResume(3), "utf16be", { addBOM: true }), candidate: "陈志远" },
    { name: "bom.txt", bytes: Buffer.from(`\ufeff${text}`), candidate: "李晓雯" },
    { name: "a pdf by content.docx", bytes: pdfOf(resumeLines(2)), candidate: "Maria Miller" },
    { name: "1000-pages.pdf", bytes: thousandPages(), candidate: "Omar Miller" },
    { name: "no extension", bytes: Buffer.from(english), candidate: "Peter Miller" },
  ];
}

export function thousandPages(): Buffer {
  const first = resumeLines(3).map((line, index) => ({ text: line, x: 60, y: 60 + index * 16 }));
  const rest = Array.from({ length: 999 }, (_, page) => [{ text: `Page ${page + 2} of the appendix`, x: 60, y: 60 }]);
  return makePdf([first, ...rest]);
}

export function bombDocx(): Buffer {
  return makeDocx(paragraph("Jane Miller"), { "word/media/space.xml": Buffer.alloc(lotsOfSpace, " ") });
}

function pdfOf(lines: string[]) {
  return makePdf([lines.filter(Boolean).map((text, index) => ({ text, x: 60, y: 60 + index * 16 }))]);
}

function lockedDocx() {
  const magic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return Buffer.concat([magic, Buffer.alloc(504), Buffer.from("EncryptedPackage", "utf16le"), Buffer.alloc(2048)]);
}

function brokenDocx() {
  const whole = makeDocx(paragraph("Jane Miller"));
  return whole.subarray(0, whole.length - 40);
}
