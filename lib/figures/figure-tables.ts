import "server-only";
import type { Figures } from "@/lib/figures/schema";
import type { Translate } from "@/lib/i18n/translator";
import type { ReportBlock, ReportCell } from "@/lib/report/blocks";

/** Every figure as a table under its heading: for files and for the position report. */
export function figureTables(figures: Figures, t: Translate): ReportBlock[] {
  const { funnel, time, sources, agreement, recommendation, load, spend } = figures;
  const table = (title: string, head: string[], rows: ReportCell[][]): ReportBlock[] =>
    rows.length === 0
      ? []
      : [
          { type: "heading", level: 3, text: title },
          {
            ...{ type: "table", rows },
            columns: head.map((name, place) => ({ title: name, share: place === 0 ? 3 : 1.2, isNumber: place > 0 })),
          },
        ];
  return [
    ...table(
      t("figures.funnel"),
      [t("report.stage"), t("figures.reached"), t("figures.now")],
      funnel.map(({ stage, reached, now }) => [t(`stages.${stage}`), reached, now]),
    ),
    ...table(
      t("figures.time"),
      [t("report.stage"), t("figures.stays"), t("figures.median"), t("figures.slow")],
      time.map(({ stage, count, medianDays, slowDays }) => [t(`stages.${stage}`), count, medianDays, slowDays]),
    ),
    ...table(
      t("figures.sources"),
      [t("figures.source"), t("figures.candidates"), t("figures.interviewed"), t("figures.hired")],
      sources.map(({ source, candidates, interviewed, hired }) => [
        ...[sourceName(source, t), candidates, interviewed, hired],
      ]),
    ),
    ...table(
      t("figures.agreement"),
      [t("report.advice"), t("figures.onward"), t("figures.held"), t("figures.rejected")],
      agreement.rows.map(({ advice, onward, held, rejected }) => [
        ...[t(`advice.${advice}` as "advice.interview"), onward, held, rejected],
      ]),
    ),
    ...table(
      t("figures.recommendation"),
      [t("figures.level"), t("figures.agreed_count"), t("figures.differed_count")],
      recommendation.rows.map(({ level, agreed, differed }) => [t(`recommendation.level_${level}`), agreed, differed]),
    ),
    ...[agreement, recommendation].flatMap(({ months }, place) =>
      table(
        t(place === 0 ? "figures.agreement_by_month" : "figures.recommendation_by_month"),
        [t("figures.month"), t("figures.agreed_count"), t("figures.differed_count")],
        months.map(({ month, agreed, differed }) => [month, agreed, differed]),
      ),
    ),
    ...table(
      t("figures.load"),
      [
        t("figures.interviewer"),
        t("figures.planned"),
        t("figures.held_interviews"),
        t("figures.hours"),
        t("figures.owed"),
      ],
      load.map(({ name, planned, held, minutes, owed }) => [name, planned, held, Math.round(minutes / 6) / 10, owed]),
    ),
    ...table(
      t("figures.spend"),
      [
        t("figures.month"),
        t("figures.task"),
        t("figures.model"),
        t("figures.calls"),
        t("figures.tokens"),
        t("figures.cost"),
      ],
      (spend ?? []).map(({ month, task, model, calls, tokens, cost, currency }) => [
        ...[month, taskName(task, t), model, calls, tokens, cost === null ? "?" : `${cost.toFixed(2)} ${currency}`],
      ]),
    ),
  ];
}

/** Sources and tasks of later versions show themselves. */
export function sourceName(source: string, t: Translate): string {
  return t.has(`sources.${source}` as "sources.upload") ? t(`sources.${source}` as "sources.upload") : source;
}

function taskName(task: string, t: Translate): string {
  return t.has(`model.task_${task}` as "model.task_draft") ? t(`model.task_${task}` as "model.task_draft") : task;
}
