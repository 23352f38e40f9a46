import { detectFileKind } from "../detect-file-kind";
import { findDocxPhoto } from "./find-docx-photo";
import { findPdfPhoto } from "./find-pdf-photo";
import type { Photo } from "./photo";

/** The person's photo in a PDF or Word file; null when there is none. Throws UnreadableFileError. */
export async function findPhoto(bytes: Uint8Array, fileName: string, password?: string): Promise<Photo | null> {
  const kind = detectFileKind(bytes, fileName);
  if (kind === "pdf") return findPdfPhoto(bytes, password);
  return kind === "docx" ? findDocxPhoto(bytes) : null;
}
