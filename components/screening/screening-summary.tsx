"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Quotes } from "@/components/screening/quotes";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import type { TextSpan } from "@/lib/resume/profile";
import type { ScreeningResult } from "@/lib/screening/schema";
import { say } from "@/lib/screening/statements";

type ScreeningSummaryProps = { result: ScreeningResult; onMark: (spans: readonly TextSpan[]) => void };

export function ScreeningSummary({ result, onMark }: ScreeningSummaryProps) {
  const t = useTranslations("evidence");
  const format = useFormatter();
  const locale = useReaderLocale();
  const { adviceReasons, strengths, gaps, questions, suggestedSalary } = result;
  return (
    <div className="border-line border-b px-4 py-3 text-sm [&>section+section]:mt-3">
      <Part items={adviceReasons.map((reason) => say(reason, locale))} title={t("why_advice")} />
      <Part
        items={strengths.map((strength) => (
          <div key={strength.code}>
            {say(strength, locale)}
            <Quotes onMark={onMark} quotes={strength.quotes} />
          </div>
        ))}
        title={t("strengths")}
      />
      <Part items={gaps.map((gap) => say(gap, locale))} title={t("gaps")} />
      <Part items={questions.map((question) => say(question, locale))} title={t("questions")} />
      {suggestedSalary && (
        <section>
          <h3 className="font-semibold">{t("salary")}</h3>
          <p className="tabular">
            {t("salary_range", { min: format.number(suggestedSalary.min), max: format.number(suggestedSalary.max) })}
          </p>
          <p className="text-ink-soft">{say(suggestedSalary.reason, locale)}</p>
        </section>
      )}
    </div>
  );
}

function Part({ title, items }: { title: string; items: ReactNode[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3 className="font-semibold">{title}</h3>
      <ul className="list-disc pl-4 text-ink-soft">
        {items.map((item, index) => (
          <li key={index}>{item}</li>
        ))}
      </ul>
    </section>
  );
}
