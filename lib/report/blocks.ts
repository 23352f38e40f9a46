import type { Picture } from "../charts/shapes";

/** A score on a line with the range it could take, 0 to 100. */
export type ScoreRow = { label: string; value: number; low: number; high: number };
export type ReportCell = string | number;

/** A report's content, before it is Markdown or pages. Texts are plain: who renders them escapes them. */
export type ReportBlock =
  /** A page of its own at the front: what it is about, and what a reader has to know before anything else. */
  | { type: "cover"; title: string; subtitle: string; lines: [label: string, value: string][]; note: string }
  /** Drawn where there are pages; its numbers stand in a table beside it. */
  | { type: "picture"; label: string; picture: Picture }
  | { type: "title" | "paragraph" | "emphasis" | "note"; text: string }
  | { type: "heading"; level: 2 | 3; text: string }
  | { type: "list"; items: string[] }
  | { type: "quote"; text: string; source?: string }
  | { type: "scores"; header: [string, string, string]; rows: ScoreRow[] }
  | { type: "table"; columns: ReportColumn[]; rows: ReportCell[][] };

export type ReportColumn = { title: string; isNumber?: boolean; share: number };

export type ReportContent = { blocks: ReportBlock[]; footer: string };

/** A quote with where it stands behind it. */
export function withSource({ text, source }: { text: string; source?: string }): string {
  return source ? `${text} (${source})` : text;
}
