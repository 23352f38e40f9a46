import { z } from "zod";

export const fileKinds = ["pdf", "docx", "doc", "txt", "md"] as const;
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

export const resumeDocument = z.object({
  kind: fileKind,
  /** Reading order, LF line ends. Spans of the profile and quotes of a screening point into it. */
  text: z.string(),
  /** PDF only; empty for formats without pages. */
  pages: z.array(z.object({ width: z.number(), height: z.number() })),
  /** PDF only, ascending by start. */
  boxes: z.array(textBox),
  /** PDF only: where the font changes within a line ("**Acme** Engineer"), ascending. */
  styleBreaks: z.array(z.int()).optional(),
  /** PDF only: pages in the file, of which `pages` were read. */
  pageCount: z.int().optional(),
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
