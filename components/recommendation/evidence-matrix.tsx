"use client";

import { useFormatter, useTranslations } from "next-intl";
import { VerdictMark } from "@/components/screening/verdict-mark";
import { Table } from "@/components/ui/table";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import { toClock } from "@/lib/interview/to-clock";
import type { MatrixColumn, MatrixEntry, MatrixRow, Recommendation } from "@/lib/recommendation/schema";
import { sayRecommendation } from "@/lib/recommendation/statements";

/** Requirements and parts of the score by source: rows whose sources differ come first. */
export function EvidenceMatrix({ matrix }: { matrix: Recommendation["matrix"] }) {
  const t = useTranslations("recommendation");
  const format = useFormatter();
  const columnName = useColumnName();
  const rowName = useRowName();
  const { columns, rows } = matrix;
  if (columns.length === 0) return null;
  const groups = [
    { key: "conflict", rows: rows.filter(({ isConflict }) => isConflict) },
    { key: "requirement", rows: rows.filter(({ isConflict, kind }) => !isConflict && kind !== "sub_score") },
    { key: "sub_score", rows: rows.filter((row) => !row.isConflict && row.kind === "sub_score" && !isEmpty(row)) },
  ] as const;
  const silent = rows.filter((row) => row.kind === "sub_score" && isEmpty(row));
  return (
    <section aria-label={t("matrix")}>
      <h2 className="mb-2 font-semibold">{t("matrix")}</h2>
      <Table
        columns={[
          { label: t("row"), look: "min-w-32" },
          ...columns.map((column) => ({ label: columnName(column), look: "min-w-28" })),
        ]}
        label={t("matrix")}
      >
        {groups.flatMap((group) =>
          group.rows.length === 0
            ? []
            : [
                <tr key={group.key}>
                  <th
                    className="pt-3 text-left font-medium text-ink-faint"
                    colSpan={columns.length + 1}
                    scope="colgroup"
                  >
                    {t(`rows_${group.key}`)}
                  </th>
                </tr>,
                ...group.rows.map((row) => <Row columns={columns} key={`${row.kind} ${row.key}`} row={row} />),
              ],
        )}
      </Table>
      {silent.length > 0 && (
        <p className="mt-2 text-ink-faint text-sm">{t("rows_silent", { names: format.list(silent.map(rowName)) })}</p>
      )}
    </section>
  );
}

/** No source says anything: it stands among what nobody knows. */
function isEmpty({ entries }: MatrixRow): boolean {
  return entries.length === 0;
}

function Row({ row, columns }: { row: MatrixRow; columns: readonly MatrixColumn[] }) {
  const t = useTranslations("recommendation");
  const positions = useTranslations("positions");
  const name = useRowName();
  return (
    <tr>
      <th className="whitespace-normal py-1.5 text-left align-top font-normal" scope="row">
        {name(row)}
        {row.necessity && (
          <span className="ml-1.5 text-ink-faint text-xs">{positions(`necessity_${row.necessity}`)}</span>
        )}
      </th>
      {columns.map(({ key }) => {
        const entries = row.entries.filter(({ column }) => column === key);
        return (
          // Relative, so that what only a screen reader sees is not laid out beyond a narrow page.
          <td className="relative whitespace-normal py-1.5 align-top" key={key}>
            {entries.length === 0 && (
              <span className="text-ink-faint">
                <span aria-hidden="true">–</span>
                <span className="sr-only">{t("says_nothing")}</span>
              </span>
            )}
            {entries.map((entry) => (
              <Entry entry={entry} key={`${entry.by} ${entry.value} ${entry.reason?.code} ${entry.comment}`} />
            ))}
          </td>
        );
      })}
    </tr>
  );
}

function Entry({ entry }: { entry: MatrixEntry }) {
  const format = useFormatter();
  const locale = useReaderLocale();
  const { mark, value, reason, by, comment, resumeQuotes, answerQuotes, videoQuotes } = entry;
  const quotes = [
    ...resumeQuotes.map(({ start, text }) => ({ key: `r${start}`, at: "", text })),
    ...answerQuotes.map(({ segmentId, start, seconds, text }) => ({
      ...{ key: `${segmentId} ${start}`, at: toClock(seconds), text },
    })),
    ...videoQuotes.map(({ startSeconds, text }) => ({
      key: `v${startSeconds} ${text}`,
      at: toClock(startSeconds),
      text,
    })),
  ];
  return (
    <div className="mb-1">
      {mark && <VerdictMark mark={mark} />}
      {value !== null && <span className="tabular">{format.number(value, { maximumFractionDigits: 1 })} / 5</span>}
      {reason && <span className="block text-ink-soft text-xs">{sayRecommendation(reason, locale)}</span>}
      {by && <span className="block text-ink-faint text-xs">{by}</span>}
      {comment && <span className="block text-ink-soft text-xs">{comment}</span>}
      {quotes.map(({ key, at, text }) => (
        <blockquote className="mt-1 line-clamp-3 border-line-strong border-l-2 pl-2 text-ink-soft text-xs" key={key}>
          {at && <span className="tabular mr-1 text-ink-faint">{at}</span>}
          {text}
        </blockquote>
      ))}
    </div>
  );
}

export function useColumnName() {
  const t = useTranslations("recommendation");
  return ({ kind, round }: MatrixColumn) =>
    kind === "interview" ? t("column_interview", { round: round ?? 1 }) : t(`column_${kind}`);
}

export function useRowName() {
  const t = useTranslations("recommendation");
  return ({ kind, key, text }: MatrixRow) => {
    if (kind === "requirement") return text;
    // A key of the list that the shape has checked.
    return kind === "overall" ? t("row_overall") : t(`sub_${key}` as "sub_logic");
  };
}
