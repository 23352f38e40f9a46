"use client";

import { useTranslations } from "next-intl";
import { AnswerQuotes } from "@/components/interview/after/answer-quotes";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import type { Evaluation } from "@/lib/interview/schema";
import { sayInterview } from "@/lib/interview/statements";

/** What one answer shows, folded away: six ratings, each with what earned it. */
export function AnswerRatings({ evaluation }: { evaluation: Evaluation | undefined }) {
  const t = useTranslations("interview");
  const locale = useReaderLocale();
  if (!evaluation) return null;
  const { normalized, ratings, feedback } = evaluation;
  return (
    <details className="mt-2 ml-17 text-sm max-sm:ml-0">
      <summary className="cursor-pointer text-ink-soft">
        <span className="tabular">{normalized === null ? t("unknown") : `${normalized} / 100`}</span> ·{" "}
        {sayInterview(feedback, locale)}
      </summary>
      <dl className="mt-2 grid grid-cols-[110px_56px_1fr] gap-x-3 gap-y-2 max-sm:grid-cols-[1fr_auto]">
        {ratings.map(({ key, value, reason, quotes }) => (
          <div className="contents" key={key}>
            <dt className="text-ink-soft">{t(`rating_${key}`)}</dt>
            <dd className="tabular">{value === null ? t("unknown") : `${value} / 4`}</dd>
            <dd className="max-sm:col-span-2">
              {sayInterview(reason, locale)}
              <AnswerQuotes quotes={quotes} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
