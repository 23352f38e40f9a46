"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import {
  type BoardFilter,
  BoardFilters,
  type BoardSort,
  boardView,
  readBoardFilter,
} from "@/components/screening/board-filters";
import { BoardTable } from "@/components/screening/board-table";
// With the page: what is typed right after the key belongs in the field.
import { QuickDecision } from "@/components/screening/quick-decision";
import { useBoardDecisions } from "@/components/screening/use-board-decisions";
import { mostCompared, useBoardMarks } from "@/components/screening/use-board-marks";
import { VerdictLegend } from "@/components/screening/verdict-mark";
import { PageHeader } from "@/components/shell/page-header";
import { changeAddress } from "@/components/ui/address";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Empty, RetryNotice, SkeletonRows } from "@/components/ui/notices";
import { applicationsKey, batchesQuery, boardQuery, isRunning } from "@/lib/screening/queries";
import type { BoardChoice, BoardRow } from "@/lib/screening/schema";

const ScreenDialog = dynamic(() => import("@/components/screening/screen-dialog"), { ssr: false });
const EvidenceDrawer = dynamic(() => import("@/components/screening/evidence-drawer"), { ssr: false });
const CompareCandidates = dynamic(() => import("@/components/screening/compare-candidates"), { ssr: false });
const BoardSelectionBar = dynamic(() => import("@/components/screening/board-selection-bar"), { ssr: false });
const BatchProgress = dynamic(() => import("@/components/screening/batch-progress"), { ssr: false });
const BoardReports = dynamic(() => import("@/components/screening/board-reports"), {
  ssr: false,
  // As wide as the buttons that come.
  loading: () => <span className="h-8 w-64" />,
});
const SavedViews = dynamic(() => import("@/components/saved-views/saved-views").then(({ SavedViews }) => SavedViews), {
  ssr: false,
});
const BoardKanban = dynamic(() => import("@/components/screening/board-kanban"), { ssr: false });

type BoardViewProps = {
  positionId: string;
  canDecide: boolean;
  canScreen: boolean;
  canChangePosition: boolean;
};

