import { useFormatter, useTranslations } from "next-intl";
import { type CSSProperties, useMemo } from "react";
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
  const { value } = score;
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
      <span aria-hidden="true" className="score-range h-3 w-16 shrink-0" style={placeOf(score)} />
      <span className="sr-only">{range}</span>
    </span>
  );
}

/** In hundredths of the bar: where the range begins, how long it is, and the score. */
function placeOf({ value, low, high }: Score) {
  return { "--low": low, "--span": Math.max(1, high - low), "--value": Math.min(97.5, value) } as CSSProperties;
}
