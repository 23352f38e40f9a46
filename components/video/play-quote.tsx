"use client";

import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { toClock } from "@/lib/interview/to-clock";
import type { VideoQuote } from "@/lib/video/analysis-schema";

type PlayQuoteProps = { quote: VideoQuote; onPlay: (seconds: number) => void };

/** Words of the recording; with a time they play from where they are said. */
export function PlayQuote({ quote: { text, seconds }, onPlay }: PlayQuoteProps) {
  const t = useTranslations("videos");
  return (
    <blockquote className="flex gap-2 border-line-strong border-l-2 pl-2 text-ink-soft text-sm">
      {seconds !== null && (
        <button
          aria-label={t("play_from", { time: toClock(seconds) })}
          className="tabular inline-flex h-6 shrink-0 items-center gap-1 rounded px-1 text-accent text-xs hover:bg-hover [&_svg]:size-3"
          onClick={() => onPlay(seconds)}
          type="button"
        >
          <Play aria-hidden="true" />
          {toClock(seconds)}
        </button>
      )}
      <span className="min-w-0 break-words">{text}</span>
    </blockquote>
  );
}
