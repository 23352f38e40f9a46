import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Viewer } from "@/lib/auth/viewer";
import { barsPicture } from "@/lib/charts/bars";
import { radarPicture } from "@/lib/charts/radar";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { figureTables } from "@/lib/figures/figure-tables";
import { readFigures } from "@/lib/figures/read-figures";
import type { Figures } from "@/lib/figures/schema";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translator } from "@/lib/i18n/translator";
import { findPosition } from "@/lib/position/find-position";
import { findFinalists } from "@/lib/recommendation/find-finalists";
import type { Finalists } from "@/lib/recommendation/schema";
import { sayLevel } from "@/lib/recommendation/statements";
import type { ReportBlock, ReportContent } from "@/lib/report/blocks";
import { marks } from "@/lib/report/marks";
import { toCsvTables } from "@/lib/report/to-csv";
import { toDocx } from "@/lib/report/to-docx";
import { toMarkdown } from "@/lib/report/to-markdown";
import { toWorkbook } from "@/lib/report/to-workbook";
import { findBoard } from "@/lib/screening/find-board";
import type { Board } from "@/lib/screening/schema";

type LoadPositionReport = { positionId: string; viewer: Viewer; locale: Locale; now: Date };

/** A report looks back over as long as positions are usually open. */
const months = 12;
const mostListed = 40;

/** How a position stands, to be printed: numbers, finalists, everybody on the board. Null for who may not see it. */
export async function loadPositionReport(asked: LoadPositionReport): Promise<ReportContent | null> {
  const { positionId, viewer, locale, now } = asked;
  const position = await findPosition({ positionId, viewer });
  const board = position && (await findBoard({ positionId, viewer }));
  const finalists = position && (await findFinalists({ positionId, viewer }));
  if (!position || !board || !finalists) return null;
  const figures = await readFigures({ positionId, months, viewer, now });
  const t = translator(locale);
  const standing = (stage: string) => figures.funnel.find((one) => one.stage === stage)?.now ?? 0;
  const lines: [string, string][] = [
    [t("position_report.candidates"), String(board.total)],
    [t("stages.interview"), String(standing("interview"))],
    [t("stages.offer"), String(standing("offer"))],
    [t("stages.hired"), String(standing("hired"))],
    [t("position_report.requirements"), t("report.requirements_version", { version: position.version })],
    [t("dossier.prepared_by"), viewer.name],
    [t("dossier.date"), now.toISOString().slice(0, 10)],
  ];
  return {
    blocks: [
      {
        type: "cover",
        title: position.title,
        subtitle: t("position_report.title"),
        lines,
        note: t("dossier.confidential"),
      },
      { type: "heading", level: 2, text: t("dossier.summary") },
      ...summary(figures, board, t),
      ...section(t("position_report.finalists"), finalistBlocks(finalists, t)),
      ...section(t("position_report.ranking"), ranking(board, t)),
      ...section(t("position_report.asked"), [
        {
          type: "list",
          items: position.requirements.map(
            ({ text, necessity }) => `${text} (${t(`positions.necessity_${necessity}`)})`,
          ),
        },
      ]),
      ...section(t("figures.title"), figureTables({ ...figures, spend: null }, t)),
    ],
    footer: t("position_report.footer", { made: now.toISOString().slice(0, 16) }),
  };
}

type GetPositionReport = Omit<LoadPositionReport, "now"> & {
  format: "md" | "json" | "docx" | "xlsx" | "csv";
  now?: Date;
};

/** The position report as a file that needs no job: everything but PDF. */
export async function getPositionReport({ format, now = new Date(), ...asked }: GetPositionReport) {
  const content = await loadPositionReport({ ...asked, now });
  if (!content) throw new AppError("not_found", "position_not_found");
  const { positionId: subjectId, viewer } = asked;
  const audited = { action: "report.downloaded", subjectType: "position", subjectId };
  await recordAudit(scopedDb(viewer.organisationId), { viewer, ...audited, details: { format, kind: "position" } });
  const [cover] = content.blocks;
  const title = cover?.type === "cover" ? `${cover.title} - ${cover.subtitle}` : subjectId;
  return { fileName: `${title.slice(0, 200)}.${format}`, format, body: await write(content, format) };
}

function write(content: ReportContent, format: GetPositionReport["format"]): Promise<Buffer> | string {
  if (format === "docx") return toDocx(content);
  if (format === "xlsx") return toWorkbook(content);
  if (format === "csv") return toCsvTables(content);
  const blocks = content.blocks.filter(({ type }) => type !== "picture");
  return format === "json" ? `${JSON.stringify({ ...content, blocks }, null, 2)}\n` : toMarkdown(content);
}

