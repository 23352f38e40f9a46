"use client";

import { useTranslations } from "next-intl";
import { AnswerQuotes } from "@/components/interview/after/answer-quotes";
import { AnswerRatings } from "@/components/interview/after/answer-ratings";
import { LeftBehind } from "@/components/interview/after/left-behind";
import { ReportLinks } from "@/components/interview/after/report-links";
import { ReportNotes } from "@/components/interview/after/report-notes";
import { ScorecardForm } from "@/components/interview/after/scorecard-form";
import { SubmittedScorecards } from "@/components/interview/after/submitted-scorecards";
import { Conversation } from "@/components/interview/console/conversation";
import { ScoreBar } from "@/components/screening/score-bar";
import { Link } from "@/components/ui/link";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import type { InterviewDetail } from "@/lib/interview/page-schema";
import { audioAddress } from "@/lib/interview/queries";
import { sayInterview } from "@/lib/interview/statements";
import { toClock } from "@/lib/interview/to-clock";

/** What came of an interview: what was shown, what stays open, who rated what, and every word. */
export default function InterviewReportView({ interview, userId }: { interview: InterviewDetail; userId: string }) {
  const t = useTranslations("interview");
  const engines = useTranslations("engines");
  const locale = useReaderLocale();
  const { report, turns } = interview;
  const heard = new Set(interview.audioSegmentIds);
  const soundOf = (segmentId: string) => (heard.has(segmentId) ? audioAddress(interview.id, segmentId) : null);
  return (
    <div className="flex max-w-260 flex-col gap-8 p-5 max-sm:p-4">
      {interview.state === "completed" && <LeftBehind interview={interview} userId={userId} />}
      {report && (
        <section aria-label={t("report")} className="flex flex-col gap-4">
          <header className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <h2 className="font-semibold text-lg">{t(`recommendation_${report.recommendation}`)}</h2>
            {report.score ? <ScoreBar score={report.score} /> : <span className="text-ink-soft">{t("no_score")}</span>}
            <Link className="text-accent text-sm hover:underline" href={`/recommendations/${interview.applicationId}`}>
              {t("to_recommendation")}
            </Link>
            <ReportLinks interviewId={interview.id} />
          </header>
          <p className="text-ink-faint text-xs">
            {t("report_engine", { ...report.engine, name: engines("built-in") })}
          </p>
          <div className="flex flex-col gap-1">
            {report.summary.map((statement) => (
              <p key={`${statement.code} ${JSON.stringify(statement.values)}`}>{sayInterview(statement, locale)}</p>
            ))}
          </div>
          <ReportTable
            rows={report.dimensions.map(({ key, score, comment, quotes }) => ({
              ...{ key, quotes, value: score === null ? t("unknown") : `${score} / 5` },
              title: t(`dimension_${key}`),
              comment: sayInterview(comment, locale),
            }))}
          />
          {report.redFlags.length > 0 && (
            <div>
              <h3 className="mb-2 font-semibold">{t("red_flags")}</h3>
              <ul className="flex flex-col gap-3 text-sm">
                {report.redFlags.map(({ reason, answer, resume }) => (
                  <li key={`${answer.segmentId} ${answer.start} ${resume.start}`}>
                    <p>{sayInterview(reason, locale)}</p>
                    <blockquote className="mt-1 border-line-strong border-l-2 pl-2 text-ink-soft">
                      <span className="tabular text-ink-faint text-xs">{toClock(answer.seconds)}</span> {answer.text}
                    </blockquote>
                    <blockquote className="mt-1 border-line-strong border-l-2 pl-2 text-ink-soft">
                      <span className="text-ink-faint text-xs">{t("in_resume")}</span> {resume.text}
                    </blockquote>
                  </li>
                ))}
              </ul>
            </div>
          )}
          {report.highlights.length > 0 && (
            <div>
              <h3 className="mb-2 font-semibold">{t("highlights")}</h3>
              <ul className="flex flex-col gap-2 text-sm">
                {report.highlights.map(({ reason, quotes }) => (
                  <li key={`${reason.code} ${quotes[0]?.segmentId} ${quotes[0]?.start}`}>
                    {sayInterview(reason, locale)}
                    <AnswerQuotes quotes={quotes} />
                  </li>
                ))}
              </ul>
            </div>
          )}
          {report.nextSteps.length > 0 && (
            <div>
              <h3 className="mb-2 font-semibold">{t("next_steps")}</h3>
              <ul className="list-disc pl-5 text-sm">
                {report.nextSteps.map((statement) => (
                  <li key={`${statement.code} ${JSON.stringify(statement.values)}`}>
                    {sayInterview(statement, locale)}
                  </li>
                ))}
              </ul>
            </div>
          )}
          <ReportNotes interviewId={interview.id} notes={interview.reportNotes} />
        </section>
      )}
      {report && (
        <ScorecardForm
          interview={interview}
          key={interview.own.isSubmitted ? "submitted" : "open"}
          lines={report.scorecard}
        />
      )}
      <SubmittedScorecards interview={interview} />
      {turns.length > 0 && (
        <section aria-label={t("transcript")}>
          <h2 className="mb-3 font-semibold text-lg">{t("transcript")}</h2>
          <ol className="flex flex-col gap-6">
            {turns.map((turn) => (
              <li key={turn.id}>
                <p className="mb-2 font-medium">
                  <span className="tabular mr-2 text-ink-faint text-xs">{toClock(turn.startSeconds)}</span>
                  {turn.question.text}
                </p>
                <Conversation soundOf={soundOf} turn={turn} />
                <AnswerRatings evaluation={report?.evaluations.find(({ turnId }) => turnId === turn.id)} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {turns.length === 0 && !report && <p className="text-ink-soft text-sm">{t("nothing_said")}</p>}
    </div>
  );
}

type Row = {
  key: string;
  title: string;
  value: string;
  comment: string;
  quotes: Parameters<typeof AnswerQuotes>[0]["quotes"];
};

function ReportTable({ rows }: { rows: Row[] }) {
  return (
    <dl className="grid grid-cols-[120px_72px_1fr] gap-x-4 gap-y-3 border-line border-y py-3 text-sm max-sm:grid-cols-[1fr_auto]">
      {rows.map(({ key, title, value, comment, quotes }) => (
        <div className="contents" key={key}>
          <dt className="font-medium">{title}</dt>
          <dd className="tabular">{value}</dd>
          <dd className="max-sm:col-span-2">
            {comment}
            <AnswerQuotes quotes={quotes} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
