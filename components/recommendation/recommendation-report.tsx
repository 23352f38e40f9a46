"use client";

import { useTranslations } from "next-intl";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import type { ProsePart, RecommendationView } from "@/lib/recommendation/schema";
import { writeReport } from "@/lib/recommendation/write-report";

/** The report: a model's words where it wrote some, the built-in engine's otherwise. */
export function RecommendationReport({ found }: { found: RecommendationView }) {
  const t = useTranslations("recommendation");
  const failures = useTranslations("model_failures");
  const locale = useReaderLocale();
  const { result, prose, isProsePending } = found;
  const parts = writeReport(result, locale, {
    dimension: (key) => t(`dimension_${key}`),
    subScore: (key) => t(`sub_${key}`),
    level: (level) => t(`level_${level}`),
    ask: (key) => t(`ask_${key}`),
  });
  const proseOf = (key: string) => Object.entries(prose ?? {}).find(([part]) => part === key)?.[1];
  return (
    <section aria-label={t("report")} className="flex max-w-160 flex-col gap-4">
      <h2 className="font-semibold">{t("report")}</h2>
      {isProsePending && <p className="text-ink-soft text-sm">{t("report_pending")}</p>}
      {parts.map(({ key, paragraphs }) => {
        const written = proseOf(key);
        const title =
          key === "report"
            ? null
            : key === "conflicts"
              ? t("conflicts")
              : key === "unknown"
                ? t("open_questions")
                : key === "next"
                  ? t("next")
                  : t(`dimension_${key}`);
        return (
          <div className="flex flex-col gap-1.5" key={key}>
            {title && <h3 className="font-medium">{title}</h3>}
            {written && written.sentences.length > 0 ? (
              <Written locale={locale} part={written} />
            ) : (
              paragraphs.map((text) => <p key={text}>{text}</p>)
            )}
            {written?.failureReason && (
              <p className="text-ink-faint text-xs">
                {t("report_failed", { reason: failures(written.failureReason as "timeout") })}
              </p>
            )}
          </div>
        );
      })}
      <p className="text-ink-faint text-xs">
        {prose?.report?.model && prose.report.sentences.length > 0
          ? t("report_by", { model: prose.report.model })
          : t("report_built_in")}
      </p>
    </section>
  );
}

function Written({ part, locale }: { part: ProsePart; locale: "zh" | "en" }) {
  return part.sentences.map((sentence) => (
    <div key={sentence.en}>
      <p>{sentence[locale]}</p>
      {sentence.quotes.map((text) => (
        <blockquote className="mt-1 border-line-strong border-l-2 pl-2 text-ink-soft text-sm" key={text}>
          {text}
        </blockquote>
      ))}
    </div>
  ));
}
