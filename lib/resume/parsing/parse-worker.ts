import { type ResumeDocument, UnreadableFileError, type UnreadableReason } from "../document";
import type { ResumeProfile } from "../profile";
import { parseResume } from "./parse-resume";

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
