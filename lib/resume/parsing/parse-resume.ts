import type { ResumeDocument } from "../document";
import type { ResumeProfile } from "../profile";
import type { SensitiveFields } from "../sensitive";
import { extractAll } from "./extract-profile";
import { readDocument } from "./read-document";

/** Bytes of a resume file to its text and profile. Throws nothing but UnreadableFileError. */
export async function parseResume(
  bytes: Uint8Array,
  { fileName, asOf, password }: { fileName: string; asOf: string; password?: string },
): Promise<{ document: ResumeDocument; profile: ResumeProfile; sensitive: SensitiveFields }> {
  const document = await readDocument(bytes, fileName, password);
  return { document, ...extractAll(document, { asOf, fileName }) };
}
