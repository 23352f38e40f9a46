import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translator } from "@/lib/i18n/translator";
import { listInterviews } from "@/lib/interview/list-interviews";
import { listMessages } from "@/lib/message/messages";
import { listPositions } from "@/lib/position/list-positions";
import type { ReportCell } from "@/lib/report/blocks";
import type { TableKind } from "@/lib/report/tables/kinds";
import { type TableFormat, writeTables } from "@/lib/report/tables/write-table";
import { listBatches } from "@/lib/screening/list-batches";
import { listVideos } from "@/lib/video/list-videos";

type ExportTable = { table: TableKind; format: TableFormat; viewer: Viewer; locale: Locale };

/**
 * A list of the pages as a file, of what the viewer sees there.
 *
 * @throws forbidden for who may not see the list
 */
export async function exportTable({ table, format, viewer, locale }: ExportTable) {
  const [head = [], ...rows] = await tables[table](viewer, translator(locale));
  await recordAudit(scopedDb(viewer.organisationId), {
    ...{ viewer, action: "table.exported", subjectType: "table", subjectId: null },
    details: { table, format, rows: rows.length },
  });
  const columns = head.map((title, place) => ({
    ...{ title: String(title), share: 1 },
    isNumber: rows.length > 0 && rows.every((row) => typeof row[place] === "number"),
  }));
  return writeTables(table, [{ type: "table", columns, rows }], format);
}

const day = (at: string | null) => at?.slice(0, 10) ?? "";
const most = 500;

/** Each with its head as the first row. */
const tables: Record<TableKind, (viewer: Viewer, t: Translate) => Promise<ReportCell[][]>> = {
  positions: async (viewer, t) => [
    [
      t("positions.column_title"),
      t("positions.column_department"),
      t("positions.column_requirements"),
      t("tables.screened"),
      t("tables.candidates"),
      t("positions.column_updated"),
    ],
    ...(await listPositions({ viewer })).map((one) => [
      ...[one.title, one.department, one.requirementCount, one.screenedCount, one.applicationCount, day(one.updatedAt)],
    ]),
  ],
  screenings: async (viewer, t) => [
    [
      t("screening.column_position"),
      t("tables.version"),
      t("screening.column_engine"),
      t("screening.column_resumes"),
      t("tables.completed"),
      t("tables.failed"),
      t("screening.column_started"),
      t("tables.finished"),
    ],
    ...(await listBatches({ viewer, limit: most })).map((one) => [
      ...[one.positionTitle, one.version, one.engine, one.total, one.completed, one.failed],
      ...[day(one.createdAt), day(one.finishedAt)],
    ]),
  ],
  interviews: async (viewer, t) => [
    [
      t("interviews.column_candidate"),
      t("interviews.column_position"),
      t("tables.round"),
      t("interviews.column_state"),
      t("interviews.column_interviewers"),
      t("interviews.column_time"),
      t("tables.questions"),
      t("tables.score"),
    ],
    ...(await listInterviews({ viewer })).map((one) => [
      ...[one.candidateName ?? "", one.positionTitle, one.round, t(`interviews.state_${one.state}`)],
      ...[one.interviewers.join(", "), day(one.startedAt ?? one.scheduledAt), one.questionCount, one.score ?? ""],
    ]),
  ],
  videos: async (viewer, t) => [
    [
      t("videos.column_candidate"),
      t("videos.column_position"),
      t("videos.column_state"),
      t("tables.seconds"),
      t("tables.megabytes"),
      t("videos.column_added"),
    ],
    ...(await listVideos(viewer)).map((one) => [
      ...[one.candidateName, one.positionApplied, t(`videos.state_${one.state}`), one.durationSeconds ?? ""],
      ...[Math.round(one.fileSize / 1e5) / 10, day(one.createdAt)],
    ]),
  ],
  letters: async (viewer, t) => [
    [
      t("tables.kind"),
      t("tables.recipient"),
      t("tables.subject"),
      t("tables.state"),
      t("tables.written"),
      t("tables.sent"),
      t("tables.sent_by"),
    ],
    ...(await listMessages({ viewer })).messages.map((one) => [
      ...[t(`messages.kind_${one.kind}`), one.recipientName, one.subject, t(`messages.state_${one.state}`)],
      ...[day(one.createdAt), day(one.sentAt), one.sentBy ?? ""],
    ]),
  ],
};
