"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useFormatter, useTranslations } from "next-intl";
import { type CSSProperties, useRef } from "react";
import { SampleMark } from "@/components/resume/sample-mark";
import { ScoreBar } from "@/components/screening/score-bar";
import { VerdictMark } from "@/components/screening/verdict-mark";
import { cn } from "@/components/ui/cn";
import { useIsPrinting } from "@/components/ui/use-is-printing";
import { useRowKeys } from "@/components/ui/use-row-keys";
import type { Board, BoardRow } from "@/lib/screening/schema";

type BoardTableProps = {
  rows: BoardRow[];
  requirements: Board["requirements"];
  openId: string | null;
  onOpen: (applicationId: string, requirementKey?: string) => void;
};

const rowHeight = 36;
const markWidth = 34;
const headHeight = 132;

/** Candidates by requirements; `j k` move, `e` or `Enter` opens the evidence. */
export function BoardTable({ rows, requirements, openId, onOpen }: BoardTableProps) {
  const t = useTranslations("board");
  const scroller = useRef<HTMLDivElement>(null);
  const isPrinting = useIsPrinting();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: isPrinting ? rows.length : 15,
  });
  const template = `var(--name) var(--score) 96px 56px 56px 56px repeat(${requirements.length},${markWidth}px) minmax(90px,1fr)`;

  const open = (index: number) => {
    const row = rows[index];
    if (row) onOpen(row.applicationId);
  };
  const focused = useRowKeys({
    count: rows.length,
    initial: 0,
    onMove: (index) => {
      virtualizer.scrollToIndex(index);
      if (openId) open(index);
    },
    onKey: (key, index) => {
      if (key === "e" || key === "Enter") open(index);
    },
  });

  return (
    <div className="print-open min-h-0 flex-1 overflow-auto" ref={scroller}>
      <table
        aria-rowcount={rows.length + 1}
        className="grid w-max min-w-full text-sm [--name:minmax(150px,240px)] [--score:124px] max-sm:[--name:112px] max-sm:[--score:76px]"
        style={{ "--columns": template } as CSSProperties}
      >
        <thead className="sticky top-0 z-20 grid border-line border-b bg-canvas">
          <tr className="board-columns grid items-end text-ink-faint text-xs" style={{ height: headHeight }}>
            <Head className="sticky left-0 z-10 self-stretch bg-canvas text-right max-sm:hidden">{t("rank")}</Head>
            <Head className="sticky left-11 z-10 self-stretch bg-canvas text-left max-sm:left-0">{t("candidate")}</Head>
            <Head>{t("score")}</Head>
            <Head>{t("advice")}</Head>
            <Head className="text-right">{t("view_hr")}</Head>
            <Head className="text-right">{t("view_technical")}</Head>
            <Head className="text-right">{t("view_manager")}</Head>
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
                <Row
                  isFocused={index === focused}
                  isOpen={row.applicationId === openId}
                  key={row.applicationId}
                  offset={start}
                  onOpen={onOpen}
                  rank={index + 1}
                  requirements={requirements}
                  row={row}
                />
              )
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Head({ className = "text-left", children }: { className?: string; children: React.ReactNode }) {
  return (
    <th className={cn("flex flex-col justify-end px-2 pb-2 font-normal", className)} scope="col">
      {children}
    </th>
  );
}

type RowProps = {
  row: BoardRow;
  requirements: Board["requirements"];
  rank: number;
  offset: number;
  isFocused: boolean;
  isOpen: boolean;
  onOpen: BoardTableProps["onOpen"];
};

function Row({ row, requirements, rank, offset, isFocused, isOpen, onOpen }: RowProps) {
  const t = useTranslations("board");
  const advice = useTranslations("advice");
  const stages = useTranslations("stages");
  const format = useFormatter();
  const { applicationId, candidateName, fileName, currentTitle, isSample, run, stage } = row;
  const name = candidateName ?? fileName;
  const whole = (value: number) => format.number(value, { maximumFractionDigits: 0 });
  const ground = isOpen ? "bg-accent-soft" : "bg-canvas group-hover:bg-hover";
  return (
    <tr
      className="board-columns group absolute inset-x-0 grid h-9 items-center border-line border-b"
      style={{ transform: `translateY(${offset}px)` }}
    >
      <td
        className={cn(
          "tabular sticky left-0 z-10 flex h-full items-center justify-end px-2 text-ink-faint max-sm:hidden",
          ground,
          isFocused && "shadow-[inset_2px_0_0_var(--accent)]",
        )}
      >
        {run ? rank : "–"}
      </td>
      <td
        className={cn(
          "sticky left-11 z-10 flex h-full min-w-0 items-center border-line border-r px-2 max-sm:left-0",
          ground,
        )}
      >
        <button
          className="min-w-0 truncate text-left hover:underline"
          onClick={() => onOpen(applicationId)}
          type="button"
        >
          <span className="font-medium">{name}</span>
          {isSample && <SampleMark />}
          {currentTitle && <span className="ml-2 text-ink-soft text-xs max-sm:hidden">{currentTitle}</span>}
        </button>
      </td>
      {run ? (
        <>
          <Cell isOpen={isOpen}>
            <ScoreBar
              className="max-sm:flex-col max-sm:gap-0"
              overridden={run.overridden.length}
              score={run.comprehensive}
            />
          </Cell>
          <Cell className="truncate" isOpen={isOpen}>
            {advice(run.advice)}
          </Cell>
          {[run.hr, run.technical, run.manager].map((value, index) => (
            <Cell
              className="tabular justify-end text-ink-soft"
              isOpen={isOpen}
              key={(["hr", "technical", "manager"] as const)[index]}
            >
              {whole(value)}
            </Cell>
          ))}
          {requirements.map(({ key, text }) => {
            const mark = run.marks[key];
            return (
              <Cell className="justify-center" isOpen={isOpen} isTight key={key}>
                {mark ? (
                  <button
                    aria-label={t("open_evidence", { name, requirement: text })}
                    className="flex size-7 items-center justify-center rounded-md hover:bg-line"
                    onClick={() => onOpen(applicationId, key)}
                    type="button"
                  >
                    <VerdictMark isOverridden={run.overridden.includes(key)} mark={mark} />
                  </button>
                ) : (
                  <span className="text-ink-faint">·</span>
                )}
              </Cell>
            );
          })}
        </>
      ) : (
        <td className="px-2 text-ink-faint" style={{ gridColumn: `span ${5 + requirements.length}` }}>
          {t("not_screened")}
        </td>
      )}
      <Cell className="text-ink-soft" isOpen={isOpen}>
        {stages(stage)}
      </Cell>
    </tr>
  );
}

type CellProps = { className?: string; isOpen: boolean; isTight?: boolean; children: React.ReactNode };

function Cell({ className, isOpen, isTight = false, children }: CellProps) {
  return (
    <td
      className={cn(
        "flex h-full items-center",
        isTight || "px-2",
        isOpen ? "bg-accent-soft" : "group-hover:bg-hover",
        className,
      )}
    >
      {children}
    </td>
  );
}
