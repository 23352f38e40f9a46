import "server-only";
import { getTranslations } from "next-intl/server";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { escapeText } from "@/lib/report/markdown";
import { findBoard } from "@/lib/screening/find-board";
import type { Board, BoardMark } from "@/lib/screening/schema";

type ShortlistReport = { positionId: string; viewer: Viewer; locale: Locale; format: "md" | "json"; now?: Date };

const marks: Record<BoardMark, string> = { met: "●", partly: "◐", not_met: "○", unknown: "?", gate_failed: "■" };

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
    return { fileName, text: `${JSON.stringify({ generatedAt: now.toISOString(), ...board }, null, 2)}\n` };
  return { fileName, text: await shortlistMarkdown({ board, locale, now }) };
}

async function shortlistMarkdown({ board, locale, now }: { board: Board; locale: Locale; now: Date }) {
  const t = await getTranslations({ locale });
  const { position, requirements, rows } = board;
  const screened = rows.filter(({ run }) => run);
  const unscreened = rows.length - screened.length;
  const header = [
    "#",
    t("report.candidate"),
    t("report.comprehensive"),
    t("report.range"),
    t("report.advice"),
    t("report.stage"),
    ...requirements.map((_, index) => `R${index + 1}`),
  ];
  return [
    `# ${escapeText(position.title)}`,
    "",
    t("report.shortlist_intro", {
      version: position.version,
      count: screened.length,
      made: now.toISOString().slice(0, 16),
    }),
    "",
    ...requirements.map(({ text, necessity, weight }, index) => {
      const kind =
        necessity === "must" || necessity === "nice" || necessity === "gate"
          ? t(`positions.necessity_${necessity}`)
          : necessity;
      return `- R${index + 1}: ${escapeText(text)} (${kind}, ${t("positions.weight_option", { weight })})`;
    }),
    "",
    Object.entries(marks)
      .map(([mark, sign]) => `${sign} ${t(`verdicts.${mark}`)}`)
      .join(" · "),
    "",
    `| ${header.join(" | ")} |`,
    `|${header.map(() => "---").join("|")}|`,
    ...screened.map(({ candidateName, fileName, run, stage }, index) => {
      if (!run) return "";
      const { comprehensive } = run;
      const cells = [
        index + 1,
        escapeText(candidateName ?? fileName),
        comprehensive.value,
        `${comprehensive.low}–${comprehensive.high}`,
        t(`advice.${run.advice}`),
        t(`stages.${stage}`),
        ...requirements.map(({ key }) => (run.marks[key] ? marks[run.marks[key]] : "")),
      ];
      return `| ${cells.join(" | ")} |`;
    }),
    "",
    ...(unscreened > 0 ? [t("report.unscreened", { count: unscreened }), ""] : []),
  ].join("\n");
}
