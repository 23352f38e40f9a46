"use client";

import { useTranslations } from "next-intl";
import { VerdictMark } from "@/components/screening/verdict-mark";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import type { Requirement } from "@/lib/position/requirement";
import type { RequirementVerdict } from "@/lib/screening/schema";
import { say } from "@/lib/screening/statements";

type EvidenceListProps = { requirements: readonly Requirement[]; verdicts: readonly RequirementVerdict[] };

/** Each requirement with its verdict and words, as they stood. */
export function EvidenceList({ requirements, verdicts }: EvidenceListProps) {
  const t = useTranslations("verdicts");
  const locale = useReaderLocale();
  return (
    <ul className="flex flex-col gap-3">
      {requirements.map(({ key, text }) => {
        const found = verdicts.find(({ requirementKey }) => requirementKey === key);
        const mark = found?.gate === "fail" ? "gate_failed" : (found?.verdict ?? "unknown");
        return (
          <li key={key}>
            <p className="flex items-center gap-2">
              <VerdictMark mark={mark} />
              <span className="font-medium">{text}</span>
              <span className="text-ink-faint">{t(mark)}</span>
            </p>
            {found && <p className="text-ink-soft">{say(found.reason, locale)}</p>}
            {found?.override && <p className="text-ink-soft">{found.override.reason}</p>}
            {found?.quotes.map(({ start, end, text: words }) => (
              <blockquote className="mt-1 border-line-strong border-l-2 pl-2 text-ink-soft" key={`${start} ${end}`}>
                {words}
              </blockquote>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
