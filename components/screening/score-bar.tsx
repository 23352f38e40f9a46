import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { cn } from "@/components/ui/cn";
import type { Score } from "@/lib/screening/schema";

type ScoreBarProps = {
  score: Score;
  /** How many verdicts in it a person changed. */
  overridden?: number;
  className?: string;
};

/** A score with the range it could take once the unknown is known. */
export function ScoreBar(props: ScoreBarProps) {
  return <ScoreShape {...props} texts={useScoreTexts()} />;
}

/** The sentences of a score, for a list that draws hundreds. */
export function useScoreTexts() {
  const t = useTranslations("board");
  const overrides = useTranslations("override");
  const format = useFormatter();
  return useMemo(() => {
    const show = (value: number) => format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    return {
      show,
      range: ({ low, high }: Score) => t("range", { low: show(low), high: show(high) }),
      overridden: (count: number) => overrides("count", { count }),
    };
  }, [t, overrides, format]);
}

type ScoreShapeProps = ScoreBarProps & { texts: ReturnType<typeof useScoreTexts> };

export function ScoreShape({ score, overridden = 0, className, texts }: ScoreShapeProps) {
  const { value, low, high } = score;
  const range = texts.range(score);
  return (
    <span className={cn("flex items-center gap-x-2", className)} title={range}>
      <span className="tabular relative w-9 text-right font-medium">
        {texts.show(value)}
        {overridden > 0 && (
          <span className="absolute -right-1.5 text-accent" title={texts.overridden(overridden)}>
            <span aria-hidden="true">*</span>
            <span className="sr-only">{texts.overridden(overridden)}</span>
          </span>
        )}
      </span>
      <svg aria-hidden="true" className="h-3 w-16 shrink-0" preserveAspectRatio="none" viewBox="0 0 100 12">
        <line stroke="var(--line)" strokeWidth="2" x1="0" x2="100" y1="6" y2="6" />
        <rect fill="var(--accent)" height="4" opacity="0.35" width={Math.max(1, high - low)} x={low} y="4" />
        <rect fill="var(--accent)" height="10" width="2.5" x={Math.min(97.5, value)} y="1" />
      </svg>
      <span className="sr-only">{range}</span>
    </span>
  );
}
