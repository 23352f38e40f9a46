import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { boardMarks } from "@/lib/screening/kinds";
import type { BoardMark } from "@/lib/screening/schema";

const looks: Record<BoardMark, string> = {
  met: "text-met",
  partly: "text-partly",
  not_met: "text-not-met",
  unknown: "text-ink-faint",
  gate_failed: "text-danger",
};

type VerdictMarkProps = {
  mark: BoardMark;
  /** A person changed the verdict: a dot at the upper corner. */
  isOverridden?: boolean;
  className?: string;
};

/** A mark with its name for screen readers. */
export function VerdictMark({ isSilent = false, ...props }: VerdictMarkProps & { isSilent?: boolean }) {
  const t = useTranslations("verdicts");
  const overrides = useTranslations("override");
  const label = props.isOverridden ? overrides("mark", { verdict: t(props.mark) }) : t(props.mark);
  return <VerdictShape {...props} label={isSilent ? undefined : label} />;
}

/**
 * Readable without colour: full, half, empty, a question mark in a thin ring, a square for a failed gate. One element
 * drawn by its style: a board shows hundreds. Dashes around a ring took half of the time of a frame, as pictures too.
 */
export function VerdictShape({ mark, isOverridden, className, label }: VerdictMarkProps & { label?: string }) {
  const look = {
    className: cn("verdict-mark", looks[mark], className),
    ...{ "data-mark": mark, "data-overridden": isOverridden || undefined },
  };
  return label ? <span {...look} aria-label={label} role="img" /> : <span {...look} aria-hidden="true" />;
}

export function VerdictLegend() {
  const t = useTranslations("verdicts");
  const overrides = useTranslations("override");
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-soft text-xs">
      {boardMarks.map((mark) => (
        <li className="flex items-center gap-1.5" key={mark}>
          <VerdictMark isSilent mark={mark} />
          {t(mark)}
        </li>
      ))}
      <li className="flex items-center gap-1.5">
        <VerdictMark isOverridden isSilent mark="met" />
        {overrides("by_person_mark")}
      </li>
    </ul>
  );
}
