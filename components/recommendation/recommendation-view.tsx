"use client";

import { useFormatter, useTranslations } from "next-intl";
import { EvidenceMatrix } from "@/components/recommendation/evidence-matrix";
import { ReportPart, useReportParts } from "@/components/recommendation/report-part";
import { WhatMoved } from "@/components/recommendation/what-moved";
import { ScoreBar } from "@/components/screening/score-bar";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import { sayInterview } from "@/lib/interview/statements";
import { isProvisional } from "@/lib/recommendation/kinds";
import type { RecommendationDimension, RecommendationView as View } from "@/lib/recommendation/schema";
import { sayLevel } from "@/lib/recommendation/statements";
import { say } from "@/lib/screening/statements";

/**
 * Level, range and the report's summary first, then what does not fit together and the evidence by source, then the
 * score part by part, then what nobody knows. Each thing is said once, where it belongs.
 */
export function RecommendationView({ found }: { found: View }) {
  const t = useTranslations("recommendation");
  const engines = useTranslations("engines");
  const format = useFormatter();
  const locale = useReaderLocale();
  const report = useReportParts(found);
  const { result, before, prose, isProsePending } = found;
  const { score, level, sources, contradictions } = result;
  const standing = sayLevel({ level, isProvisional: isProvisional(result) }, useTranslations());
  return (
    <>
      <section aria-label={t("title")} className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h2 className="font-semibold text-xl">{standing}</h2>
          {score && <ScoreBar score={score} />}
          {before && before.score !== null && before.score !== score?.value && (
            <span className="text-ink-soft text-sm">{t("moved", { from: oneDecimal(format, before.score) })}</span>
          )}
        </div>
        <p className="text-ink-soft text-sm">
          {t("sources", {
            ...{ screening: sources.screening ? 1 : 0, interviews: sources.interviews },
            scorecards: sources.scorecards,
          })}
        </p>
      </section>
      <section aria-label={t("report")} className="flex max-w-160 flex-col gap-1.5">
        {isProsePending && <p className="text-ink-soft text-sm">{t("report_pending")}</p>}
        <ReportPart builtIn={report.get("report")} found={found} part="report" />
        <ReportPart builtIn={report.get("provisional")} found={found} part="provisional" />
        <ReportPart builtIn={report.get("next")} found={found} part="next" />
        <p className="text-ink-faint text-xs">
          {prose?.report?.model && prose.report.sentences.length > 0
            ? t("report_by", { model: prose.report.model })
            : t("report_built_in")}{" "}
          {t("engine", { engine: engines("built-in"), version: result.engine.version })}
        </p>
      </section>
      <WhatMoved moved={found.moved} />
      {contradictions.length > 0 && (
        <section aria-label={t("conflicts")}>
          <h2 className="mb-2 font-semibold">{t("conflicts")}</h2>
          <ul className="flex flex-col gap-4 text-sm">
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
      <section aria-label={t("parts")} className="flex flex-col gap-5">
        <h2 className="font-semibold">{t("parts")}</h2>
        {result.dimensions.map((dimension) => (
          <Dimension dimension={dimension} key={dimension.key}>
            <ReportPart builtIn={report.get(dimension.key)} found={found} part={dimension.key} />
          </Dimension>
        ))}
      </section>
      <OpenQuestions found={found} />
    </>
  );
}

type DimensionProps = { dimension: RecommendationDimension; children: React.ReactNode };

/** Its score and those it is made of; what each source says of them stands in the matrix. */
function Dimension({ dimension: { key, weight, score, subScores }, children }: DimensionProps) {
  const t = useTranslations("recommendation");
  const format = useFormatter();
  return (
    <div className="flex flex-col gap-2 text-sm">
      <header className="flex items-baseline gap-3 border-line border-b pb-1 text-base">
        <h3 className="font-medium">{t(`dimension_${key}`)}</h3>
        <span className="text-ink-faint text-xs">{t("weight", { percent: Math.round(weight * 100) })}</span>
        <span className="tabular ml-auto font-medium">
          {score === null ? t("unknown") : `${oneDecimal(format, score)} / 5`}
        </span>
      </header>
      <dl className="flex flex-wrap gap-x-6 gap-y-1">
        {subScores.map((one) => (
          <div className="flex gap-1.5" key={one.key}>
            <dt className="text-ink-soft">{t(`sub_${one.key}`)}</dt>
            <dd className="tabular">{one.value === null ? t("unknown") : oneDecimal(format, one.value)}</dd>
          </div>
        ))}
      </dl>
      <div className="flex max-w-160 flex-col gap-1.5">{children}</div>
    </div>
  );
}

/** What nobody knows, each with the question that would settle it. */
function OpenQuestions({ found }: { found: View }) {
  const t = useTranslations("recommendation");
  const format = useFormatter();
  const locale = useReaderLocale();
  const { unknown, open } = found.result;
  return (
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
      {open.length > 0 && (
        <>
          <h3 className="mt-4 mb-2 font-medium">{t("open_parts")}</h3>
          <ul className="flex flex-col gap-2 text-sm">
            {open.map(({ subScore, points }) => (
              <li key={subScore}>
                <span className="font-medium">{t(`sub_${subScore}`)}</span>{" "}
                <span className="text-ink-faint text-xs">{t("points", { points: oneDecimal(format, points) })}</span>
                <span className="block text-ink-soft">{t(`ask_${subScore}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function oneDecimal(format: ReturnType<typeof useFormatter>, value: number): string {
  return format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
