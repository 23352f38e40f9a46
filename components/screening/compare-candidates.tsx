"use client";

import { useQueries } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ScoreBar } from "@/components/screening/score-bar";
import { VerdictMark } from "@/components/screening/verdict-mark";
import { Dialog } from "@/components/ui/dialog";
import { RetryNotice, SkeletonRows } from "@/components/ui/notices";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import { applicationQuery } from "@/lib/screening/queries";
import type { ApplicationDetail, Board, BoardRow, RequirementVerdict } from "@/lib/screening/schema";
import { say } from "@/lib/screening/statements";

type CompareCandidatesProps = {
  rows: BoardRow[];
  requirements: Board["requirements"];
  onOpen: (applicationId: string, requirementKey?: string) => void;
  onClose: () => void;
};

/** Requirement by requirement, candidates side by side. */
export default function CompareCandidates({ rows, requirements, onOpen, onClose }: CompareCandidatesProps) {
  const t = useTranslations("compare");
  const common = useTranslations("common");
  const advice = useTranslations("advice");
  const stages = useTranslations("stages");
  const answers = useQueries({ queries: rows.map(({ applicationId }) => applicationQuery(applicationId)) });
  const failed = answers.find(({ error }) => error);
  const isLoading = answers.some(({ data }) => !data);
  const name = ({ candidateName, fileName }: BoardRow) => candidateName ?? fileName;
  return (
    <Dialog
      className="w-[min(1280px,100vw)]"
      closeLabel={common("close")}
      isOpen
      onClose={onClose}
      shape="drawer"
      title={t("title", { count: rows.length })}
    >
      {failed?.error ? (
        <RetryNotice
          message={failed.error.message}
          onRetry={() => void failed.refetch()}
          retryLabel={common("retry")}
        />
      ) : isLoading ? (
        <SkeletonRows label={common("loading")} />
      ) : (
        <section aria-label={t("table")} className="h-full overflow-auto bg-surface" tabIndex={0}>
          <table className="w-full border-collapse text-left text-sm">
            <thead className="sticky top-0 z-10 bg-surface">
              <tr className="border-line border-b">
                <th className="w-52 min-w-36 px-4 py-2 font-normal text-ink-faint text-xs" scope="col">
                  {t("requirement")}
                </th>
                {rows.map((row) => (
                  <th className="min-w-44 px-3 py-2 align-top font-normal" key={row.applicationId} scope="col">
                    <button
                      className="font-medium hover:underline"
                      onClick={() => onOpen(row.applicationId)}
                      type="button"
                    >
                      {name(row)}
                    </button>
                    <span className="block text-ink-soft text-xs">
                      {row.run ? advice(row.run.advice) : t("not_screened")} · {stages(row.stage)}
                    </span>
                    {row.run && <ScoreBar score={row.run.comprehensive} />}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {(["hr", "technical", "manager"] as const).map((view) => (
                <tr className="border-line border-b" key={view}>
                  <th className="px-4 py-2 font-normal text-ink-soft" scope="row">
                    {t(`view_${view}`)}
                  </th>
                  {answers.map(({ data }, place) => {
                    const found = data?.run?.result.views.find(({ key }) => key === view);
                    return (
                      <td className="px-3 py-2" key={rows[place]?.applicationId}>
                        {found ? <ScoreBar score={found.score} /> : "–"}
                      </td>
                    );
                  })}
                </tr>
              ))}
              {requirements.map(({ key, text }) => (
                <tr className="border-line border-b" key={key}>
                  <th className="px-4 py-2 align-top font-medium" scope="row">
                    {text}
                  </th>
                  {answers.map(({ data }, place) => (
                    <td className="px-3 py-2 align-top" key={rows[place]?.applicationId}>
                      <Verdict verdict={findVerdict(data, key)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Dialog>
  );
}

function findVerdict(application: ApplicationDetail | undefined, requirementKey: string) {
  return application?.run?.result.verdicts.find((verdict) => verdict.requirementKey === requirementKey);
}

function Verdict({ verdict }: { verdict: RequirementVerdict | undefined }) {
  const t = useTranslations("compare");
  const verdicts = useTranslations("verdicts");
  const locale = useReaderLocale();
  const [isOpen, setOpen] = useState(false);
  if (!verdict) return <span className="text-ink-faint">{t("not_judged")}</span>;
  const { quotes } = verdict;
  const mark = verdict.gate === "fail" ? "gate_failed" : verdict.verdict;
  return (
    <>
      <p className="flex items-start gap-2">
        <VerdictMark className="mt-0.75" isSilent mark={mark} />
        <span>
          {verdicts(mark)} <span className="text-ink-soft">{say(verdict.reason, locale)}</span>
        </span>
      </p>
      {quotes.length > 0 && (
        <button
          aria-expanded={isOpen}
          className="mt-1 ml-5.5 text-accent text-xs hover:underline"
          onClick={() => setOpen(!isOpen)}
          type="button"
        >
          {t(isOpen ? "hide_quotes" : "show_quotes", { count: quotes.length })}
        </button>
      )}
      {isOpen && (
        <ul className="mt-1 ml-5.5 flex flex-col gap-1">
          {quotes.map(({ start, end, text }) => (
            <li className="break-words border-line-strong border-l-2 pl-2 text-ink-soft" key={`${start} ${end}`}>
              {text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
