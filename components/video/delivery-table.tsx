"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Table } from "@/components/ui/table";
import { toClock } from "@/lib/interview/to-clock";
import type { Delivery } from "@/lib/video/analysis-schema";

type DeliveryTableProps = { delivery: Delivery; language: "zh" | "en"; onPlay: (seconds: number) => void };

const rows = [
  ...(["perMinute", "fillersPerHundred", "pausesPerMinute"] as const),
  ...(["beforeAnswerSeconds", "answerSeconds", "answerWords", "candidateShare"] as const),
] as const;

/** How the candidate spoke: numbers beside what is usual, and no judgement. */
export function DeliveryTable({ delivery, language, onPlay }: DeliveryTableProps) {
  const t = useTranslations("videos");
  const format = useFormatter();
  const longest = delivery.pauses.toSorted((a, b) => b.durationSeconds - a.durationSeconds).slice(0, 5);
  return (
    <section aria-label={t("delivery")}>
      <h2 className="font-semibold">{t("delivery")}</h2>
      <p className="mb-2 text-ink-faint text-xs">{t(`delivery_by_${delivery.by}`)}</p>
      <Table
        columns={[
          { label: t("delivery_fact") },
          { label: t("delivery_value"), look: "number" },
          { label: t("delivery_usual"), look: "number" },
        ]}
        label={t("delivery")}
      >
        {rows.map((key) => {
          const { value, usual } = delivery[key];
          return (
            <tr key={key}>
              <td>{t(key === "perMinute" ? `per_minute_${language}` : `fact_${key}`)}</td>
              <td className="number">{value === null ? "–" : format.number(value)}</td>
              <td className="number text-ink-faint">
                {usual ? t("range", { low: format.number(usual.low), high: format.number(usual.high) }) : "–"}
              </td>
            </tr>
          );
        })}
      </Table>
      <details className="mt-2 text-ink-faint text-xs">
        <summary className="cursor-pointer">{t("delivery_sources")}</summary>
        <p className="mt-1">{t(`delivery_sources_${language}`)}</p>
        <p className="mt-1">{t("delivery_sources_rest")}</p>
      </details>
      {delivery.fillers.length > 0 && (
        <p className="mt-2 text-ink-soft text-sm">
          {t("fillers")} {delivery.fillers.map(({ text, count }) => `${text} ${format.number(count)}`).join(", ")}
        </p>
      )}
      {longest.length > 0 && (
        <p className="mt-2 flex flex-wrap gap-2 text-ink-soft text-sm">
          {t("longest_pauses")}
          {longest.map(({ seconds, durationSeconds }) => (
            <button
              aria-label={t("play_from", { time: toClock(seconds) })}
              className="tabular text-accent hover:underline"
              key={seconds}
              onClick={() => onPlay(seconds)}
              type="button"
            >
              {toClock(seconds)} ({t("seconds", { count: durationSeconds })})
            </button>
          ))}
        </p>
      )}
      {delivery.readingAloud.length > 0 && (
        <>
          <p className="mt-2 text-ink-soft text-sm">{t("reading_aloud")}</p>
          <ul className="list-disc pl-5 text-ink-soft text-sm">
            {delivery.readingAloud.map(({ sign, value }) => (
              <li key={sign}>{t(`sign_${sign}`, { value: format.number(value) })}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
