"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { KanbanColumn } from "@/components/screening/kanban-column";
import type { BoardMarks } from "@/components/screening/use-board-marks";
import { isTyping } from "@/components/ui/is-typing";
import { isWritten } from "@/components/ui/use-row-keys";
import { applicationStages, chosenStages } from "@/lib/screening/kinds";
import type { ApplicationStage, Board, BoardChoice, BoardRow } from "@/lib/screening/schema";

type BoardKanbanProps = {
  rows: BoardRow[];
  requirements: Board["requirements"];
  marks: BoardMarks;
  canDecide: boolean;
  onOpen: (applicationId: string, requirementKey?: string) => void;
  onKey: (key: string, row: BoardRow) => void;
  onMove: (row: BoardRow, choice: BoardChoice) => void;
};

type Place = { column: number; index: number };

/**
 * Candidates by stage. `h l` and `j k` or the arrows go from card to card, `<` and `>` or dragging move a card to
 * another stage.
 */
export default function BoardKanban(props: BoardKanbanProps) {
  const { rows, requirements, marks, canDecide, onOpen, onKey, onMove } = props;
  const t = useTranslations("kanban");
  const columns = useMemo(() => {
    const byStage = Map.groupBy(rows, ({ stage }) => stage);
    return applicationStages.map((stage) => ({ stage, rows: byStage.get(stage) ?? [] }));
  }, [rows]);
  const [chosen, setChosen] = useState<Place | null>(null);
  const place = clamp(chosen ?? firstCard(columns), columns);
  const [draggedId, setDraggedId] = useState<string | null>(null);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || isInDialog(event.target)) return;
      const row = columns[place.column]?.rows[place.index];
      const down = steps[event.key];
      const across = sideways[event.key];
      const stage = row && stageBeside(row.stage, { "<": -1, ">": 1 }[event.key] ?? 0);
      if (down || across || isWritten(event.key)) event.preventDefault();
      if (down || across) {
        setChosen(across ? nextColumn(place, across, columns) : { ...place, index: place.index + (down ?? 0) });
      } else if (row && stage && canDecide) onMove(row, stage);
      else if (row && (event.key === "e" || (event.key === "Enter" && event.target === document.body)))
        onOpen(row.applicationId);
      else if (row) onKey(event.key, row);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  });

  return (
    <div className="flex min-h-0 flex-1 overflow-x-auto print:hidden">
      <h2 className="sr-only">{t("title")}</h2>
      {columns.map(({ stage, rows: cards }, column) => (
        <KanbanColumn
          canDecide={canDecide}
          focused={column === place.column ? place.index : -1}
          key={stage}
          marks={marks}
          onDrag={setDraggedId}
          onDrop={() => {
            const row = rows.find(({ applicationId }) => applicationId === draggedId);
            const target = chosenStages.find((key) => key === stage);
            setDraggedId(null);
            if (row && target && row.stage !== target) onMove(row, target);
          }}
          onOpen={onOpen}
          requirements={requirements}
          rows={cards}
          stage={stage}
          takesCards={draggedId !== null && chosenStages.some((key) => key === stage)}
        />
      ))}
    </div>
  );
}

type Columns = { stage: ApplicationStage; rows: BoardRow[] }[];

function firstCard(columns: Columns): Place {
  return {
    column: Math.max(
      0,
      columns.findIndex(({ rows }) => rows.length > 0),
    ),
    index: 0,
  };
}

function clamp({ column, index }: Place, columns: Columns): Place {
  const last = (columns[column]?.rows.length ?? 0) - 1;
  return { column, index: Math.max(0, Math.min(index, last)) };
}

/** The next column that has cards. */
function nextColumn(place: Place, step: number, columns: Columns): Place {
  for (let column = place.column + step; columns[column]; column += step) {
    if (columns[column]?.rows.length) return clamp({ column, index: place.index }, columns);
  }
  return place;
}

function stageBeside(stage: ApplicationStage, step: number) {
  const beside = step === 0 ? undefined : applicationStages[applicationStages.indexOf(stage) + step];
  return chosenStages.find((key) => key === beside);
}

function isInDialog(target: EventTarget | null) {
  return target instanceof HTMLElement && target.closest("[role=dialog]") !== null;
}

const steps: Record<string, number | undefined> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
const sideways: Record<string, number | undefined> = { l: 1, ArrowRight: 1, h: -1, ArrowLeft: -1 };
