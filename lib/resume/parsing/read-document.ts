import { type ResumeDocument, UnreadableFileError } from "../document";
import { detectFileKind } from "./detect-file-kind";
import { readDocx } from "./text/docx/read-docx";
import { readPdf } from "./text/pdf/read-pdf";
import { readDoc } from "./text/read-doc";
import { readPlain } from "./text/read-plain";

/** Bytes of any supported file to text; the password opens a PDF. Throws nothing but UnreadableFileError. */
export async function readDocument(bytes: Uint8Array, fileName: string, password?: string): Promise<ResumeDocument> {
  try {
    const kind = detectFileKind(bytes, fileName);
    if (kind === "pdf") return await readPdf(bytes, password);
    if (kind === "docx") return await readDocx(bytes);
    if (kind === "doc") return await readDoc(bytes);
    return readPlain(bytes, kind);
  } catch (cause) {
    throw cause instanceof UnreadableFileError ? cause : new UnreadableFileError("internal", { cause });
  }
}
