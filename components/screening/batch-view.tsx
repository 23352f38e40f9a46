"use client";

import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { BatchActions } from "@/components/screening/batch-actions";
import { useAmountInWords } from "@/components/screening/use-amount-in-words";
import { PageHeader } from "@/components/shell/page-header";
import { changeAddress } from "@/components/ui/address";
import { Link } from "@/components/ui/link";
import { ListStates } from "@/components/ui/list-states";
import { Empty } from "@/components/ui/notices";
import { Table } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { sayKnown } from "@/lib/i18n/say-known";
import { batchQuery, isRunning } from "@/lib/screening/queries";
import type { BatchView as Batch, BatchDetail, BatchRun } from "@/lib/screening/schema";

type Show = "all" | "open" | "completed" | "failed" | "cancelled";
const tabs: Show[] = ["all", "open", "completed", "failed", "cancelled"];

/** One screening, resume by resume: how far each is, what came of it, and why one failed. */
export function BatchView({ batchId, canScreen }: { batchId: string; canScreen: boolean }) {
  const t = useTranslations("batch");
  const screening = useTranslations("screening");
  const query = useQuery(batchQuery(batchId));
  const chosen = useSearchParams().get("state");
  const show = tabs.find((tab) => tab === chosen) ?? "all";
  return (
    <>
      <PageHeader
        actions={canScreen && query.data && <BatchActions batch={query.data.batch} />}
        note={query.data && <BatchNote detail={query.data} />}
        title={query.data ? <PositionLink batch={query.data.batch} /> : screening("title")}
      />
      <ListStates empty={() => false} query={query}>
        {({ batch, runs }) => {
          const shown = runs.filter((run) => isShown(run, show));
          return (
            <Tabs
              current={show}
              label={t("runs")}
              onChange={(key) => changeAddress({ state: key })}
              tabs={tabs.map((key) => ({
                key,
                title: t(`tab_${key}`),
                count: runs.filter((run) => isShown(run, key)).length,
              }))}
            >
              {shown.length === 0 ? (
                <Empty title={t("no_runs")} />
              ) : (
                <Table
                  columns={[
                    { label: t("column_name") },
                    { label: screening("column_state") },
                    { label: t("column_score"), look: "number" },
                    { label: t("column_advice") },
                  ]}
                  isPageWide
                >
                  {shown.map((run) => (
                    <RunRow batch={batch} key={run.id} run={run} />
                  ))}
                </Table>
              )}
            </Tabs>
          );
        }}
      </ListStates>
    </>
  );
}

function isShown({ state }: BatchRun, show: Show) {
  return show === "all" || (show === "open" ? isRunning(state) : state === show);
}

function PositionLink({ batch: { positionId, positionTitle } }: { batch: Batch }) {
  return (
    <Link className="hover:underline" href={`/positions/${positionId}/board`}>
      {positionTitle}
    </Link>
  );
}

function BatchNote({ detail: { batch, usage, withoutExperts } }: { detail: BatchDetail }) {
  const t = useTranslations("batch");
  const { sayAmount } = useAmountInWords();
  const states = useTranslations("work_states");
  const { version, state, isPaused, completed, failed, cancelled, total } = batch;
  const done = completed + failed + cancelled;
  return (
    <span aria-live="polite" className="flex items-center gap-2">
      v{version} · {isPaused ? t("paused") : states(state)} · {done} / {total}
      {isRunning(state) && (
        <progress
          aria-label={t("progress", { done, total })}
          className="h-1.5 w-32 accent-accent"
          max={total}
          value={done}
        />
      )}
      {usage && <span className="tabular text-ink-faint text-sm">{t("usage", { amount: sayAmount(usage) })}</span>}
      {withoutExperts > 0 && (
        <span className="text-ink-faint text-sm">{t("without_experts", { count: withoutExperts })}</span>
      )}
    </span>
  );
}

function RunRow({ run, batch }: { run: BatchRun; batch: Batch }) {
  const t = useTranslations("batch");
  const states = useTranslations("work_states");
  const errors = useTranslations("run_errors");
  const advices = useTranslations("advice");
  const format = useFormatter();
  const experts = useTranslations("experts");
  const { applicationId, candidateName, fileName, state, error, expert, score, advice } = run;
  return (
    <tr>
      <td>
        <Link
          className="font-medium hover:underline"
          href={`/positions/${batch.positionId}/board?application=${applicationId}`}
        >
          {candidateName ?? fileName}
        </Link>
      </td>
      <td>
        {isRunning(state) && batch.isPaused ? t("paused") : states(state)}
        {expert && <span className="ml-2 text-ink-soft">{t("at_work", { expert: experts(`name_${expert}`) })}</span>}
        {error && <span className="ml-2 text-danger">{sayKnown(errors, error) ?? error}</span>}
      </td>
      <td className="number">{score === null ? "" : format.number(score, { maximumFractionDigits: 1 })}</td>
      <td>{advice && advices(advice)}</td>
    </tr>
  );
}
