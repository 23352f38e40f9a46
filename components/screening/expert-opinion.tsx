"use client";

import { useTranslations } from "next-intl";
import { Quotes } from "@/components/screening/quotes";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import type { TextSpan } from "@/lib/resume/profile";
import type { ExpertOpinion as Opinion } from "@/lib/screening/schema";

type ExpertOpinionProps = {
  opinion: Opinion | undefined;
  model: string;
  marked: readonly TextSpan[];
  onMark: (spans: readonly TextSpan[]) => void;
};

/** What an expert by a model said of a requirement beside the built-in engine, and why it counts or does not. */
export function ExpertOpinion({ opinion, model, marked, onMark }: ExpertOpinionProps) {
  const t = useTranslations("experts");
  const verdicts = useTranslations("verdicts");
  const locale = useReaderLocale();
  if (!opinion) return null;
  const { by, verdict, quotes, outcome, objection, builtIn } = opinion;
  const values = { model, expert: t(`name_${by}`), verdict: verdicts(verdict) };
  return (
    <div className="mt-1 text-ink-soft">
      <p>
        {builtIn
          ? t("replaced", { ...values, builtIn: verdicts(builtIn.gate === "fail" ? "gate_failed" : builtIn.verdict) })
          : t("said", { ...values, outcome: t(`outcome_${outcome}`) })}
        {objection?.[locale] && ` ${objection[locale]}`}
      </p>
      {!builtIn && outcome !== "agrees" && <Quotes marked={marked} onMark={onMark} quotes={quotes} />}
    </div>
  );
}