export function BoardView({ positionId, canDecide, canScreen, canChangePosition }: BoardViewProps) {
  const t = useTranslations("board");
  const common = useTranslations("common");
  const selection = useTranslations("board_selection");
  const queryClient = useQueryClient();
  const params = useSearchParams();
  const filter = useMemo(() => readBoardFilter(params), [params]);
  const openId = params.get("application");
  const openRequirement = params.get("requirement");
  const { data: board, error, refetch } = useQuery(boardQuery(positionId));
  const { data: batches = [] } = useQuery(batchesQuery(positionId));
  const running = batches.find(({ state }) => isRunning(state));
  const shownBatch = running ?? batches.slice(0, 1).find(({ failed }) => failed > 0);
  const changes = batches.reduce((sum, batch) => sum + batch.changes, 0);

  useEffect(() => {
    if (changes === 0) return;
    void queryClient.invalidateQueries({ queryKey: boardQuery(positionId).queryKey });
    void queryClient.invalidateQueries({ queryKey: applicationsKey });
  }, [changes, positionId, queryClient]);

  const [rescreened, setRescreened] = useState<string[] | null>(null);
  const isKanban = params.get("layout") === "kanban";
  const marks = useBoardMarks();
  const [pending, setPending] = useState<{ choice: BoardChoice; ids: string[] } | null>(null);
  const [decidedId, setDecidedId] = useState<string | null>(null);
  const decision = useBoardDecisions(positionId, () => {
    setDecidedId(pending?.ids.length === 1 ? (pending.ids[0] ?? null) : null);
    setPending(null);
    marks.clearSelected();
  });
  const rowsOf = (ids: Iterable<string>) => {
    const byId = new Map(board?.rows.map((row) => [row.applicationId, row]));
    return [...ids].flatMap((id) => byId.get(id) ?? []);
  };
  const comparing = rowsOf(new Set(params.get("compare")?.split(",").slice(0, mostCompared)));
  const startComparing = () => {
    const ids = marks.compared.size > 1 ? [...marks.compared] : selected;
    if (ids.length > 1 && ids.length <= mostCompared) changeAddress({ compare: ids.join(",") });
  };
  const choose = (choice: BoardChoice, ids: string[]) => {
    decision.reset();
    setDecidedId(null);
    setPending({ choice, ids });
  };
  const rows = useMemo(() => {
    const shown = board?.rows.filter((row) => isShown(row, filter)) ?? [];
    const { sort } = filter;
    return sort ? shown.toSorted((a, b) => scoreOf(b, sort) - scoreOf(a, sort)) : shown;
  }, [board, filter]);
  const ranks = useMemo(
    () => new Map(board?.rows.map(({ applicationId }, index) => [applicationId, index + 1])),
    [board],
  );
  // What a filter hides is moved by nobody who does not see it.
  const selected = rows.flatMap(({ applicationId }) => (marks.selected.has(applicationId) ? [applicationId] : []));
  const onKey = (key: string, row: BoardRow) => {
    if (openId || comparing.length > 0) return;
    const choice = choiceKeys[key];
    if (choice && canDecide) choose(choice, selected.length > 0 ? selected : [row.applicationId]);
    else if (key === "x") marks.toggleSelected(row.applicationId);
    else if (key === "c") marks.toggleCompared(row.applicationId);
    else if (key === "C") startComparing();
  };
  const isWhole = board?.rows.length === board?.total;
  const outdated = isWhole
    ? (board?.rows.filter(({ run }) => run && run.version !== board.position.version) ?? [])
    : [];

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
              <Button asChild>
                <Link href={`/positions/${positionId}/finalists`}>{t("finalists")}</Link>
              </Button>
              <Button asChild>
                <Link href={`/positions/${positionId}/reports`}>{t("position_report")}</Link>
              </Button>
              <BoardReports positionId={positionId} />
            </>
          )
        }
        note={t("summary", { version: board.position.version, count: board.total })}
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
          <Button onClick={() => setRescreened(outdated.map(({ resumeId }) => resumeId))} size="sm">
            {t("screen_again", { count: outdated.length })}
          </Button>
        </div>
      )}
      {rescreened && (
        <ScreenDialog
          onClose={() => setRescreened(null)}
          onStarted={() => {
            setRescreened(null);
            void queryClient.invalidateQueries({ queryKey: batchesQuery(positionId).queryKey });
          }}
          position={{ id: positionId, title: board.position.title }}
          resumeIds={rescreened}
        />
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
          <SavedViews current={boardView(params)} page="board" />
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-2 max-sm:px-4">
            <BoardFilters filter={filter} shown={isWhole ? rows.length : board.total} total={board.total} />
            <LayoutSwitch isKanban={isKanban} />
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
          ) : isKanban ? (
            <BoardKanban
              canDecide={canDecide}
              marks={marks}
              onKey={onKey}
              onMove={(row, choice) => choose(choice, [row.applicationId])}
              onOpen={openEvidence}
              requirements={board.requirements}
              rows={rows}
            />
          ) : (
            <BoardTable
              decidedId={decidedId}
              marks={marks}
              onKey={onKey}
              onOpen={openEvidence}
              onSort={(sort) => changeAddress({ sort })}
              openId={openId}
              ranks={ranks}
              sort={filter.sort}
              requirements={board.requirements}
              rows={rows}
            />
          )}
          {pending ? (
            <QuickDecision
              choice={pending.choice}
              error={decision.error}
              isBusy={decision.isPending}
              key={`${pending.choice} ${pending.ids[0]}`}
              onCancel={() => setPending(null)}
              onDecide={(reason, reasonCode) => {
                const applications = rowsOf(pending.ids).map(({ applicationId: id, run }) => ({
                  ...{ id, runId: run?.id ?? null, score: run?.comprehensive.value ?? null },
                }));
                decision.mutate({ choice: pending.choice, reason, reasonCode, applications });
              }}
              subject={subjectOf(rowsOf(pending.ids), (count) => selection("candidates", { count }))}
            />
          ) : (
            (selected.length > 0 || marks.compared.size > 0) && (
              <BoardSelectionBar
                canDecide={canDecide}
                compared={marks.compared.size}
                onChoose={(choice) => choose(choice, selected)}
                onClear={marks.clear}
                onCompare={startComparing}
                positionId={positionId}
                selected={selected}
              />
            )
          )}
        </>
      )}
      {comparing.length > 1 && !openId && (
        <CompareCandidates
          onClose={() => changeAddress({ compare: null })}
          onOpen={openEvidence}
          requirements={board.requirements}
          rows={comparing}
        />
      )}
      {openId && (
        <EvidenceDrawer
          applicationId={openId}
          canChangePosition={canChangePosition && !isArchived}
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

/** 1 to 4 decide on the focused row, or on the chosen ones. */
const choiceKeys: Record<string, BoardChoice | undefined> = {
  ...{ 1: "advance", 2: "hold", 3: "reject", 4: "withdrawn" },
};

function LayoutSwitch({ isKanban }: { isKanban: boolean }) {
  const t = useTranslations("kanban");
  const look = "h-8 px-2.5 first:rounded-l-md last:rounded-r-md aria-pressed:bg-hover aria-pressed:font-medium";
  return (
    <fieldset className="flex rounded-md border border-line text-sm print:hidden">
      <legend className="sr-only">{t("layout")}</legend>
      <button aria-pressed={!isKanban} className={look} onClick={() => changeAddress({ layout: null })} type="button">
        {t("as_table")}
      </button>
      <button
        aria-pressed={isKanban}
        className={look}
        onClick={() => changeAddress({ layout: "kanban" })}
        type="button"
      >
        {t("as_kanban")}
      </button>
    </fieldset>
  );
}

function subjectOf(rows: BoardRow[], count: (count: number) => string) {
  const [row] = rows;
  return row && rows.length === 1 ? (row.candidateName ?? row.fileName) : count(rows.length);
}

/** Whoever has none comes last. */
function scoreOf({ run }: BoardRow, sort: BoardSort): number {
  if (!run) return Number.NEGATIVE_INFINITY;
  return sort === "score" ? run.comprehensive.value : run[sort];
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
