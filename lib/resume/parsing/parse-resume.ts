import type { ResumeDocument } from "../document";
import type { ResumeProfile } from "../profile";
import type { SensitiveFields } from "../sensitive";
import { extractAll } from "./extract-profile";
import { withOcrConfidence } from "./ocr-confidence";
import { readDocument } from "./read-document";
import type { OcrPages } from "./text/ocr-document";

/** Bytes of a resume file to its text and profile. Throws nothing but UnreadableFileError. */
export async function parseResume(
  bytes: Uint8Array,
  { fileName, asOf, ...options }: { fileName: string; asOf: string; password?: string; ocr?: OcrPages },
): Promise<{ document: ResumeDocument; profile: ResumeProfile; sensitive: SensitiveFields }> {
  const document = await readDocument(bytes, fileName, options);
  const { profile, sensitive } = extractAll(document, { asOf, fileName });
  return { document, profile: withOcrConfidence(profile, document), sensitive };
}
