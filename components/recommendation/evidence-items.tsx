"use client";

import { useFormatter, useTranslations } from "next-intl";
import { AnswerQuotes } from "@/components/interview/after/answer-quotes";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import type { Evidence } from "@/lib/recommendation/schema";
import { sayEvidence } from "@/lib/recommendation/statements";

/** What each source says, with its words. */
export function EvidenceItems({ evidence }: { evidence: readonly Evidence[] }) {
  const t = useTranslations("recommendation");
  const format = useFormatter();
  const locale = useReaderLocale();
  return (
    <ul className="flex flex-col gap-1.5">
      {evidence.map(({ source, value, reason, resumeQuotes, answerQuotes }) => (
        <li key={`${source} ${reason.code} ${value} ${answerQuotes[0]?.segmentId ?? ""}`}>
          <span className="mr-1.5 text-ink-faint text-xs">
            {t(`source_${source}`)} {format.number(value, { maximumFractionDigits: 1 })}
          </span>
          {sayEvidence({ source, reason }, locale)}
          {resumeQuotes.map((quote) => (
            <blockquote
              className="mt-1 border-line-strong border-l-2 pl-2 text-ink-soft"
              key={`${quote.start} ${quote.end}`}
            >
              {quote.text}
            </blockquote>
          ))}
          <AnswerQuotes quotes={answerQuotes} />
        </li>
      ))}
    </ul>
  );
}
