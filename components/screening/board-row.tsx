import { useFormatter, useTranslations } from "next-intl";
import { memo, useMemo } from "react";
import { SampleMark } from "@/components/resume/sample-mark";
import { ScoreShape, useScoreTexts } from "@/components/screening/score-bar";
import { VerdictShape } from "@/components/screening/verdict-mark";
import { cn } from "@/components/ui/cn";
import { advices, applicationStages, boardMarks } from "@/lib/screening/kinds";
import type { Board, BoardMark, BoardRow as Row } from "@/lib/screening/schema";

type BoardRowProps = {
  row: Row;
  requirements: Board["requirements"];
  /** In the board's own order, and among the rows shown, both from 1. */
  rank: number;
  position: number;
  offset: number;
  isFocused: boolean;
  isOpen: boolean;
  isSelected: boolean;
  isCompared: boolean;
  texts: BoardTexts;
  onToggle: (applicationId: string) => void;
  onOpen: (applicationId: string, requirementKey?: string) => void;
};

export type BoardTexts = ReturnType<typeof useBoardTexts>;

/** What rows say, looked up once for all of them: thousands are drawn while somebody scrolls. */
export function useBoardTexts() {
  const t = useTranslations("board");
  const advice = useTranslations("advice");
  const stages = useTranslations("stages");
  const verdicts = useTranslations("verdicts");
  const overrides = useTranslations("override");
  const format = useFormatter();
  const score = useScoreTexts();
  return useMemo(() => {
    const named = (mark: BoardMark) => [verdicts(mark), overrides("mark", { verdict: verdicts(mark) })] as const;
    return {
      score,
      select: (name: string) => t("select", { name }),
      notScreened: t("not_screened"),
      advice: Object.fromEntries(advices.map((one) => [one, advice(one)])),
      stages: Object.fromEntries(applicationStages.map((one) => [one, stages(one)])),
      verdicts: Object.fromEntries(boardMarks.map((one) => [one, named(one)])),
      whole: (value: number) => format.number(value, { maximumFractionDigits: 0 }),
    };
  }, [t, advice, stages, verdicts, overrides, format, score]);
}

/** Drawn anew only when it changes itself: scrolling through thousands draws those that come into view. */
export const BoardRow = memo(function BoardRow(props: BoardRowProps) {
  const {
    row,
    requirements,
    rank,
    position,
    offset,
    isFocused,
    isOpen,
    isSelected,
    isCompared,
    texts,
    onToggle,
    onOpen,
  } = props;
  const { applicationId, candidateName, fileName, currentTitle, isSample, run, stage } = row;
  const name = candidateName ?? fileName;
  const isMarked = isOpen || isSelected;
  return (
    <tr
      aria-rowindex={position + 1}
      aria-selected={isSelected}
      className={cn(
        "board-columns absolute inset-x-0 grid h-9 items-center border-line border-b contain-strict print:contain-none",
        isMarked ? "bg-accent-soft" : "bg-canvas hover:bg-hover",
      )}
      style={{ transform: `translateY(${offset}px)` }}
    >
      <td
        className={cn(
          "tabular sticky left-0 z-10 flex h-full items-center justify-end bg-inherit px-2 text-ink-faint max-sm:hidden",
          isFocused && "shadow-[inset_2px_0_0_var(--accent)]",
        )}
      >
        {run ? rank : "–"}
      </td>
      <td
        className={cn(
          "sticky left-11 z-10 flex h-full min-w-0 items-center gap-2 border-line border-r bg-inherit px-2 max-sm:left-0",
          isFocused && "sm:shadow-none shadow-[inset_2px_0_0_var(--accent)]",
        )}
      >
        <input
          aria-label={texts.select(name)}
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
          <Cell>
            <ScoreShape
              className="max-sm:flex-col max-sm:gap-0"
              overridden={run.overridden.length}
              score={run.comprehensive}
              texts={texts.score}
            />
          </Cell>
          <Cell className="truncate">{texts.advice[run.advice]}</Cell>
          {[run.hr, run.technical, run.manager].map((value, index) => (
            <Cell className="tabular justify-end text-ink-soft" key={(["hr", "technical", "manager"] as const)[index]}>
              {texts.whole(value)}
            </Cell>
          ))}
          {requirements.map(({ key, text }, place) => {
            const mark = run.marks[place];
            const isOverridden = run.overridden.includes(key);
            return (
              <Cell className="justify-center" isTight key={key}>
                {mark ? (
                  <button
                    aria-label={`${name} · ${text}: ${texts.verdicts[mark]?.[isOverridden ? 1 : 0]}`}
                    className="flex size-7 items-center justify-center rounded-md hover:bg-line"
                    onClick={() => onOpen(applicationId, key)}
                    type="button"
                  >
                    <VerdictShape isOverridden={isOverridden} mark={mark} />
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
          {texts.notScreened}
        </td>
      )}
      <Cell className="text-ink-soft">{texts.stages[stage]}</Cell>
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

type CellProps = { className?: string; isTight?: boolean; children: React.ReactNode };

function Cell({ className, isTight = false, children }: CellProps) {
  return <td className={cn("flex h-full items-center", isTight || "px-2", className)}>{children}</td>;
}
