import { type FileKind, UnreadableFileError } from "../document";
import type { ImageKind } from "../kinds";
import { isProbablyText } from "./text/decode-text";
import { isWebArchive } from "./text/html/web-archive";

/**
 * What a file is, from its bytes. The name only tells Markdown from plain text, and bars text that claims
 * to be something else. Throws UnreadableFileError: empty_file, encrypted or unsupported_type.
 */
export function detectFileKind(bytes: Uint8Array, fileName: string): FileKind {
  if (bytes.length === 0) throw new UnreadableFileError("empty_file");
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Before PDF, whose mark may stand further in: what begins as an image is shown and read as one.
  const image = imageKind(buffer);
  if (image) return image;
  if (buffer.subarray(0, 1024).includes("%PDF-")) return "pdf";
  if (buffer.subarray(0, 8).equals(oleMagic)) return oleKind(buffer);
  if (buffer.subarray(0, 2).equals(zipMagic)) {
    if (buffer.includes("word/document.xml") || buffer.includes("word\\document.xml")) return "docx";
    throw new UnreadableFileError("unsupported_type");
  }
  if (isProbablyText(buffer) && /\.html?$/i.test(fileName.trim()) && isPage(buffer)) return "html";
  // What job boards give out as a Word file is as often a saved page or an archive of one.
  if (
    isProbablyText(buffer) &&
    /\.(?:docx?|mht|mhtml)$/i.test(fileName.trim()) &&
    (isWebArchive(buffer) || isPage(buffer))
  )
    return "html";
  const isMarkdown = /\.(?:md|markdown)$/i.test(fileName.trim());
  if (!isProbablyText(buffer) || isForeignMarkup(buffer, isMarkdown) || !hasTextName(fileName)) {
    throw new UnreadableFileError("unsupported_type");
  }
  return isMarkdown ? "md" : "txt";
}

const imageMagics: [ImageKind, Buffer][] = [
  ["png", Buffer.from("89504e470d0a1a0a", "hex")],
  ["jpg", Buffer.from("ffd8ff", "hex")],
  ["gif", Buffer.from("GIF87a")],
  ["gif", Buffer.from("GIF89a")],
  ["tif", Buffer.from("49492a00", "hex")],
  ["tif", Buffer.from("4d4d002a", "hex")],
];
/** The sizes that the header of a bitmap has had; a text that starts with "BM" has none there. */
const bitmapHeaderSizes = [12, 40, 52, 56, 64, 108, 124];

function imageKind(buffer: Buffer): ImageKind | null {
  const known = imageMagics.find(([, magic]) => buffer.subarray(0, magic.length).equals(magic));
  if (known) return known[0];
  const isBitmap = buffer.length >= 26 && buffer.subarray(0, 2).equals(Buffer.from("BM"));
  return isBitmap && bitmapHeaderSizes.includes(buffer.readUInt32LE(14)) ? "bmp" : null;
}

const oleMagic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const zipMagic = Buffer.from("PK");

function oleKind(buffer: Buffer): FileKind {
  if (buffer.includes(Buffer.from("EncryptedPackage", "utf16le"))) throw new UnreadableFileError("encrypted");
  if (buffer.includes(Buffer.from("WordDocument", "utf16le"))) return "doc";
  throw new UnreadableFileError("unsupported_type");
}

function isPage(buffer: Buffer): boolean {
  const start = buffer.subarray(0, 4096).toString("latin1").replace(/\0/g, "");
  return /<(?:!doctype html|html|body|head|table|div|p)[\s>]/i.test(start) && !/^\s*<\?php/i.test(start);
}

/** HTML, XML, RTF, PHP and scripts are text too, but no resume format we read. */
function isForeignMarkup(buffer: Buffer, mayHaveComments: boolean): boolean {
  const start = buffer
    .subarray(0, 2048)
    .toString("latin1")
    .replace(/\0/g, "")
    .replace(/^[^\x21-\x7e]+|^(?:ï»¿|ÿþ|þÿ)\s*/, "")
    .replace(mayHaveComments ? /^(?:<!--[\s\S]*?-->\s*)+/ : "", "");
  return (
    /^(?:<!doctype|<\?xml|<\?php|<html|<head|<body|<script|<svg|<!--|#!\s*\/|\{\\rtf|MIME-Version:|%!PS)/i.test(
      start,
    ) || /<(?:html|script|body)[\s>]/i.test(start)
  );
}

/** "resume", "resume.txt", "简历.2024" – but not "resume.pdf", "page.html", "run.js". */
function hasTextName(fileName: string): boolean {
  const extension = /\.([a-z][a-z0-9]{0,5})$/i.exec(fileName.trim())?.[1]?.toLowerCase();
  return extension === undefined || textExtensions.has(extension) || !foreignExtensions.has(extension);
}

const textExtensions = new Set(["txt", "text", "md", "markdown", "log"]);
const foreignExtensions = new Set(
  (
    "pdf doc docx docm dot dotx rtf odt wps pages xls xlsx ppt pptx csv json xml html htm xhtml mht mhtml svg js mjs cjs ts tsx jsx " +
    "php py rb pl sh bash bat cmd ps1 vbs exe dll com msi jar class zip rar 7z gz tar png jpg jpeg gif bmp tif tiff webp heic " +
    "mp3 mp4 mov avi webm eml msg sql css"
  ).split(" "),
);
