import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { shortlistContent } from "@/lib/report/shortlist-content";
import { toCsvTables } from "@/lib/report/to-csv";
import { toDocx } from "@/lib/report/to-docx";
import { toMarkdown } from "@/lib/report/to-markdown";
import { toWorkbook } from "@/lib/report/to-workbook";
import { findBoard } from "@/lib/screening/find-board";

type ShortlistReport = {
  positionId: string;
  viewer: Viewer;
  locale: Locale;
  format: "md" | "json" | "docx" | "xlsx" | "csv";
  now?: Date;
};

/** The board of a position to hand on: ranking, scores with ranges, and the verdict on each requirement. */
export async function getShortlistReport({ positionId, viewer, locale, format, now = new Date() }: ShortlistReport) {
  const board = await findBoard({ positionId, viewer });
  if (!board) throw new AppError("not_found", "position_not_found");
  const details = { format, candidates: board.rows.length };
  await recordAudit(scopedDb(viewer.organisationId), {
    viewer,
    action: "report.downloaded",
    subjectType: "position",
    subjectId: positionId,
    details,
  });
  const fileName = `${board.position.title} v${board.position.version}.${format}`;
  if (format === "json")
    return { fileName, format, body: `${JSON.stringify({ generatedAt: now.toISOString(), ...board }, null, 2)}\n` };
  const content = shortlistContent({ board, locale, now });
  if (format === "csv") return { fileName, format, body: toCsvTables(content) };
  if (format === "docx") return { fileName, format, body: await toDocx(content) };
  return { fileName, format, body: format === "xlsx" ? await toWorkbook(content) : toMarkdown(content) };
}
