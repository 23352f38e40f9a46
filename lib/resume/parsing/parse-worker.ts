import { type ResumeDocument, UnreadableFileError, type UnreadableReason } from "../document";
import type { ResumeProfile } from "../profile";
import { parseResume } from "./parse-resume";
import { readDocument } from "./read-document";

export type ParseTask = { bytes: Uint8Array; fileName: string; asOf: string };
export type ParseOutcome =
  | { ok: true; document: ResumeDocument; profile: ResumeProfile }
  | { ok: false; reason: UnreadableReason };

/** The task a worker thread runs; bundled to dist/parse-worker.mjs. A default export because piscina calls it. */
export default async function parseTask({ bytes, fileName, asOf }: ParseTask): Promise<ParseOutcome> {
  try {
    return { ok: true, ...(await parseResume(bytes, { fileName, asOf })) };
  } catch (error) {
    return { ok: false, reason: error instanceof UnreadableFileError ? error.reason : "internal" };
  }
}

export type ReadTask = { bytes: Uint8Array; fileName: string };
export type ReadOutcome = { ok: true; document: ResumeDocument } | { ok: false; reason: UnreadableReason };

/** The text of a file that is no resume. Piscina calls it by its name. */
export async function readTask({ bytes, fileName }: ReadTask): Promise<ReadOutcome> {
  try {
    return { ok: true, document: await readDocument(bytes, fileName) };
  } catch (error) {
    return { ok: false, reason: error instanceof UnreadableFileError ? error.reason : "internal" };
  }
}
