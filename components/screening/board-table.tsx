"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { type CSSProperties, useEffect, useRef } from "react";
import type { BoardSort } from "@/components/screening/board-filters";
import { BoardRow, useBoardTexts } from "@/components/screening/board-row";
import type { BoardMarks } from "@/components/screening/use-board-marks";
import { cn } from "@/components/ui/cn";
import { useIsPrinting } from "@/components/ui/use-is-printing";
import { useRowKeys } from "@/components/ui/use-row-keys";
import type { Board, BoardRow as Row } from "@/lib/screening/schema";

type BoardTableProps = {
  rows: Row[];
  requirements: Board["requirements"];
  /** The places of all rows in the board's own order, from 1. */
  ranks: ReadonlyMap<string, number>;
  sort: BoardSort | null;
  onSort: (sort: BoardSort | null) => void;
  openId: string | null;
  marks: BoardMarks;
  /** Decided on last: the focus goes on to the next one. */
  decidedId: string | null;
  onOpen: (applicationId: string, requirementKey?: string) => void;
  /** Any other key, on the focused row. */
  onKey: (key: string, row: Row) => void;
};

const rowHeight = 36;
const markWidth = 34;
const headHeight = 132;

/** Candidates by requirements; `j k` move, `e` or `Enter` opens the evidence. */
export function BoardTable(props: BoardTableProps) {
  const { rows, requirements, ranks, sort, onSort, openId, marks, decidedId, onOpen, onKey } = props;
  const t = useTranslations("board");
  const texts = useBoardTexts();
  const scroller = useRef<HTMLDivElement>(null);
  const isPrinting = useIsPrinting();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: isPrinting ? rows.length : 8,
    // Rows stand in the page before any script runs.
    initialRect: { width: 0, height: 800 },
  });
  const template = `var(--name) var(--score) 96px 56px 56px 56px repeat(${requirements.length},${markWidth}px) minmax(90px,1fr)`;

  const open = (index: number) => {
    const row = rows[index];
    if (row) onOpen(row.applicationId);
  };
  const { focused, setFocused } = useRowKeys({
    count: rows.length,
    initial: 0,
    onMove: (index) => {
      virtualizer.scrollToIndex(index);
      if (openId) open(index);
    },
    onKey: (key, index) => {
      const row = rows[index];
      if (key === "e" || key === "Enter") open(index);
      else if (row) onKey(key, row);
    },
  });
  const focusedId = rows[focused]?.applicationId;
  useEffect(() => {
    if (decidedId) setFocused((index) => (focusedId === decidedId ? index + 1 : index));
    // Once per decision: afterwards the focus is the person's again.
  }, [decidedId]);
  const { selected, compared, toggleSelected, selectAll } = marks;
  const areAllSelected = rows.length > 0 && rows.every(({ applicationId }) => selected.has(applicationId));

  return (
    <div className="print-open min-h-0 flex-1 overflow-auto bg-canvas" ref={scroller}>
      <table
        aria-rowcount={rows.length + 1}
        className="grid w-max min-w-full text-sm [--name:minmax(150px,240px)] [--score:124px] max-sm:[--name:112px] max-sm:[--score:76px]"
        style={{ "--columns": template } as CSSProperties}
      >
        <thead className="sticky top-0 z-20 grid border-line border-b bg-canvas">
          <tr className="board-columns grid items-end text-ink-faint text-xs" style={{ height: headHeight }}>
            <Head className="sticky left-0 z-10 self-stretch bg-canvas text-right max-sm:hidden">{t("rank")}</Head>
            <Head className="sticky left-11 z-10 self-stretch bg-canvas text-left max-sm:left-0">
              <span className="flex items-center gap-2">
                <input
                  aria-label={t("select_all")}
                  checked={areAllSelected}
                  className="accent-accent print:hidden"
                  onChange={() => selectAll(areAllSelected ? [] : rows.map(({ applicationId }) => applicationId))}
                  type="checkbox"
                />
                {t("candidate")}
              </span>
            </Head>
            <SortHead by="score" onSort={onSort} sort={sort}>
              {t("score")}
            </SortHead>
            <Head>{t("advice")}</Head>
            {(["hr", "technical", "manager"] as const).map((view) => (
              <SortHead by={view} className="text-right" key={view} onSort={onSort} sort={sort}>
                {t(`view_${view}`)}
              </SortHead>
            ))}
            {requirements.map(({ key, text, necessity }) => (
              <th className="relative h-full font-normal" key={key} scope="col" title={text}>
                <span
                  className={cn(
                    "absolute bottom-2 left-1/2 block w-[120px] origin-bottom-left truncate text-left",
                    "translate-x-2 -rotate-90",
                    necessity === "gate" && "font-semibold text-ink",
                    necessity === "must" && "font-medium text-ink-soft",
                  )}
                >
                  {text}
                </span>
              </th>
            ))}
            <Head>{t("stage")}</Head>
          </tr>
        </thead>
        <tbody className="print-rows relative grid" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return (
              row && (
                <BoardRow
                  isCompared={compared.has(row.applicationId)}
                  isFocused={index === focused}
                  isOpen={row.applicationId === openId}
                  isSelected={selected.has(row.applicationId)}
                  key={row.applicationId}
                  offset={start}
                  onOpen={onOpen}
                  onToggle={toggleSelected}
                  position={index + 1}
                  rank={ranks.get(row.applicationId) ?? 0}
                  requirements={requirements}
                  row={row}
                  texts={texts}
                />
              )
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

type SortHeadProps = {
  by: BoardSort;
  sort: BoardSort | null;
  onSort: (sort: BoardSort | null) => void;
  className?: string;
  children: React.ReactNode;
};

/** Once by this score, the highest first; again in the board's own order. */
function SortHead({ by, sort, onSort, className = "text-left", children }: SortHeadProps) {
  const isSorted = sort === by;
  return (
    <th
      aria-sort={isSorted ? "descending" : undefined}
      className={cn("flex flex-col justify-end px-2 pb-1 font-normal", className)}
      scope="col"
    >
      <button
        className={cn(
          "h-6 whitespace-nowrap rounded-sm text-inherit hover:text-ink",
          className,
          isSorted && "font-medium text-ink",
        )}
        onClick={() => onSort(isSorted ? null : by)}
        type="button"
      >
        {children}
        {isSorted && <span aria-hidden="true"> ↓</span>}
      </button>
    </th>
  );
}

function Head({ className = "text-left", children }: { className?: string; children: React.ReactNode }) {
  return (
    <th className={cn("flex flex-col justify-end px-2 pb-2 font-normal", className)} scope="col">
      {children}
    </th>
  );
}
