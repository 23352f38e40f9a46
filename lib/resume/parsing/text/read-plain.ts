import { type ResumeDocument, UnreadableFileError } from "../../document";
import { cleanText } from "./clean-text";
import { decodeText } from "./decode-text";
import { maxTextLength } from "./limits";
import { stripMarkdown } from "./strip-markdown";

export function readPlain(bytes: Uint8Array, kind: "txt" | "md"): ResumeDocument {
  // Twice the limit in bytes of the widest encoding is more than the kept text can need.
  const decoded = cleanText(decodeText(bytes.subarray(0, maxTextLength * 8)));
  return plainDocument(kind, kind === "md" || isMarkdown(decoded) ? cleanText(stripMarkdown(decoded)) : decoded);
}

/** Markdown saved as text: headings and bold stretches in one file. */
function isMarkdown(text: string): boolean {
  const headings = text.match(/^#{1,4} \S/gm)?.length ?? 0;
  return headings >= 2 && /^(?:[-*+] )?\*\*\S[^*\n]*\*\*/m.test(text);
}

/** A document of a format without pages. Throws UnreadableFileError no_text. */
export function plainDocument(kind: ResumeDocument["kind"], text: string): ResumeDocument {
  if (text.trim() === "") throw new UnreadableFileError("no_text");
  const isTruncated = text.length > maxTextLength;
  return { kind, text: isTruncated ? cutText(text) : text, pages: [], boxes: [], isTruncated };
}

/** Never through the middle of a surrogate pair. */
function cutText(text: string): string {
  const cut = text.slice(0, maxTextLength);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
