"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useMemo } from "react";
import { BatchProgress } from "@/components/screening/batch-progress";
import { type BoardFilter, BoardFilters, readBoardFilter } from "@/components/screening/board-filters";
import { BoardTable } from "@/components/screening/board-table";
import { PdfReportButton } from "@/components/screening/pdf-report-button";
import { VerdictLegend } from "@/components/screening/verdict-mark";
import { PageHeader } from "@/components/shell/page-header";
import { changeAddress } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { Empty, RetryNotice, SkeletonRows } from "@/components/ui/notices";
import { batchesQuery, boardQuery, isRunning, startScreening } from "@/lib/screening/queries";
import type { BoardRow } from "@/lib/screening/schema";

const EvidenceDrawer = dynamic(() => import("@/components/screening/evidence-drawer"), { ssr: false });

type BoardViewProps = { positionId: string; canDecide: boolean; canScreen: boolean };

export function BoardView({ positionId, canDecide, canScreen }: BoardViewProps) {
  const t = useTranslations("board");
  const common = useTranslations("common");
  const queryClient = useQueryClient();
  const params = useSearchParams();
  const filter = readBoardFilter(params);
  const openId = params.get("application");
  const openRequirement = params.get("requirement");
  const { data: board, error, refetch } = useQuery(boardQuery(positionId));
  const { data: batches = [] } = useQuery(batchesQuery(positionId));
  const running = batches.find(({ state }) => isRunning(state));
  const shownBatch = running ?? batches.slice(0, 1).find(({ failed }) => failed > 0);
  const finishedCount = batches.reduce((sum, { completed, failed }) => sum + completed + failed, 0);

  useEffect(() => {
    if (finishedCount > 0) void queryClient.invalidateQueries({ queryKey: boardQuery(positionId).queryKey });
  }, [finishedCount, positionId, queryClient]);

  const rescreen = useMutation({
    mutationFn: (resumeIds: string[]) => startScreening({ positionId, resumeIds }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: batchesQuery(positionId).queryKey }),
  });
  const rows = useMemo(() => board?.rows.filter((row) => isShown(row, filter)) ?? [], [board, filter]);
  const outdated = board?.rows.filter(({ run }) => run && run.version !== board.position.version) ?? [];

  const isArchived = board?.position.isArchived === true;
  const mayScreen = canScreen && !isArchived;

  if (error) return <RetryNotice message={error.message} onRetry={() => void refetch()} retryLabel={common("retry")} />;
  if (!board) return <SkeletonRows label={common("loading")} rows={12} />;
  return (
    <div className="print-open print-wide flex h-dvh flex-col max-[899px]:h-[calc(100dvh-4rem)]">
      <PageHeader
        actions={
          board.rows.length > 0 && (
            <>
              <PdfReportButton kind="shortlist" subjectId={positionId} />
              <Button asChild variant="quiet">
                <a download href={`/api/v1/positions/${positionId}/report?format=md`}>
                  {t("report")}
                </a>
              </Button>
              <Button asChild variant="quiet">
                <a download href={`/api/v1/positions/${positionId}/report?format=json`}>
                  JSON
                </a>
              </Button>
            </>
          )
        }
        note={t("summary", { version: board.position.version, count: board.rows.length })}
        title={
          <Link className="hover:underline" href={`/positions/${positionId}`}>
            {board.position.title}
          </Link>
        }
      />
      {shownBatch && <BatchProgress batch={shownBatch} canScreen={mayScreen} />}
      {isArchived && <p className="border-line border-b bg-sunken px-5 py-2 text-sm max-sm:px-4">{t("archived")}</p>}
      {mayScreen && !running && outdated.length > 0 && (
        <div className="flex flex-wrap items-center gap-3 border-line border-b bg-accent-soft px-5 py-2 text-sm max-sm:px-4">
          {t("outdated", { count: outdated.length, version: board.position.version })}
          <Button
            disabled={rescreen.isPending}
            onClick={() => rescreen.mutate(outdated.map(({ resumeId }) => resumeId))}
            size="sm"
          >
            {t("screen_again", { count: outdated.length })}
          </Button>
          {rescreen.error && <span className="text-danger">{rescreen.error.message}</span>}
        </div>
      )}
      {board.rows.length === 0 ? (
        <Empty
          action={
            mayScreen && (
              <Button asChild variant="primary">
                <Link href="/resumes">{t("to_library")}</Link>
              </Button>
            )
          }
          text={canScreen ? t("empty_text") : t("empty_text_viewer")}
          title={t("empty_title")}
        />
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-2 max-sm:px-4">
            <BoardFilters filter={filter} shown={rows.length} total={board.rows.length} />
            <div className="ml-auto max-xl:ml-0">
              <VerdictLegend />
            </div>
          </div>
          {rows.length === 0 ? (
            <Empty
              action={
                <Button asChild>
                  <Link href={`/positions/${positionId}/board`}>{common("clear_filters")}</Link>
                </Button>
              }
              title={t("nothing_matches")}
            />
          ) : (
            <BoardTable onOpen={openEvidence} openId={openId} requirements={board.requirements} rows={rows} />
          )}
        </>
      )}
      {openId && (
        <EvidenceDrawer
          applicationId={openId}
          canDecide={canDecide}
          key={openId}
          onClose={() => openEvidence(null)}
          positionId={positionId}
          requirementKey={openRequirement}
        />
      )}
    </div>
  );
}

function isShown(row: BoardRow, filter: BoardFilter) {
  if (filter.advice !== "all" && row.run?.advice !== filter.advice) return false;
  if (filter.stage !== "all" && row.stage !== filter.stage) return false;
  const text =
    `${row.candidateName ?? ""} ${row.currentTitle ?? ""} ${row.currentCompany ?? ""} ${row.fileName}`.toLowerCase();
  return text.includes(filter.q.toLowerCase());
}

/** The open candidate stands in the address: a link to the evidence can be sent to a colleague. */
function openEvidence(application: string | null, requirement: string | null = null) {
  changeAddress({ application, requirement });
}
