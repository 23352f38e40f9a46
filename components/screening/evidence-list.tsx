"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ExpertOpinion } from "@/components/screening/expert-opinion";
import { Quotes } from "@/components/screening/quotes";
import { VerdictMark } from "@/components/screening/verdict-mark";
import { VerdictOverride } from "@/components/screening/verdict-override";
import { cn } from "@/components/ui/cn";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import type { TextSpan } from "@/lib/resume/profile";
import type { ApplicationDetail, AppliedCorrection } from "@/lib/screening/schema";
import { say } from "@/lib/screening/statements";

type EvidenceListProps = {
  application: ApplicationDetail;
  canDecide: boolean;
  canChangePosition: boolean;
  chosen: string | null;
  marked: readonly TextSpan[];
  onMark: (spans: readonly TextSpan[]) => void;
};

export function EvidenceList(props: EvidenceListProps) {
  const { application, canDecide, canChangePosition, chosen, marked, onMark } = props;
  const t = useTranslations("evidence");
  const positions = useTranslations("positions");
  const gates = useTranslations("gates");
  const locale = useReaderLocale();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (chosen) list.current?.querySelector(`[data-key="${chosen}"]`)?.scrollIntoView({ block: "nearest" });
  }, [chosen]);

  return (
    <section className="border-line border-b">
      <h3 className="px-4 pt-3 pb-1 font-semibold">{t("requirements")}</h3>
      <ol ref={list}>
        {application.requirements.map((requirement) => {
          const { key, text, necessity } = requirement;
          const verdict = application.run?.result.verdicts.find((candidate) => candidate.requirementKey === key);
          if (!verdict) return null;
          return (
            <li
              className={cn("flex gap-2.5 px-4 py-2 text-sm", key === chosen && "bg-accent-soft")}
              data-key={key}
              key={key}
            >
              <VerdictMark
                className="mt-0.75"
                isOverridden={verdict.override !== undefined}
                mark={verdict.gate === "fail" ? "gate_failed" : verdict.verdict}
              />
              <div className="min-w-0 flex-1">
                <p>
                  <span className="font-medium">{text}</span>
                  <span className="ml-2 text-ink-faint text-xs">
                    {positions(`necessity_${necessity}`)}
                    {verdict.gate && ` · ${gates(verdict.gate)}`}
                  </span>
                </p>
                <p className="text-ink-soft">{say(verdict.reason, locale)}</p>
                <Quotes marked={marked} onMark={onMark} quotes={verdict.quotes} />
                <Corrections corrections={verdict.corrections} />
                <ExpertOpinion
                  marked={marked}
                  model={application.run?.result.experts?.model ?? ""}
                  onMark={onMark}
                  opinion={verdict.expert}
                />
                <VerdictOverride
                  application={application}
                  canChangePosition={canChangePosition}
                  canDecide={canDecide}
                  requirement={requirement}
                  verdict={verdict}
                />
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** What a colleague entered and the verdict rests on: no words of the resume. */
function Corrections({ corrections = [] }: { corrections?: AppliedCorrection[] }) {
  const t = useTranslations("evidence");
  const degrees = useTranslations("degrees");
  const format = useFormatter();
  return corrections.map(({ path, value, by, at }) => (
    <p className="mt-1 text-ink-soft" key={path}>
      {path === "highestDegree" ? degrees(value as "bachelor") : value}{" "}
      <span className="text-ink-faint text-xs">
        {t("corrected", { by: by ?? t("somebody"), at: format.dateTime(new Date(at), { dateStyle: "medium" }) })}
      </span>
    </p>
  ));
}
