import { type ResumeDocument, UnreadableFileError } from "../../document";
import { cleanText } from "./clean-text";
import { decodeText } from "./decode-text";
import { maxTextLength } from "./limits";
import { stripMarkdown } from "./strip-markdown";

export function readPlain(bytes: Uint8Array, kind: "txt" | "md"): ResumeDocument {
  // Twice the limit in bytes of the widest encoding is more than the kept text can need.
  const decoded = cleanText(decodeText(bytes.subarray(0, maxTextLength * 8)));
  if (kind !== "md" && !isMarkdown(decoded)) return plainDocument(kind, decoded);
  const document = plainDocument(kind, cleanText(stripMarkdown(decoded)));
  const headings = headingsOf(decoded, document.text);
  return headings.length > 0 ? { ...document, headings } : document;
}

/** Where the headings of the Markdown stand in the text that was made of it. */
function headingsOf(markdown: string, text: string): [number, number][] {
  const found: [number, number][] = [];
  const places = placesOfLines(text);
  let from = 0;
  for (const [line, marks = ""] of markdown.matchAll(/^ {0,3}(#{1,6})(?!#).*$/gm)) {
    const title = cleanText(stripMarkdown(line)).trim();
    const own = places.get(title);
    while (own && own.starts[own.next] !== undefined && (own.starts[own.next] ?? 0) < from) own.next += 1;
    const at = own?.starts[own.next];
    if (title === "" || at === undefined) continue;
    found.push([at, marks.length]);
    from = at + title.length;
  }
  return found;
}

/** Where each line stands, by its text; `next` is the first of these places not passed yet. */
function placesOfLines(text: string): Map<string, { starts: number[]; next: number }> {
  const places = new Map<string, { starts: number[]; next: number }>();
  let start = 0;
  for (const line of text.split("\n")) {
    const own = places.get(line);
    if (own) own.starts.push(start);
    else places.set(line, { starts: [start], next: 0 });
    start += line.length + 1;
  }
  return places;
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
