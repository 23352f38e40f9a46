"use client";

import { useTranslations } from "next-intl";
import { Quotes } from "@/components/screening/quotes";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import type { TextSpan } from "@/lib/resume/profile";
import type { ApplicationDetail } from "@/lib/screening/schema";

type Run = NonNullable<ApplicationDetail["run"]>;
type ModelSummaryProps = { run: Run; onMark: (spans: readonly TextSpan[]) => void };

/** Prose by a model with the quotes each sentence rests on, or why there is none. Nothing where no model is set up. */
export function ModelSummary({ run: { summary, isSummaryPending, engineOutcome }, onMark }: ModelSummaryProps) {
  const t = useTranslations("evidence");
  const overrides = useTranslations("override");
  const failures = useTranslations("model_failures");
  const engines = useTranslations("engines");
  const locale = useReaderLocale();
  if (!summary && !isSummaryPending) return null;
  return (
    <section aria-labelledby="model-summary" className="border-line border-b px-4 py-3 text-sm">
      <div className="flex items-baseline gap-3">
        <h3 className="font-semibold" id="model-summary">
          {t("summary")}
        </h3>
        {summary && (
          <span className="ml-auto break-all text-ink-faint text-xs">
            {t("summary_engine", { engine: summary.engine === "model" ? (summary.model ?? "") : engines("built-in") })}
          </span>
        )}
      </div>
      {!summary && (
        <p className="text-ink-soft" role="status">
          {t("summary_pending")}
        </p>
      )}
      {summary?.failureReason && (
        <p className="text-ink-soft">
          {summary.model && `${summary.model}: `}
          {t("summary_failed", { reason: failures(summary.failureReason) })}
        </p>
      )}
      {summary && engineOutcome && <p className="text-ink-soft">{overrides("summary_before")}</p>}
      {summary && summary.sentences.length > 0 && (
        <ul className="mt-1 flex flex-col gap-2">
          {summary.sentences.map((sentence) => (
            <li key={sentence.zh}>
              {sentence[locale]}
              <Quotes onMark={onMark} quotes={sentence.quotes} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
