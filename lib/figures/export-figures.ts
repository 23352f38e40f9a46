import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { figureTables } from "@/lib/figures/figure-tables";
import { listAllBehind } from "@/lib/figures/list-behind";
import { readFigures } from "@/lib/figures/read-figures";
import type { FigureListQuery, FigureRow, FiguresQuery } from "@/lib/figures/schema";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translator } from "@/lib/i18n/translator";
import type { ReportBlock } from "@/lib/report/blocks";
import { type TableFormat, writeTables } from "@/lib/report/tables/write-table";

type Asked = (FigureListQuery | (FiguresQuery & { figure?: undefined })) & { format: TableFormat };
type ExportFigures = Asked & { viewer: Viewer; locale: Locale };

/** The figures, or the list behind one of their numbers, as a table to work on. */
export async function exportFigures({ format, viewer, locale, ...asked }: ExportFigures) {
  const t = translator(locale);
  const blocks = asked.figure
    ? [listTable(await listAllBehind({ ...asked, viewer }), t)]
    : figureTables(await readFigures({ ...asked, viewer }), t);
  await recordAudit(scopedDb(viewer.organisationId), {
    ...{ viewer, action: "figures.exported", subjectType: "figures", subjectId: null },
    details: { format, figure: asked.figure ?? "all" },
  });
  return writeTables("figures", blocks, format);
}

function listTable(rows: readonly FigureRow[], t: Translate): ReportBlock {
  return {
    type: "table",
    columns: [
      { title: t("report.candidate"), share: 3 },
      { title: t("dashboard.position"), share: 3 },
      { title: t("report.stage"), share: 2 },
      { title: t("dossier.date"), share: 2 },
      { title: t("figures.days"), isNumber: true, share: 1 },
    ],
    rows: rows.map(({ candidateName, positionTitle, stage, at, days }) => [
      ...[candidateName ?? t("report.unnamed"), positionTitle, t(`stages.${stage}`), at.slice(0, 10), days ?? ""],
    ]),
  };
}
