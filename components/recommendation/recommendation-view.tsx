"use client";

import { useFormatter, useTranslations } from "next-intl";
import { EvidenceItems } from "@/components/recommendation/evidence-items";
import { EvidenceMatrix } from "@/components/recommendation/evidence-matrix";
import { RecommendationReport } from "@/components/recommendation/recommendation-report";
import { WhatMoved } from "@/components/recommendation/what-moved";
import { ScoreBar } from "@/components/screening/score-bar";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import { sayInterview } from "@/lib/interview/statements";
import type { RecommendationView as View } from "@/lib/recommendation/schema";
import { say } from "@/lib/screening/statements";

/** Level and range first, then what does not fit together, then the evidence, then what nobody knows. */
export function RecommendationView({ found }: { found: View }) {
  const t = useTranslations("recommendation");
  const engines = useTranslations("engines");
  const format = useFormatter();
  const locale = useReaderLocale();
  const { result, before } = found;
  const { score, level, sources, conflicts, contradictions, unknown } = result;
  const number = (value: number) => format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <>
      <section aria-label={t("title")} className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h2 className="font-semibold text-xl">{level ? t(`level_${level}`) : t("unknown")}</h2>
          {score && <ScoreBar score={score} />}
          {before && before.score !== null && score && (
            <span className="text-ink-soft text-sm">
              {t("moved", { from: number(before.score), to: number(score.value) })}
            </span>
          )}
        </div>
        <p className="text-ink-soft text-sm">
          {t("sources", {
            ...{ screening: sources.screening ? 1 : 0, interviews: sources.interviews },
            scorecards: sources.scorecards,
          })}
        </p>
        <p className="text-ink-faint text-xs">
          {t("engine", { engine: engines("built-in"), version: result.engine.version })}
        </p>
      </section>
      <WhatMoved moved={found.moved} />
      {(conflicts.length > 0 || contradictions.length > 0) && (
        <section aria-label={t("conflicts")}>
          <h2 className="mb-2 font-semibold">{t("conflicts")}</h2>
          <ul className="flex flex-col gap-4 text-sm">
            {conflicts.map(({ subScore, evidence }) => (
              <li key={subScore}>
                <p className="font-medium">{t(`sub_${subScore}`)}</p>
                <EvidenceItems evidence={evidence} />
              </li>
            ))}
            {contradictions.map(({ reason, answer, resume }) => (
              <li key={`${answer.segmentId} ${answer.start} ${resume.start}`}>
                <p>{sayInterview(reason, locale)}</p>
                <blockquote className="mt-1 border-line-strong border-l-2 pl-2 text-ink-soft">{answer.text}</blockquote>
                <blockquote className="mt-1 border-line-strong border-l-2 pl-2 text-ink-soft">{resume.text}</blockquote>
              </li>
            ))}
          </ul>
        </section>
      )}
      <EvidenceMatrix matrix={result.matrix} />
      <section aria-label={t("evidence")} className="flex flex-col gap-5">
        <h2 className="font-semibold">{t("evidence")}</h2>
        {result.dimensions.map(({ key, weight, score: value, subScores }) => (
          <div key={key}>
            <header className="flex items-baseline gap-3 border-line border-b pb-1">
              <h3 className="font-medium">{t(`dimension_${key}`)}</h3>
              <span className="text-ink-faint text-xs">{t("weight", { percent: Math.round(weight * 100) })}</span>
              <span className="tabular ml-auto font-medium">
                {value === null ? t("unknown") : `${number(value)} / 5`}
              </span>
            </header>
            <dl className="grid grid-cols-[160px_48px_1fr] gap-x-4 gap-y-2 py-2 text-sm max-sm:grid-cols-[1fr_auto]">
              {subScores.map((one) => (
                <div className="contents" key={one.key}>
                  <dt className="text-ink-soft">{t(`sub_${one.key}`)}</dt>
                  <dd className="tabular">{one.value === null ? "–" : number(one.value)}</dd>
                  <dd className="max-sm:col-span-2">
                    {one.evidence.length === 0 ? (
                      <span className="text-ink-faint">{t("nothing_known")}</span>
                    ) : (
                      <EvidenceItems evidence={one.evidence} />
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </section>
      <section aria-label={t("open_questions")}>
        <h2 className="mb-2 font-semibold">{t("open_questions")}</h2>
        {unknown.length === 0 ? (
          <p className="text-ink-soft text-sm">{t("all_known")}</p>
        ) : (
          <ul className="flex flex-col gap-2 text-sm">
            {unknown.map(({ requirementKey, text, question }) => (
              <li key={requirementKey}>
                <span className="font-medium">{text}</span>
                <span className="block text-ink-soft">
                  {question ? say(question, locale) : t("ask_requirement", { text })}
                </span>
              </li>
            ))}
          </ul>
        )}
        {result.open.length > 0 && (
          <>
            <h3 className="mt-4 mb-2 font-medium">{t("open_parts")}</h3>
            <ul className="flex flex-col gap-2 text-sm">
              {result.open.map(({ subScore, points }) => (
                <li key={subScore}>
                  <span className="font-medium">{t(`sub_${subScore}`)}</span>{" "}
                  <span className="text-ink-faint text-xs">{t("points", { points: number(points) })}</span>
                  <span className="block text-ink-soft">{t(`ask_${subScore}`)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <RecommendationReport found={found} />
    </>
  );
}
