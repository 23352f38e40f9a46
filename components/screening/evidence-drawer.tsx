"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { InterviewButton } from "@/components/interview/interview-button";
import { DocumentView } from "@/components/resume/document-view";
import { DecisionForm } from "@/components/screening/decision-form";
import { EvidenceList } from "@/components/screening/evidence-list";
import { ExpertViews } from "@/components/screening/expert-views";
import { ExpertsOutcomeSection } from "@/components/screening/experts-outcome";
import { ModelSummary } from "@/components/screening/model-summary";
import { PdfReportButton } from "@/components/screening/pdf-report-button";
import { ScoreBar } from "@/components/screening/score-bar";
import { ScreeningSummary } from "@/components/screening/screening-summary";
import { Dialog } from "@/components/ui/dialog";
import { Link } from "@/components/ui/link";
import { RetryNotice, SkeletonRows } from "@/components/ui/notices";
import { sayKnown } from "@/lib/i18n/say-known";
import type { TextSpan } from "@/lib/resume/profile";
import { resumeQuery } from "@/lib/resume/queries";
import { applicationQuery } from "@/lib/screening/queries";
import type { ApplicationDetail, ScreeningResult } from "@/lib/screening/schema";

const CommentList = dynamic(() => import("@/components/comment/comment-list"), { ssr: false });
const BlindNotice = dynamic(() => import("@/components/resume/blind-notice"), { ssr: false });

type EvidenceDrawerProps = {
  applicationId: string;
  positionId: string;
  requirementKey: string | null;
  canDecide: boolean;
  canChangePosition: boolean;
  onClose: () => void;
};

/** Why the board says what it says: verdicts and views with their quotes, marked in the original beside. */
export default function EvidenceDrawer({
  applicationId,
  positionId,
  requirementKey,
  canDecide,
  canChangePosition,
  onClose,
}: EvidenceDrawerProps) {
  const t = useTranslations("evidence");
  const common = useTranslations("common");
  const blind = useTranslations("blind");
  const comments = useTranslations("comments");
  const advice = useTranslations("advice");
  const engines = useTranslations("engines");
  const reports = useTranslations("report");
  const engineName = ({ name, version }: ScreeningResult["engine"]) => sayKnown(engines, name) ?? `${name} ${version}`;
  const { data: application, error, refetch } = useQuery(applicationQuery(applicationId));
  const { data: resume } = useQuery({
    ...resumeQuery(application?.resumeId ?? ""),
    enabled: application !== undefined,
  });
  const [marked, setMarked] = useState<readonly TextSpan[]>([]);
  const run = application?.run;

  useEffect(() => {
    const verdict = run?.result.verdicts.find((candidate) => candidate.requirementKey === requirementKey);
    if (verdict) setMarked(verdict.quotes);
  }, [run, requirementKey]);

  return (
    <Dialog
      className="w-[min(1280px,100vw)]"
      closeLabel={common("close")}
      description={application?.position.title}
      isOpen
      onClose={onClose}
      shape="drawer"
      title={
        application?.isBlind
          ? blind("candidate", { number: application.candidateName ?? "" })
          : (application?.candidateName ?? resume?.fileName ?? common("loading"))
      }
    >
      {error && <RetryNotice message={error.message} onRetry={() => void refetch()} retryLabel={common("retry")} />}
      {!application && !error && <SkeletonRows label={common("loading")} />}
      {application && (
        <div className="print-open flex h-full max-lg:flex-col">
          <section
            aria-label={t("original")}
            className="min-w-0 flex-1 overflow-auto border-line border-r bg-sunken max-lg:order-2 max-lg:max-h-[70vh] print:hidden"
            tabIndex={0}
          >
            {resume?.blind && <BlindNotice blind={resume.blind} resumeId={resume.id} />}
            {resume && (
              <DocumentView
                document={resume.document}
                fileKind={resume.fileKind}
                marked={marked}
                resumeId={resume.id}
              />
            )}
          </section>
          <section
            aria-label={t("evidence")}
            className="print-open w-130 shrink-0 overflow-auto bg-surface max-lg:w-full"
            tabIndex={0}
          >
            <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-b px-4 py-3 text-sm">
              {run ? (
                <>
                  <ScoreBar
                    overridden={run.result.verdicts.filter((one) => one.override).length}
                    score={run.result.comprehensive}
                  />
                  <strong className="font-medium">{advice(run.result.advice)}</strong>
                  <span className="ml-auto text-ink-faint text-xs">
                    {t("engine", { engine: engineName(run.result.engine), version: run.version })}
                  </span>
                  {run.blind !== "off" && <span className="w-full text-ink-soft">{blind(`run_${run.blind}`)}</span>}
                  {run.engineOutcome && <EngineOutcome outcome={run.engineOutcome} />}
                </>
              ) : (
                <span className="text-ink-soft">{t("not_screened")}</span>
              )}
            </div>
            {run && (
              <>
                <ExpertsOutcomeSection run={run} />
                <ModelSummary onMark={setMarked} run={run} />
                <EvidenceList
                  application={application}
                  canChangePosition={canChangePosition}
                  canDecide={canDecide}
                  chosen={requirementKey}
                  marked={marked}
                  onMark={setMarked}
                />
                <ScreeningSummary onMark={setMarked} result={run.result} />
                <ExpertViews onMark={setMarked} views={run.result.views} />
                <div className="flex flex-wrap items-center gap-4 border-line border-b px-4 py-3 text-sm print:hidden">
                  <InterviewButton
                    application={{
                      id: applicationId,
                      resumeId: application.resumeId,
                      label: `${application.candidateName ?? ""} · ${application.position.title}`,
                    }}
                  />
                  <Link className="text-accent hover:underline" href={`/recommendations/${applicationId}`}>
                    {t("to_recommendation")}
                  </Link>
                  <PdfReportButton kind="candidate" subjectId={applicationId} />
                  {(["docx", "md", "json"] as const).map((format) => (
                    <a
                      className="text-accent hover:underline"
                      download
                      href={`/api/v1/applications/${applicationId}/report?format=${format}`}
                      key={format}
                    >
                      {t("report", { format: reports(`format_${format}`) })}
                    </a>
                  ))}
                  <Link className="ml-auto text-accent hover:underline" href={`/resumes/${application.resumeId}`}>
                    {t("open_resume")}
                  </Link>
                </div>
              </>
            )}
            <DecisionForm application={application} canDecide={canDecide} positionId={positionId} />
            <section aria-label={comments("title")} className="border-line border-t print:hidden">
              <h3 className="px-4 pt-3 font-semibold text-sm">{comments("title")}</h3>
              <CommentList applicationId={applicationId} resumeId={application.resumeId} />
            </section>
          </section>
        </div>
      )}
    </Dialog>
  );
}

type EngineOutcomeProps = {
  outcome: NonNullable<NonNullable<ApplicationDetail["run"]>["engineOutcome"]>;
};

/** What the engine alone came to, beside what people made of it. */
function EngineOutcome({ outcome: { comprehensive, advice } }: EngineOutcomeProps) {
  const t = useTranslations("override");
  const names = useTranslations("advice");
  const format = useFormatter();
  const score = format.number(comprehensive.value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return <span className="tabular w-full text-ink-soft">{t("outcome", { score, advice: names(advice) })}</span>;
}
