import "server-only";
import type { Locale } from "@/lib/i18n/locale";
import { translator } from "@/lib/i18n/translator";
import { requirement } from "@/lib/position/requirement";
import type { ReportBlock, ReportContent } from "@/lib/report/blocks";
import { marks } from "@/lib/report/marks";
import { type Board, type BoardRow, boardMark } from "@/lib/screening/schema";

/** The board of a position in words and one table, in one language. */
export function shortlistContent({ board, locale, now }: { board: Board; locale: Locale; now: Date }): ReportContent {
  const t = translator(locale);
  const { position, requirements, rows } = board;
  const screened = rows.flatMap(({ run, ...row }) => (run ? [{ ...row, run }] : []));
  const unscreened = rows.length - screened.length;
  const made = now.toISOString().slice(0, 16);
  const intro = t("report.shortlist_intro", { version: position.version, count: screened.length, made });
  const blocks: ReportBlock[] = [
    { type: "title", text: position.title },
    { type: "paragraph", text: intro },
    {
      type: "list",
      items: requirements.map(({ text, necessity, weight }, index) => {
        const kind = t(`positions.necessity_${requirement.shape.necessity.parse(necessity)}`);
        return `R${index + 1}: ${text} (${kind}, ${t("positions.weight_option", { weight })})`;
      }),
    },
    {
      type: "paragraph",
      text: boardMark.options.map((mark) => `${marks[mark]} ${t(`verdicts.${mark}`)}`).join(" · "),
    },
    {
      type: "table",
      columns: [
        { title: "#", isNumber: true, share: 0.8 },
        { title: t("report.candidate"), share: 4 },
        { title: t("report.comprehensive"), isNumber: true, share: 2 },
        { title: t("report.range"), share: 2.4 },
        { title: t("report.advice"), share: 2.4 },
        { title: t("report.stage"), share: 2.4 },
        ...requirements.map((_, index) => ({ title: `R${index + 1}`, share: 0.9 })),
      ],
      rows: screened.map(({ candidateName, fileName, stage, run }, index) => [
        index + 1,
        candidateName ?? fileName,
        run.comprehensive.value,
        `${run.comprehensive.low}–${run.comprehensive.high}`,
        // Not at the score, which stays a number in a workbook.
        `${t(`advice.${run.advice}`)}${run.overridden.length > 0 ? "*" : ""}`,
        t(`stages.${stage}`),
        ...requirements.map(({ key }, place) => markOf(run, key, place)),
      ]),
    },
    ...(screened.some(({ run }) => run.overridden.length > 0)
      ? [{ type: "paragraph" as const, text: `* ${t("override.by_person")}` }]
      : []),
    ...(unscreened > 0 ? [{ type: "paragraph" as const, text: t("report.unscreened", { count: unscreened }) }] : []),
  ];
  return { blocks, footer: "" };
}

/** With a star where a person changed the verdict. */
function markOf({ marks: given, overridden }: NonNullable<BoardRow["run"]>, key: string, place: number): string {
  const mark = given[place];
  return mark ? `${marks[mark]}${overridden.includes(key) ? "*" : ""}` : "";
}
