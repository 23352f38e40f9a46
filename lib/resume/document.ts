import { z } from "zod";
import { imageKinds } from "./kinds";

export const fileKinds = ["pdf", "docx", "doc", "txt", "md", "html", ...imageKinds] as const;
export const fileKind = z.enum(fileKinds);
export type FileKind = z.infer<typeof fileKind>;

/** Why a file could not be read. Each has a sentence for the person in both languages. */
export const unreadableReasons = [
  "empty_file",
  "too_large",
  "unsupported_type",
  "encrypted",
  "corrupt",
  "no_text_layer",
  "unreadable_scan",
  "too_many_pixels",
  "infected",
  "no_text",
  "expansion_limit",
  "time_limit",
  "memory_limit",
  "archive_too_large",
  "too_many_files",
  "nested_archive",
  "unsafe_path",
  "file_missing",
  "internal",
] as const;
export const unreadableReason = z.enum(unreadableReasons);
export type UnreadableReason = z.infer<typeof unreadableReason>;

/**
 * Where a run of text stands on a page: `[start, end, page, x, y, width, height]`. Characters are
 * those of `ResumeDocument.text`; page counts from 0; lengths are PDF points from the page's top left.
 */
export const textBox = z.tuple([z.int(), z.int(), z.int(), z.number(), z.number(), z.number(), z.number()]);
export type TextBox = z.infer<typeof textBox>;

/** How a page was read that has no text of its own. */
const pageOcr = z.object({
  /** Mean over its words, weighed by their length, from 0 to 1; null where no word was found. */
  confidence: z.number().min(0).max(1).nullable(),
  /** read: its text is in the document; blank: nothing on it; unreadable: something is, but it cannot be made out. */
  outcome: z.enum(["read", "blank", "unreadable"]),
  /** Degrees clockwise that stand the page upright. Its size and boxes are those of the upright page. */
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
});
export type PageOcr = z.infer<typeof pageOcr>;

const documentPage = z.object({
  width: z.number(),
  height: z.number(),
  ocr: pageOcr.optional(),
  /** Without usable text, and not yet read by OCR. */
  needsOcr: z.literal(true).optional(),
});
export type DocumentPage = z.infer<typeof documentPage>;

/** Text in the file that a reader of it does not see. Kept out of the text, and so out of fields, scores and prompts. */
const hiddenText = z.object({
  text: z.string(),
  reason: z.enum(["background_colour", "invisible", "tiny", "off_page", "hidden_run"]),
  /** From 0; null in formats without pages. */
  page: z.int().nullable(),
});
export type HiddenText = z.infer<typeof hiddenText>;

export const resumeDocument = z.object({
  kind: fileKind,
  /** Reading order, LF line ends. Spans of the profile and quotes of a screening point into it. */
  text: z.string(),
  /** PDF and images; empty for formats without pages. Pages of an image are as wide as A4, in points. */
  pages: z.array(documentPage),
  /** PDF and images, ascending by start. */
  boxes: z.array(textBox),
  /** PDF only: where the font changes within a line ("**Acme** Engineer"), ascending. */
  styleBreaks: z.array(z.int()).optional(),
  /** Markdown only: `[start, level]` of each line that is marked as a heading, ascending. */
  headings: z.array(z.tuple([z.int(), z.int()])).optional(),
  /** PDF only: pages in the file, of which `pages` were read. */
  pageCount: z.int().optional(),
  /** With OCR: for each box how sure its words are, from 0 to 1; 1 for what the file itself says. */
  confidences: z.array(z.number().min(0).max(1)).optional(),
  hidden: z.array(hiddenText).optional(),
  /** Pages or characters beyond the limit were not read. */
  isTruncated: z.boolean(),
});
export type ResumeDocument = z.infer<typeof resumeDocument>;

export class UnreadableFileError extends Error {
  constructor(
    readonly reason: UnreadableReason,
    options?: ErrorOptions,
  ) {
    super(reason, options);
    this.name = "UnreadableFileError";
  }
}

/** A file whose pages have no text of their own: OCR may read it. */
export class ScanError extends UnreadableFileError {
  constructor(
    /** Pages to read, from 0. */
    readonly pages: number[],
  ) {
    super("no_text_layer");
    this.name = "ScanError";
  }
}
