"use client";

import { useTranslations } from "next-intl";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import type { RecommendationView } from "@/lib/recommendation/schema";
import { type ReportPart as Part, writeReport } from "@/lib/recommendation/write-report";

/** The report's words on each part of the page, by the built-in engine. */
export function useReportParts({ result }: RecommendationView): Map<Part["key"], string[]> {
  const t = useTranslations("recommendation");
  const parts = writeReport(result, useReaderLocale(), {
    dimension: (key) => t(`dimension_${key}`),
    subScore: (key) => t(`sub_${key}`),
    level: (level) => t(`level_${level}`),
    ask: (key) => t(`ask_${key}`),
  });
  return new Map(parts.map(({ key, paragraphs }) => [key, paragraphs]));
}

type ReportPartProps = {
  found: RecommendationView;
  part: Part["key"];
  /** The built-in engine's words, for when no model wrote this part. */
  builtIn?: readonly string[] | undefined;
};

/** One part of the report: a model's words with their quotes where it wrote some, the built-in engine's otherwise. */
export function ReportPart({ found: { prose }, part, builtIn = [] }: ReportPartProps) {
  const t = useTranslations("recommendation");
  const failures = useTranslations("model_failures");
  const locale = useReaderLocale();
  const written = Object.entries(prose ?? {}).find(([key]) => key === part)?.[1];
  return (
    <>
      {written && written.sentences.length > 0
        ? written.sentences.map((sentence) => (
            <div key={sentence.en}>
              <p>{sentence[locale]}</p>
              {sentence.quotes.map((text) => (
                <blockquote className="mt-1 border-line-strong border-l-2 pl-2 text-ink-soft text-sm" key={text}>
                  {text}
                </blockquote>
              ))}
            </div>
          ))
        : builtIn.map((text) => <p key={text}>{text}</p>)}
      {written?.failureReason && (
        <p className="text-ink-faint text-xs">
          {t("report_failed", { reason: failures(written.failureReason as "timeout") })}
        </p>
      )}
    </>
  );
}