function section(title: string, blocks: ReportBlock[]): ReportBlock[] {
  return blocks.length === 0 ? [] : [{ type: "heading", level: 2, text: title }, ...blocks];
}

function summary({ funnel, time }: Figures, board: Board, t: Translate): ReportBlock[] {
  const slowest = time.toSorted((a, b) => b.medianDays - a.medianDays)[0];
  const waiting = board.rows.filter(({ stage }) => stage === "screened").length;
  return [
    {
      type: "paragraph",
      text: [
        t("position_report.summary", {
          ...{ total: board.total, waiting },
          interview: funnel.find(({ stage }) => stage === "interview")?.reached ?? 0,
          hired: funnel.find(({ stage }) => stage === "hired")?.reached ?? 0,
        }),
        slowest ? t("position_report.slowest", { stage: t(`stages.${slowest.stage}`), days: slowest.medianDays }) : "",
      ].join(" "),
    },
    {
      ...{ type: "picture", label: t("figures.funnel") },
      picture: barsPicture({
        max: Math.max(1, ...funnel.map(({ reached }) => reached)),
        bars: funnel.slice(0, 5).map(({ stage, reached }) => ({ label: t(`stages.${stage}`), value: reached })),
      }),
    },
  ];
}

/** Those with a recommendation beside each other, with the picture of their dimensions. */
export function finalistBlocks({ finalists, requirements }: Finalists, t: Translate): ReportBlock[] {
  const known = finalists.flatMap(({ recommendation, ...one }) => (recommendation ? [{ ...one, recommendation }] : []));
  const [first] = known;
  if (!first) return [];
  const nameOf = (name: string | null) => name ?? t("report.unnamed");
  const dimensions = first.recommendation.dimensions.map(({ key }) => key);
  return [
    {
      ...{ type: "picture", label: t("finalists.radar") },
      picture: radarPicture({
        ...{ min: 1, max: 5, hasLegend: true, axes: dimensions.map((key) => t(`recommendation.dimension_${key}`)) },
        series: known.map(({ candidateName, recommendation }) => ({
          name: nameOf(candidateName),
          values: recommendation.dimensions.map(({ score }) => score),
        })),
      }),
    },
    {
      type: "table",
      columns: [
        { title: t("finalists.aspect"), share: 2.4 },
        ...known.map(({ candidateName }) => ({ title: nameOf(candidateName), share: 2 })),
      ],
      rows: [
        [t("recommendation.title"), ...known.map(({ recommendation }) => sayLevel(recommendation, t))],
        [
          t("recommendation.moved_score"),
          ...known.map(({ recommendation: { score } }) =>
            score ? `${score.value} (${score.low}–${score.high})` : "–",
          ),
        ],
        ...dimensions.map((key, place) => [
          t(`recommendation.dimension_${key}`),
          ...known.map(({ recommendation }) => recommendation.dimensions[place]?.score ?? "–"),
        ]),
        ...requirements.map(({ text }, place) => [
          text,
          ...known.map(({ recommendation }) => {
            const found = recommendation.marks[place];
            return found?.mark ? `${marks[found.mark]} ${t(`verdicts.${found.mark}`)}` : "–";
          }),
        ]),
      ],
    },
  ];
}

function ranking(board: Board, t: Translate): ReportBlock[] {
  const rows = board.rows.flatMap(({ run, ...row }) => (run ? [{ ...row, run }] : []));
  if (rows.length === 0) return [];
  return [
    {
      type: "table",
      columns: [
        { title: "#", isNumber: true, share: 0.6 },
        { title: t("report.candidate"), share: 3 },
        { title: t("report.comprehensive"), isNumber: true, share: 1.2 },
        { title: t("report.range"), isNumber: true, share: 1.6 },
        { title: t("report.advice"), share: 1.6 },
        { title: t("report.stage"), share: 1.6 },
      ],
      rows: rows
        .slice(0, mostListed)
        .map(({ candidateName, fileName, stage, run }, place) => [
          ...[place + 1, candidateName ?? fileName, run.comprehensive.value],
          ...[`${run.comprehensive.low}–${run.comprehensive.high}`, t(`advice.${run.advice}`), t(`stages.${stage}`)],
        ]),
    },
    ...(rows.length > mostListed
      ? [{ type: "note" as const, text: t("position_report.more", { count: rows.length - mostListed }) }]
      : []),
  ];
}
