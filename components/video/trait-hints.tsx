"use client";

import { useFormatter, useTranslations } from "next-intl";
import { ModelFailed } from "@/components/video/model-failed";
import { PlayQuote } from "@/components/video/play-quote";
import type { Traits } from "@/lib/video/analysis-schema";

/** Five hints with their intervals and words, and how little such numbers are known to say. */
export function TraitHints({ traits, onPlay }: { traits: Traits; onPlay: (seconds: number) => void }) {
  const t = useTranslations("videos");
  const format = useFormatter();
  const { state, hints, words, needed } = traits;
  return (
    <section aria-label={t("traits")} className="text-sm">
      <h2 className="font-semibold">{t("traits")}</h2>
      <p className="text-ink-soft">{t("traits_validity")}</p>
      <details className="mt-1 text-ink-faint text-xs">
        <summary className="cursor-pointer">{t("traits_sources")}</summary>
        <p className="mt-1">{t("traits_sources_text")}</p>
      </details>
      {state === "hinted" && (
        <p className="mt-1 text-ink-faint text-xs">
          {traits.model ? t("traits_by_model", { model: traits.model }) : t("traits_by_rules")}
        </p>
      )}
      <ModelFailed {...traits} />
      {state === "hinted" ? (
        <dl className="mt-2 flex flex-col gap-3">
          {hints.map(({ trait, value, low, high, up, down, quotes }) => (
            <div key={trait}>
              <dt className="font-medium">{t(`${trait}_score`)}</dt>
              <dd className="tabular text-ink-soft">
                {value === null
                  ? t("trait_unknown")
                  : t("trait_value", {
                      value: format.number(value),
                      low: format.number(low ?? 0),
                      high: format.number(high ?? 1),
                      up,
                      down,
                    })}
              </dd>
              {quotes.map((quote) => (
                <dd className="mt-1" key={`${quote.line} ${quote.text}`}>
                  <PlayQuote onPlay={onPlay} quote={quote} />
                </dd>
              ))}
            </div>
          ))}
        </dl>
      ) : (
        <p className="mt-1">{t(`traits_${state}`, { words, needed })}</p>
      )}
    </section>
  );
}
