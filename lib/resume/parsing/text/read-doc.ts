import WordExtractor from "word-extractor";
import { type ResumeDocument, UnreadableFileError } from "../../document";
import { headingKind } from "../headings";
import { cleanText } from "./clean-text";
import { plainDocument } from "./read-plain";

/** Text of a binary Word file: headers, text boxes (whole resumes live in them), body, footers. */
export async function readDoc(bytes: Uint8Array): Promise<ResumeDocument> {
  if (isLocked(bytes)) throw new UnreadableFileError("encrypted");
  const document = await extract(bytes);
  const body = splitLayoutCells(cleanText(document.getBody()));
  const headers = cleanText(document.getHeaders({ includeFooters: false }));
  const boxes = cleanText(document.getTextboxes({ includeHeadersAndFooters: true, includeBody: true }));
  const parts = [headers, body.length >= boxes.length ? body : boxes, body.length >= boxes.length ? boxes : body];
  const kept = parts.filter(
    (part, index) => part !== "" && !parts.slice(0, index).some((other) => other.includes(part)),
  );
  return plainDocument("doc", kept.join("\n\n"));
}

/**
 * Tables used as layout: a tab ends a cell, also one of many lines, so that the last line of the left cell runs into the
 * first of the right one. A heading behind a lone tab opens a line of its own.
 */
function splitLayoutCells(text: string): string {
  return text.replace(/^([^\t\n]+)\t([^\t\n]{2,40})$/gm, (line, left: string, right: string) =>
    headingKind(right) && !headingKind(left) && !/[:：]$/.test(right) ? `${left}\n${right}` : line,
  );
}

/** The WordDocument stream starts a sector with A5EC; bit 8 of its flags says that the rest is encrypted. */
function isLocked(bytes: Uint8Array): boolean {
  for (let sector = 512; sector + 12 <= bytes.length; sector += 512) {
    if (bytes[sector] === 0xec && bytes[sector + 1] === 0xa5) return ((bytes[sector + 11] ?? 0) & 1) === 1;
  }
  return false;
}

async function extract(bytes: Uint8Array) {
  try {
    return await new WordExtractor().extract(Buffer.from(bytes));
  } catch (cause) {
    throw new UnreadableFileError("corrupt", { cause });
  }
}
