"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { Coverage } from "@/lib/interview/schema";
import type { Requirement } from "@/lib/position/requirement";

type CoverageListProps = { requirements: Requirement[]; coverage: readonly Coverage[]; className?: string };

/** What has been spoken of and what is missing; on a phone one line of bars. Nothing here judges the candidate. */
export function CoverageList({ requirements, coverage, className }: CoverageListProps) {
  const t = useTranslations("interview");
  if (requirements.length === 0) return null;
  const of = new Map(coverage.map((one) => [one.requirementKey, one]));
  return (
    <section aria-label={t("coverage")} className={className}>
      <h2 className="mb-2 font-medium text-ink-soft text-sm max-[899px]:hidden">{t("coverage")}</h2>
      <ul className="flex flex-col gap-1.5 max-[899px]:flex-row max-[899px]:gap-1 max-[899px]:overflow-x-auto">
        {requirements.map(({ key, text, necessity }) => {
          const { state = "untouched", share = 0 } = of.get(key) ?? {};
          return (
            <li className="flex items-center gap-2 text-sm max-[899px]:shrink-0" key={key} title={text}>
              <span className="min-w-0 flex-1 truncate max-[899px]:hidden">
                {text}
                {necessity === "gate" && <span className="ml-1 text-ink-faint text-xs">{t("gate")}</span>}
              </span>
              <span
                aria-label={`${text}: ${t(`coverage_${state}`)}`}
                className="h-2 w-16 shrink-0 overflow-hidden rounded-full bg-hover max-[899px]:w-6"
                role="img"
              >
                <span
                  className={cn("block h-full rounded-full bg-accent", state === "thin" && "opacity-60")}
                  style={{ width: `${Math.round(share * 100)}%` }}
                />
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
