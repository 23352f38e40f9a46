"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import { ConsistencyView } from "@/components/video/consistency-view";
import { DeliveryTable } from "@/components/video/delivery-table";
import { ExchangeList } from "@/components/video/exchange-list";
import { ModelFailed } from "@/components/video/model-failed";
import { PlayQuote } from "@/components/video/play-quote";
import { TraitHints } from "@/components/video/trait-hints";
import type { Quote } from "@/lib/screening/schema";
import type { VideoAnalysis } from "@/lib/video/analysis-schema";
import { sayVideo } from "@/lib/video/statements";

type AnalysisViewProps = {
  analysis: VideoAnalysis;
  onPlay: (seconds: number) => void;
  /** Shows a place of the resume beside the recording. */
  onResume: (quote: Quote) => void;
};

/** What was made of the transcript, as far as it has come. */
export default function AnalysisView({ analysis, onPlay, onResume }: AnalysisViewProps) {
  const t = useTranslations("videos");
  const locale = useReaderLocale();
  const format = useFormatter();
  const { quality, summary, consistency, exchanges, delivery, confidence, traits, prose, engine } = analysis;
  const share = (value: number) => format.number(value, { style: "percent" });
  return (
    <div className="flex flex-col gap-6">
      {quality && (
        <section aria-label={t("quality")}>
          <h2 className="font-semibold">{t(quality.passes ? "quality_passes" : "quality_fails")}</h2>
          <ul className="mt-1 text-sm">
            {quality.reasons.map((reason) => (
              <li key={reason.code}>{sayVideo(reason, locale)}</li>
            ))}
          </ul>
          <p className="tabular mt-1 text-ink-faint text-xs">
            {[
              t("quality_words", { count: quality.words }),
              ...(quality.coverage === null ? [] : [t("quality_coverage", { share: share(quality.coverage) })]),
              ...(quality.confidence === null ? [] : [t("quality_confidence", { share: share(quality.confidence) })]),
            ].join(" · ")}
          </p>
        </section>
      )}
      {summary && (
        <section aria-label={t("summary")}>
          <h2 className="font-semibold">{t("summary")}</h2>
          {prose && <ModelFailed {...prose} />}
          {prose && prose.sentences.length > 0 && (
            <>
              <ul className="mt-2 flex flex-col gap-3 text-sm">
                {prose.sentences.map((sentence) => (
                  <li className="flex flex-col gap-1" key={sentence.zh}>
                    <p>{sentence[locale]}</p>
                    {sentence.quotes.map((quote) => (
                      <PlayQuote key={`${quote.line} ${quote.text}`} onPlay={onPlay} quote={quote} />
                    ))}
                  </li>
                ))}
              </ul>
              <p className="mt-3 mb-1 text-ink-faint text-xs">
                {t("written_by", { model: prose.model ?? t("a_model") })}
              </p>
            </>
          )}
          <ul className="mt-2 flex flex-col gap-3 text-sm">
            {summary.map(({ statement, quotes }) => (
              <li className="flex flex-col gap-1" key={`${statement.code} ${JSON.stringify(statement.values)}`}>
                <p>{sayVideo(statement, locale)}</p>
                {quotes.map((quote) => (
                  <PlayQuote key={`${quote.line} ${quote.text}`} onPlay={onPlay} quote={quote} />
                ))}
              </li>
            ))}
          </ul>
        </section>
      )}
      {consistency && <ConsistencyView consistency={consistency} onPlay={onPlay} onResume={onResume} />}
      {exchanges && <ExchangeList exchanges={exchanges} onPlay={onPlay} />}
      {delivery && <DeliveryTable delivery={delivery} language={quality?.language ?? "zh"} onPlay={onPlay} />}
      {traits && <TraitHints onPlay={onPlay} traits={traits} />}
      {confidence && (
        <section aria-label={t("confidence")} className="text-sm">
          <h2 className="font-semibold">
            {t("confidence")} <span className="tabular font-normal">{format.number(confidence.value)}</span>
          </h2>
          <p className="text-ink-soft">
            {t("confidence_parts", {
              transcript: format.number(confidence.parts.transcript),
              speech: format.number(confidence.parts.speech),
              agreement: format.number(confidence.parts.agreement),
            })}
          </p>
        </section>
      )}
      <p className="text-ink-faint text-xs">{t("engine", { name: engine.name, version: engine.version })}</p>
    </div>
  );
}
