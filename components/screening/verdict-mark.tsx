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

/** Readable without colour: full, half, empty, dashed with a question mark, a square for a failed gate. */
export function VerdictShape({ mark, isOverridden, className, label }: VerdictMarkProps & { label?: string }) {
  return (
    <svg
      aria-hidden={label ? undefined : true}
      aria-label={label}
      className={cn("inline-block size-3.5 shrink-0", looks[mark], className)}
      role={label ? "img" : undefined}
      viewBox="0 0 14 14"
    >
      {mark === "gate_failed" && <rect fill="currentColor" height="10" rx="1" width="10" x="2" y="2" />}
      {mark === "met" && <circle cx="7" cy="7" fill="currentColor" r="5.5" />}
      {mark === "not_met" && <circle cx="7" cy="7" fill="none" r="4.8" stroke="currentColor" strokeWidth="1.5" />}
      {mark === "partly" && (
        <>
          <circle cx="7" cy="7" fill="none" r="4.8" stroke="currentColor" strokeWidth="1.5" />
          <path d="M7 2.2a4.8 4.8 0 0 0 0 9.6z" fill="currentColor" />
        </>
      )}
      {mark === "unknown" && (
        <>
          <circle cx="7" cy="7" fill="none" r="5.2" stroke="currentColor" strokeDasharray="2.2 1.6" strokeWidth="1.2" />
          <text fill="currentColor" fontSize="7.5" fontWeight="600" textAnchor="middle" x="7" y="9.8">
            ?
          </text>
        </>
      )}
      {isOverridden && (
        <circle cx="11.6" cy="2.4" fill="var(--accent)" r="2.9" stroke="var(--surface)" strokeWidth="1" />
      )}
    </svg>
  );
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
