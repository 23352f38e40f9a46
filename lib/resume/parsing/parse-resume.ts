import type { ResumeDocument } from "../document";
import type { ResumeProfile } from "../profile";
import { extractProfile } from "./extract-profile";
import { readDocument } from "./read-document";

/** Bytes of a resume file to its text and profile. Throws nothing but UnreadableFileError. */
export async function parseResume(
  bytes: Uint8Array,
  { fileName, asOf, password }: { fileName: string; asOf: string; password?: string },
): Promise<{ document: ResumeDocument; profile: ResumeProfile }> {
  const document = await readDocument(bytes, fileName, password);
  return { document, profile: extractProfile(document, { asOf, fileName }) };
}
