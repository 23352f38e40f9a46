"use client";

import { useFormatter, useTranslations } from "next-intl";
import { PlayQuote } from "@/components/video/play-quote";
import type { Exchanges } from "@/lib/video/analysis-schema";

const longestShown = 200;

/** Questions with their answers and what of the plan and the position they belong to. */
export function ExchangeList({ exchanges, onPlay }: { exchanges: Exchanges; onPlay: (seconds: number) => void }) {
  const t = useTranslations("videos");
  const format = useFormatter();
  const { list, coverage, speakersBy } = exchanges;
  return (
    <section aria-label={t("exchanges")}>
      <h2 className="font-semibold">{t("exchanges")}</h2>
      <p className="text-ink-faint text-xs">{t(`speakers_by_${speakersBy}`)}</p>
      <ol className="mt-2 flex flex-col gap-3 text-sm">
        {list.map(({ question, answer, kind, planText, requirements, answerWords, answerSeconds }, index) => (
          <li className="flex flex-col gap-1" key={index}>
            {question ? (
              <PlayQuote onPlay={onPlay} quote={{ ...question, text: shortened(question.text) }} />
            ) : (
              <p className="text-ink-soft">{planText ?? t("without_question")}</p>
            )}
            <p className="tabular text-ink-soft text-xs">
              {[
                ...(answer && kind ? [t(`answer_${kind}`)] : [t("not_answered")]),
                ...(answer ? [t("answer_words", { count: answerWords })] : []),
                ...(answerSeconds === null ? [] : [t("answer_seconds", { count: Math.round(answerSeconds) })]),
                ...(planText && question ? [t("from_plan")] : []),
                ...requirements.map(({ text }) => text),
              ].join(" · ")}
            </p>
          </li>
        ))}
      </ol>
      {coverage.length > 0 && (
        <details className="mt-3 text-sm">
          <summary className="cursor-pointer text-ink-soft">
            {t("coverage", {
              covered: coverage.filter(({ state }) => state === "covered").length,
              total: format.number(coverage.length),
            })}
          </summary>
          <ul className="mt-1">
            {coverage.map(({ requirementKey, text, state }) => (
              <li key={requirementKey}>
                {text} <span className="text-ink-faint">{t(`coverage_${state}`)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function shortened(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
