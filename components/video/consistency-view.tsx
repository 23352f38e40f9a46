"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import { PlayQuote } from "@/components/video/play-quote";
import type { Quote } from "@/lib/screening/schema";
import type { Consistency } from "@/lib/video/analysis-schema";
import { sayVideo } from "@/lib/video/statements";

type ConsistencyViewProps = {
  consistency: Consistency;
  onPlay: (seconds: number) => void;
  onResume: (quote: Quote) => void;
};

/** What was said against what is written: two quotes side by side, and no conclusion. */
export function ConsistencyView({ consistency, onPlay, onResume }: ConsistencyViewProps) {
  const t = useTranslations("videos");
  const locale = useReaderLocale();
  const format = useFormatter();
  const { score, checked, needed, hasResume, conflicts, agreements } = consistency;
  return (
    <section aria-label={t("consistency")}>
      <h2 className="font-semibold">{t("consistency")}</h2>
      <p className="tabular mt-1 text-sm">
        {score === null
          ? t(hasResume ? "consistency_too_few" : "consistency_no_resume", { checked, needed })
          : t("consistency_score", { conflicts: conflicts.length, checked, score: format.number(score) })}
      </p>
      <ul className="mt-2 flex flex-col gap-4">
        {conflicts.map(({ reason, said, against }) => (
          <li className="flex flex-col gap-1.5 text-sm" key={`${reason.code} ${said.line} ${said.text}`}>
            <p>{sayVideo(reason, locale)}</p>
            <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
              <div>
                <p className="text-ink-faint text-xs">{t("said")}</p>
                <PlayQuote onPlay={onPlay} quote={said} />
              </div>
              <div>
                <p className="text-ink-faint text-xs">{t(against.where === "resume" ? "in_resume" : "said_before")}</p>
                {against.where === "recording" ? (
                  <PlayQuote onPlay={onPlay} quote={against.quote} />
                ) : (
                  <ResumeQuote onResume={onResume} quote={against.quote} />
                )}
              </div>
            </div>
          </li>
        ))}
      </ul>
      {agreements.length > 0 && (
        <details className="mt-3 text-sm">
          <summary className="cursor-pointer text-ink-soft">{t("agreements", { count: agreements.length })}</summary>
          <ul className="mt-2 flex flex-col gap-3">
            {agreements.map(({ kind, subject, said, resume }) => (
              <li className="grid grid-cols-2 gap-3 max-sm:grid-cols-1" key={`${kind} ${subject}`}>
                <div>
                  <p className="text-ink-faint text-xs">{t(`claim_${kind}`)}</p>
                  <PlayQuote onPlay={onPlay} quote={said} />
                </div>
                <div>
                  <p className="text-ink-faint text-xs">{t("in_resume")}</p>
                  <ResumeQuote onResume={onResume} quote={resume} />
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="mt-2 text-ink-faint text-xs">{t("consistency_note")}</p>
    </section>
  );
}

function ResumeQuote({ quote, onResume }: { quote: Quote; onResume: (quote: Quote) => void }) {
  return (
    <button
      className="block w-full break-words border-line-strong border-l-2 pl-2 text-left text-ink-soft hover:text-ink hover:underline"
      onClick={() => onResume(quote)}
      type="button"
    >
      {quote.text}
    </button>
  );
}
