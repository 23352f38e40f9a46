"use client";

import { AlertTriangle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import { useSettled } from "@/components/ui/use-settled";
import type { FoundConcern } from "@/lib/interview/engine/check-question";
import { sayInterview } from "@/lib/interview/statements";

/** Says while a question is typed that it must not be asked, and what to ask instead. */
export function QuestionConcerns({ text, onUse }: { text: string; onUse?: (alternative: string) => void }) {
  const t = useTranslations("interview");
  const locale = useReaderLocale();
  const concerns = useConcerns(useSettled(text));
  if (concerns.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2" role="alert">
      {concerns.map(({ concern, reason, alternative }) => (
        <li className="flex items-start gap-2 rounded-md bg-danger-soft px-3 py-2 text-sm" key={concern}>
          <AlertTriangle aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger" />
          <div className="flex-1">
            <p className="text-danger">{sayInterview(reason, locale)}</p>
            <p className="text-ink-soft">
              {t("instead")} {alternative[locale]}
            </p>
          </div>
          {onUse && (
            <button
              className="shrink-0 font-medium text-accent hover:underline"
              onClick={() => onUse(alternative[locale])}
              type="button"
            >
              {t("use_alternative")}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The rules come with the first question that is typed. */
function useConcerns(text: string): FoundConcern[] {
  const [concerns, setConcerns] = useState<FoundConcern[]>([]);
  useEffect(() => {
    let isCurrent = true;
    if (text.trim() === "") return setConcerns([]);
    void import("@/lib/interview/engine/check-question").then(({ checkQuestion }) => {
      if (isCurrent) setConcerns(checkQuestion(text));
    });
    return () => {
      isCurrent = false;
    };
  }, [text]);
  return concerns;
}
