"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/field";
import { useSettled } from "@/components/ui/use-settled";
import { toClock } from "@/lib/interview/to-clock";
import type { Transcript } from "@/lib/video/schema";

type TranscriptLinesProps = { transcript: Transcript; seconds: number; onPlay: (seconds: number) => void };

/** What was said, line by line, with a search in it; the line that is being said is marked. */
export function TranscriptLines({ transcript, seconds, onPlay }: TranscriptLinesProps) {
  const t = useTranslations("videos");
  const [sought, setSought] = useState("");
  const text = useSettled(sought.trim().toLowerCase());
  const lines = useMemo(
    () => transcript.lines.filter((line) => text === "" || `${line.speaker} ${line.text}`.toLowerCase().includes(text)),
    [transcript, text],
  );
  return (
    <>
      <Input
        aria-label={t("search_transcript")}
        onChange={(event) => setSought(event.target.value)}
        placeholder={t("search_transcript")}
        type="search"
        value={sought}
      />
      <ol aria-label={t("transcript")} className="max-h-[65vh] overflow-y-auto text-sm" tabIndex={-1}>
        {lines.map((line) => (
          <li key={`${line.startSeconds} ${line.text.slice(0, 40)}`}>
            <button
              className={cn(
                "flex w-full gap-3 rounded-md px-2 py-1.5 text-left hover:bg-hover",
                transcript.hasTimes &&
                  seconds >= line.startSeconds &&
                  seconds < line.endSeconds &&
                  "bg-accent-soft text-ink",
              )}
              disabled={!transcript.hasTimes}
              onClick={() => onPlay(line.startSeconds)}
              type="button"
            >
              {transcript.hasTimes && (
                <span className="tabular shrink-0 text-ink-faint text-xs leading-5">{toClock(line.startSeconds)}</span>
              )}
              <span>
                {line.speaker && <span className="mr-1.5 font-medium">{line.speaker}</span>}
                {line.text}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {lines.length === 0 && <p className="text-ink-soft text-sm">{t("nothing_found")}</p>}
    </>
  );
}
