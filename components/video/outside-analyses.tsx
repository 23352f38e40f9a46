"use client";

import { useFormatter, useTranslations } from "next-intl";
import { scoreKeys } from "@/lib/video/kinds";
import type { OutsideAnalysis } from "@/lib/video/schema";

/** What analysers that are not ours said, each time they did; none of it counts here. */
export function OutsideAnalyses({ analyses }: { analyses: OutsideAnalysis[] }) {
  const t = useTranslations("videos");
  const format = useFormatter();
  if (analyses.length === 0) return null;
  return (
    <section aria-label={t("outside")} className="flex flex-col gap-3">
      <header>
        <h2 className="font-semibold">{t("outside")}</h2>
        <p className="text-ink-soft text-sm">{t("outside_text")}</p>
      </header>
      {analyses.map(({ analyser, scores, summary, createdAt }) => (
        <article className="border-line border-t pt-3 text-sm" key={createdAt}>
          <p className="text-ink-faint text-xs">
            {analyser} · {format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "short" })}
          </p>
          {summary && <p className="mt-1 whitespace-pre-wrap">{summary}</p>}
          <dl className="mt-2 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
            {scoreKeys.map((key) => (
              <div className="contents" key={key}>
                <dt className="text-ink-soft">{t(key)}</dt>
                <dd className="tabular">{scores[key] === null ? "–" : format.number(scores[key])}</dd>
              </div>
            ))}
          </dl>
        </article>
      ))}
    </section>
  );
}
