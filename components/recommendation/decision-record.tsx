"use client";

import { useFormatter, useTranslations } from "next-intl";
import { EvidenceList } from "@/components/recommendation/frozen-verdicts";
import { RecommendationView } from "@/components/recommendation/recommendation-view";
import { ScoreBar } from "@/components/screening/score-bar";
import { PageHeader } from "@/components/shell/page-header";
import { Becomes } from "@/components/ui/becomes";
import { Link } from "@/components/ui/link";
import { Problem } from "@/components/ui/notices";
import type { DecisionRecord } from "@/lib/recommendation/decisions/schema";

/** What a person decided, and what stood on the screen then. */
export function DecisionRecordView({ decision }: { decision: DecisionRecord }) {
  const t = useTranslations("decision");
  const stages = useTranslations("stages");
  const engines = useTranslations("engines");
  const advice = useTranslations("advice");
  const format = useFormatter();
  const { snapshot, reason, reasonCode, revokedAt } = decision;
  const { run, recommendation } = snapshot;
  const time = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" });
  const engine = (name: string) => (name === "built-in" ? engines("built-in") : name);
  return (
    <>
      <PageHeader
        note={`${decision.decidedBy} · ${time(decision.createdAt)}`}
        title={
          <>
            {t(decision.outcome)} <span className="font-normal text-ink-soft">{decision.candidateName}</span>{" "}
            <Link
              className="font-normal text-ink-soft hover:underline"
              href={`/recommendations/${decision.applicationId}`}
            >
              {snapshot.position.title}
            </Link>
          </>
        }
      />
      <div className="flex max-w-200 flex-col gap-6 p-5 max-sm:p-4">
        {revokedAt && <p className="text-sm">{t("revoked", { time: time(revokedAt) })}</p>}
        <section className="flex flex-col gap-1 text-sm">
          <p>
            {stages(decision.stageBefore)} <Becomes /> {stages(decision.stageAfter)}
            {reasonCode && <span className="ml-2 font-medium">{t(`reason_${reasonCode}`)}</span>}
          </p>
          <p className="whitespace-pre-wrap text-base">{reason}</p>
        </section>
        <section aria-label={t("seal")} className="flex flex-col gap-1 text-sm">
          {decision.isIntact ? <p>{t("intact")}</p> : <Problem>{t("not_intact")}</Problem>}
          <p className="break-all font-mono text-ink-faint text-xs">SHA-256 {decision.snapshotHash}</p>
        </section>
        {run && (
          <section aria-label={t("shown_screening")} className="flex flex-col gap-2 text-sm">
            <h2 className="font-semibold text-lg">{t("shown_screening")}</h2>
            <div className="flex flex-wrap items-center gap-4">
              <ScoreBar score={run.result.comprehensive} />
              <span>{advice(run.result.advice)}</span>
            </div>
            <p className="text-ink-faint text-xs">
              {t("shown_engine", {
                version: run.version,
                engine: engine(run.result.engine.name),
                engineVersion: run.result.engine.version,
                model: run.result.experts?.model ?? run.summary?.model ?? "none",
              })}
            </p>
            <EvidenceList requirements={snapshot.requirements} verdicts={run.result.verdicts} />
          </section>
        )}
        {recommendation ? (
          <>
            <h2 className="font-semibold text-lg">{t("shown_recommendation")}</h2>
            <RecommendationView found={{ ...recommendation, before: null, moved: [] }} />
          </>
        ) : (
          <p className="text-ink-soft text-sm">{t("no_recommendation")}</p>
        )}
      </div>
    </>
  );
}
