import { type ResumeDocument, ScanError, UnreadableFileError, type UnreadableReason } from "../document";
import type { OcrPage } from "../ocr/ocr-page";
import type { ResumeProfile } from "../profile";
import type { SensitiveFields } from "../sensitive";
import { extractAll } from "./extract-profile";
import { indexResume, type ResumeIndex } from "./index/index-resume";
import { parseResume } from "./parse-resume";
import { findPhoto } from "./photo/find-photo";
import { mayHavePhoto } from "./photo/may-have-photo";
import type { Photo } from "./photo/photo";
import { readDocument } from "./read-document";
import { docxToHtml } from "./text/docx/docx-to-html";

export type ParseTask = {
  bytes: Uint8Array;
  fileName: string;
  asOf: string;
  password?: string;
  /** What OCR made of pages without text of their own; null for one that broke its reader. */
  ocr?: [page: number, reading: OcrPage | null][];
};
export type ParseOutcome =
  | {
      ok: true;
      document: ResumeDocument;
      profile: ResumeProfile;
      sensitive: SensitiveFields;
      index: ResumeIndex;
      mayHavePhoto: boolean;
    }
  | {
      ok: false;
      reason: UnreadableReason;
      /** Pages that OCR has to read first. */
      scannedPages?: number[];
    };

/** The whole reading of a file. */
export async function parseTask({ bytes, fileName, ocr, ...options }: ParseTask): Promise<ParseOutcome> {
  try {
    const { document, profile, sensitive } = await parseResume(bytes, {
      ...options,
      fileName,
      ocr: ocr && new Map(ocr),
    });
    const index = indexResume({ fileName, text: document.text, profile });
    return { ok: true, document, profile, sensitive, index, mayHavePhoto: mayHavePhoto(bytes, document.kind) };
  } catch (error) {
    if (error instanceof ScanError) return { ok: false, reason: error.reason, scannedPages: error.pages };
    return { ok: false, reason: error instanceof UnreadableFileError ? error.reason : "internal" };
  }
}

export type ReadTask = { bytes: Uint8Array; fileName: string };
export type ReadOutcome = { ok: true; document: ResumeDocument } | { ok: false; reason: UnreadableReason };

/** The text of a file that is no resume. */
export async function readTask({ bytes, fileName }: ReadTask): Promise<ReadOutcome> {
  try {
    return { ok: true, document: await readDocument(bytes, fileName) };
  } catch (error) {
    return { ok: false, reason: error instanceof UnreadableFileError ? error.reason : "internal" };
  }
}

export type ExtractTask = { document: ResumeDocument; fileName: string; asOf: string };
export type ExtractOutcome =
  | { ok: true; profile: ResumeProfile; sensitive: SensitiveFields }
  | { ok: false; reason: UnreadableReason };

/** What a text that was read before says. */
export async function extractTask({ document, ...options }: ExtractTask): Promise<ExtractOutcome> {
  return { ok: true, ...extractAll(document, options) };
}

export type HtmlOutcome = { ok: true; html: string } | { ok: false; reason: UnreadableReason };

/** A Word file as HTML to look at, not yet sanitised. */
export async function htmlTask({ bytes }: ReadTask): Promise<HtmlOutcome> {
  try {
    return { ok: true, html: await docxToHtml(bytes) };
  } catch (error) {
    return { ok: false, reason: error instanceof UnreadableFileError ? error.reason : "internal" };
  }
}

export type PhotoOutcome = { ok: true; photo: Photo | null } | { ok: false; reason: UnreadableReason };

export type PhotoTask = ReadTask & { password?: string };

/** The person's photo. */
export async function photoTask({ bytes, fileName, password }: PhotoTask): Promise<PhotoOutcome> {
  try {
    return { ok: true, photo: await findPhoto(bytes, fileName, password) };
  } catch (error) {
    return { ok: false, reason: error instanceof UnreadableFileError ? error.reason : "internal" };
  }
}
