import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { findFinalists } from "@/lib/recommendation/find-finalists";
import { finalistBlocks } from "@/lib/report/position-report";
import { type TableFormat, writeTables } from "@/lib/report/tables/write-table";

type ExportFinalists = {
  positionId: string;
  applicationIds?: readonly string[];
  format: TableFormat;
  viewer: Viewer;
  locale: Locale;
};

/**
 * Candidates beside each other, as a table to work on.
 *
 * @throws not_found for a position that is not the viewer's to see
 */
export async function exportFinalists({ positionId, applicationIds, format, viewer, locale }: ExportFinalists) {
  const found = await findFinalists({ positionId, applicationIds, viewer });
  if (!found) throw new AppError("not_found", "position_not_found");
  await recordAudit(scopedDb(viewer.organisationId), {
    ...{ viewer, action: "finalists.exported", subjectType: "position", subjectId: positionId },
    details: { format, count: found.finalists.length },
  });
  return writeTables("finalists", finalistBlocks(found, translator(locale)), format);
}
