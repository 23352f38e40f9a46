import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { Score } from "@/lib/screening/schema";

/** A score with the range it could take once the unknown is known. */
export function ScoreBar({
  score,
  overridden = 0,
  className,
}: {
  score: Score;
  /** How many verdicts in it a person changed. */
  overridden?: number;
  className?: string;
}) {
  const t = useTranslations("board");
  const overrides = useTranslations("override");
  const format = useFormatter();
  const show = (value: number) => format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const { value, low, high } = score;
  return (
    <span
      className={cn("flex items-center gap-x-2", className)}
      title={t("range", { low: show(low), high: show(high) })}
    >
      <span className="tabular relative w-9 text-right font-medium">
        {show(value)}
        {overridden > 0 && (
          <span className="absolute -right-1.5 text-accent" title={overrides("count", { count: overridden })}>
            <span aria-hidden="true">*</span>
            <span className="sr-only">{overrides("count", { count: overridden })}</span>
          </span>
        )}
      </span>
      <svg aria-hidden="true" className="h-3 w-16 shrink-0" preserveAspectRatio="none" viewBox="0 0 100 12">
        <line stroke="var(--line)" strokeWidth="2" x1="0" x2="100" y1="6" y2="6" />
        <rect fill="var(--accent)" height="4" opacity="0.35" width={Math.max(1, high - low)} x={low} y="4" />
        <rect fill="var(--accent)" height="10" width="2.5" x={Math.min(97.5, value)} y="1" />
      </svg>
      <span className="sr-only">{t("range", { low: show(low), high: show(high) })}</span>
    </span>
  );
}
