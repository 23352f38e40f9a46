"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { toClock } from "@/lib/interview/to-clock";
import type { Marker } from "@/lib/video/list-markers";

type TimeLineProps = {
  markers: readonly Marker[];
  durationSeconds: number;
  seconds: number;
  onPlay: (seconds: number) => void;
};

const looks: Record<Marker["kind"], string> = {
  question: "top-0 h-3 w-1 rounded-sm bg-ink-soft",
  conflict: "top-0 h-6 w-1.5 rounded-sm border-l-4 border-l-danger bg-ink",
  pause: "top-4 h-2 w-1 bg-line-strong",
};

/** The whole recording as a line, with questions, conflicts and pauses where they are. */
export function TimeLine({ markers, durationSeconds, seconds, onPlay }: TimeLineProps) {
  const t = useTranslations("videos");
  // Its place is kept until the player knows how long the recording is.
  if (durationSeconds <= 0) return <div className="mx-1 h-6 rounded bg-sunken" />;
  const at = (time: number) => `${Math.min(100, (100 * time) / durationSeconds)}%`;
  const kinds = (["question", "conflict", "pause"] as const).filter((kind) =>
    markers.some((marker) => marker.kind === kind),
  );
  return (
    <div>
      <section aria-label={t("time_line")} className="relative mx-1 h-6 rounded bg-sunken">
        <div className="absolute inset-y-0 left-0 rounded bg-accent-soft" style={{ width: at(seconds) }} />
        {markers.map(({ kind, seconds: time, label }) => (
          <button
            aria-label={`${t(`marker_${kind}`)} ${toClock(time)}${label ? `: ${label}` : ""}`}
            className="absolute inset-y-0 w-3 -translate-x-1/2 hover:bg-hover"
            key={`${kind} ${time} ${label}`}
            onClick={() => onPlay(time)}
            style={{ left: at(time) }}
            title={`${t(`marker_${kind}`)} ${toClock(time)}${label ? ` ${label}` : ""}`}
            type="button"
          >
            <span className={cn("absolute left-1/2 -translate-x-1/2", looks[kind])} />
          </button>
        ))}
      </section>
      {kinds.length > 0 && (
        <p className="mt-1 flex flex-wrap gap-x-4 text-ink-faint text-xs">
          {kinds.map((kind) => (
            <span className="inline-flex items-center gap-1.5" key={kind}>
              <span aria-hidden="true" className={cn("relative inline-block", looks[kind], "top-0 h-3")} />
              {t(`marker_${kind}`)}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
