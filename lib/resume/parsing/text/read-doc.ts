import WordExtractor from "word-extractor";
import { type ResumeDocument, UnreadableFileError } from "../../document";
import { cleanText } from "./clean-text";
import { plainDocument } from "./read-plain";

/** Text of a binary Word file: headers, text boxes (whole resumes live in them), body, footers. */
export async function readDoc(bytes: Uint8Array): Promise<ResumeDocument> {
  const document = await extract(bytes);
  const body = cleanText(document.getBody());
  const headers = cleanText(document.getHeaders({ includeFooters: false }));
  const boxes = cleanText(document.getTextboxes({ includeHeadersAndFooters: true, includeBody: true }));
  const parts = [headers, body.length >= boxes.length ? body : boxes, body.length >= boxes.length ? boxes : body];
  const kept = parts.filter(
    (part, index) => part !== "" && !parts.slice(0, index).some((other) => other.includes(part)),
  );
  return plainDocument("doc", kept.join("\n\n"));
}

async function extract(bytes: Uint8Array) {
  try {
    return await new WordExtractor().extract(Buffer.from(bytes));
  } catch (cause) {
    const isLocked = cause instanceof Error && /encrypt|password/i.test(cause.message);
    throw new UnreadableFileError(isLocked ? "encrypted" : "corrupt", { cause });
  }
}
