import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { CompareMark } from "@/components/screening/board-row";
import { ScoreBar } from "@/components/screening/score-bar";
import type { BoardMarks } from "@/components/screening/use-board-marks";
import { VerdictMark } from "@/components/screening/verdict-mark";
import { cn } from "@/components/ui/cn";
import type { ApplicationStage, Board, BoardRow } from "@/lib/screening/schema";

type KanbanColumnProps = {
  stage: ApplicationStage;
  rows: BoardRow[];
  requirements: Board["requirements"];
  marks: BoardMarks;
  focused: number;
  canDecide: boolean;
  takesCards: boolean;
  onOpen: (applicationId: string, requirementKey?: string) => void;
  onDrag: (applicationId: string | null) => void;
  onDrop: () => void;
};

const cardHeight = 100;

/** The cards of a stage; only those in view are drawn. */
export function KanbanColumn(props: KanbanColumnProps) {
  const { stage, rows, requirements, marks, focused, canDecide, takesCards, onOpen, onDrag, onDrop } = props;
  const stages = useTranslations("stages");
  const scroller = useRef<HTMLDivElement>(null);
  const [isOver, setOver] = useState(false);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardHeight,
    overscan: 5,
  });
  useEffect(() => {
    if (focused >= 0 && focused < rows.length) virtualizer.scrollToIndex(focused);
  }, [focused, rows.length, virtualizer]);

  return (
    <section
      aria-label={stages(stage)}
      className={cn(
        "flex w-60 shrink-0 flex-col border-line border-r",
        isOver && takesCards ? "bg-accent-soft" : takesCards ? "bg-hover" : "bg-canvas",
      )}
      onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        if (!takesCards) return;
        event.preventDefault();
        setOver(true);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop();
      }}
    >
      <h3 className="flex items-center justify-between px-3 py-2 font-medium text-sm">
        {stages(stage)} <span className="tabular font-normal text-ink-faint text-xs">{rows.length}</span>
      </h3>
      <div className="min-h-0 flex-1 overflow-y-auto bg-inherit" ref={scroller} tabIndex={0}>
        <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return (
              row && (
                <li
                  className="absolute inset-x-0 px-2 pb-2"
                  draggable={canDecide}
                  key={row.applicationId}
                  onDragEnd={() => onDrag(null)}
                  onDragStart={(event) => {
                    event.dataTransfer.effectAllowed = "move";
                    event.dataTransfer.setData("text/plain", row.applicationId);
                    onDrag(row.applicationId);
                  }}
                  style={{ transform: `translateY(${start}px)`, height: cardHeight }}
                >
                  <Card
                    isFocused={index === focused}
                    marks={marks}
                    onOpen={onOpen}
                    requirements={requirements}
                    row={row}
                  />
                </li>
              )
            );
          })}
        </ul>
      </div>
    </section>
  );
}

type CardProps = Pick<KanbanColumnProps, "requirements" | "marks" | "onOpen"> & { row: BoardRow; isFocused: boolean };

function Card({ row, requirements, marks, isFocused, onOpen }: CardProps) {
  const t = useTranslations("board");
  const advice = useTranslations("advice");
  const { applicationId, candidateName, fileName, currentTitle, run } = row;
  const isSelected = marks.selected.has(applicationId);
  const name = candidateName ?? fileName;
  return (
    <div
      className={cn(
        "flex h-full flex-col gap-1 overflow-hidden rounded-md border px-2 py-1.5 text-sm",
        isFocused ? "border-accent" : "border-line",
        isSelected ? "bg-accent-soft" : "bg-surface",
      )}
    >
      <div className="flex min-w-0 items-center gap-2">
        <input
          aria-label={t("select", { name })}
          checked={isSelected}
          className="shrink-0 accent-accent"
          onChange={() => marks.toggleSelected(applicationId)}
          type="checkbox"
        />
        <button
          className="min-w-0 truncate text-left font-medium hover:underline"
          onClick={() => onOpen(applicationId)}
          type="button"
        >
          {name}
        </button>
        {marks.compared.has(applicationId) && <CompareMark />}
      </div>
      <p className="truncate text-ink-soft text-xs">
        {[run ? advice(run.advice) : t("not_screened"), currentTitle].filter(Boolean).join(" · ")}
      </p>
      {run && (
        <>
          <ScoreBar score={run.comprehensive} />
          <p className="flex gap-0.5 overflow-hidden">
            {requirements.map(({ key }, place) => {
              const mark = run.marks[place];
              return mark && <VerdictMark key={key} mark={mark} />;
            })}
          </p>
        </>
      )}
    </div>
  );
}
