import { useFormatter, useTranslations } from "next-intl";
import { memo } from "react";
import { SampleMark } from "@/components/resume/sample-mark";
import { ScoreBar } from "@/components/screening/score-bar";
import { VerdictMark } from "@/components/screening/verdict-mark";
import { cn } from "@/components/ui/cn";
import type { Board, BoardRow as Row } from "@/lib/screening/schema";

type BoardRowProps = {
  row: Row;
  requirements: Board["requirements"];
  rank: number;
  offset: number;
  isFocused: boolean;
  isOpen: boolean;
  isSelected: boolean;
  isCompared: boolean;
  onToggle: (applicationId: string) => void;
  onOpen: (applicationId: string, requirementKey?: string) => void;
};

/** Drawn anew only when it changes itself: scrolling through thousands draws those that come into view. */
export const BoardRow = memo(function BoardRow(props: BoardRowProps) {
  const { row, requirements, rank, offset, isFocused, isOpen, isSelected, isCompared, onToggle, onOpen } = props;
  const t = useTranslations("board");
  const advice = useTranslations("advice");
  const stages = useTranslations("stages");
  const verdicts = useTranslations("verdicts");
  const overrides = useTranslations("override");
  const format = useFormatter();
  const { applicationId, candidateName, fileName, currentTitle, isSample, run, stage } = row;
  const name = candidateName ?? fileName;
  const whole = (value: number) => format.number(value, { maximumFractionDigits: 0 });
  const isMarked = isOpen || isSelected;
  const ground = isMarked ? "bg-accent-soft" : "bg-canvas group-hover:bg-hover";
  return (
    <tr
      aria-rowindex={rank + 1}
      aria-selected={isSelected}
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
          "sticky left-11 z-10 flex h-full min-w-0 items-center gap-2 border-line border-r px-2 max-sm:left-0",
          ground,
          isFocused && "sm:shadow-none shadow-[inset_2px_0_0_var(--accent)]",
        )}
      >
        <input
          aria-label={t("select", { name })}
          checked={isSelected}
          className="shrink-0 accent-accent print:hidden"
          onChange={() => onToggle(applicationId)}
          type="checkbox"
        />
        <button
          className="min-w-0 truncate text-left hover:underline"
          onClick={() => onOpen(applicationId)}
          type="button"
        >
          <span className="font-medium">{name}</span>
          {isSample && <SampleMark />}
          {isCompared && <CompareMark />}
          {currentTitle && <span className="ml-2 text-ink-soft text-xs max-sm:hidden">{currentTitle}</span>}
        </button>
      </td>
      {run ? (
        <>
          <Cell isOpen={isMarked}>
            <ScoreBar
              className="max-sm:flex-col max-sm:gap-0"
              overridden={run.overridden.length}
              score={run.comprehensive}
            />
          </Cell>
          <Cell className="truncate" isOpen={isMarked}>
            {advice(run.advice)}
          </Cell>
          {[run.hr, run.technical, run.manager].map((value, index) => (
            <Cell
              className="tabular justify-end text-ink-soft"
              isOpen={isMarked}
              key={(["hr", "technical", "manager"] as const)[index]}
            >
              {whole(value)}
            </Cell>
          ))}
          {requirements.map(({ key, text }, place) => {
            const mark = run.marks[place];
            return (
              <Cell className="justify-center" isOpen={isMarked} isTight key={key}>
                {mark ? (
                  <button
                    aria-label={`${t("open_evidence", { name, requirement: text })}: ${
                      run.overridden.includes(key) ? overrides("mark", { verdict: verdicts(mark) }) : verdicts(mark)
                    }`}
                    className="flex size-7 items-center justify-center rounded-md hover:bg-line"
                    onClick={() => onOpen(applicationId, key)}
                    type="button"
                  >
                    <VerdictMark isOverridden={run.overridden.includes(key)} isSilent mark={mark} />
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
      <Cell className="text-ink-soft" isOpen={isMarked}>
        {stages(stage)}
      </Cell>
    </tr>
  );
});

/** Marked for comparing. */
export function CompareMark() {
  const t = useTranslations("board_selection");
  return (
    <span className="ml-1.5 rounded-sm border border-accent px-1 text-accent text-xs" title={t("is_marked")}>
      <span aria-hidden="true">≡</span>
      <span className="sr-only">{t("is_marked")}</span>
    </span>
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
