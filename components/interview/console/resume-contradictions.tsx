"use client";

import { useTranslations } from "next-intl";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import type { Contradiction } from "@/lib/interview/schema";
import { sayInterview } from "@/lib/interview/statements";

/** What was said beside what the resume says: two quotes, and no conclusion. */
export function ResumeContradictions({ contradictions }: { contradictions: readonly Contradiction[] }) {
  const t = useTranslations("interview");
  const locale = useReaderLocale();
  if (contradictions.length === 0) return null;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer font-medium text-ink-soft">
        {t("contradictions", { count: contradictions.length })}
      </summary>
      <ul className="mt-2 flex flex-col gap-3">
        {contradictions.map(({ reason, answer, resume }) => (
          <li className="flex flex-col gap-1" key={`${answer.segmentId} ${answer.start} ${resume.start}`}>
            <p>{sayInterview(reason, locale)}</p>
            <blockquote className="border-line-strong border-l-2 pl-2 text-ink-soft">
              <span className="text-ink-faint text-xs">{t("just_said")}</span> {answer.text}
            </blockquote>
            <blockquote className="border-line-strong border-l-2 pl-2 text-ink-soft">
              <span className="text-ink-faint text-xs">{t("in_resume")}</span> {resume.text}
            </blockquote>
          </li>
        ))}
      </ul>
    </details>
  );
}
