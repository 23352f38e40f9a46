"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { type MouseEvent, type RefObject, useMemo, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/field";
import { useSettled } from "@/components/ui/use-settled";
import { LineEditor } from "@/components/video/line-editor";
import { toClock } from "@/lib/interview/to-clock";
import type { Transcript, TranscriptLine } from "@/lib/video/schema";
import { secondsAt } from "@/lib/video/spoken-at";

type TranscriptLinesProps = {
  transcript: Transcript;
  seconds: number;
  search: RefObject<HTMLInputElement | null>;
  onPlay: (seconds: number) => void;
  /** Null where the reader may not change it. */
  onChange: ((lines: TranscriptLine[]) => void) | null;
};

/** What was said, line by line, with a search in it; the line that is being said is marked, a word plays from it. */
export function TranscriptLines({ transcript, seconds, search, onPlay, onChange }: TranscriptLinesProps) {
  const t = useTranslations("videos");
  const [sought, setSought] = useState("");
  const [edited, setEdited] = useState<number | null>(null);
  const text = useSettled(sought.trim().toLowerCase());
  const { lines, hasTimes } = transcript;
  const shown = useMemo(
    () =>
      lines
        .map((line, index) => ({ line, index }))
        .filter(({ line }) => text === "" || `${line.speaker} ${line.text}`.toLowerCase().includes(text)),
    [lines, text],
  );

  function change(index: number, line: TranscriptLine | null) {
    setEdited(null);
    onChange?.(lines.flatMap((one, at) => (at === index ? (line ?? []) : one)));
  }

  return (
    <>
      <Input
        aria-label={t("search_transcript")}
        onChange={(event) => setSought(event.target.value)}
        placeholder={t("search_transcript")}
        ref={search}
        type="search"
        value={sought}
      />
      <ol aria-label={t("transcript")} className="max-h-[65vh] overflow-y-auto bg-canvas text-sm" tabIndex={0}>
        {shown.map(({ line, index }) => {
          const isSaid = hasTimes && seconds >= line.startSeconds && seconds < line.endSeconds;
          const time = toClock(line.startSeconds);
          if (edited === index)
            return (
              <li key={index}>
                <LineEditor line={line} onCancel={() => setEdited(null)} onSave={(changed) => change(index, changed)} />
              </li>
            );
          return (
            <li
              aria-current={isSaid ? "true" : undefined}
              className={cn(
                "group flex gap-2 rounded-md px-2 py-1.5 hover:bg-hover",
                isSaid && "bg-accent-soft text-ink",
              )}
              key={index}
            >
              {hasTimes && (
                <button
                  aria-label={t("play_from", { time })}
                  className="tabular h-6 shrink-0 rounded px-1 text-ink-soft text-xs hover:text-ink"
                  onClick={() => onPlay(line.startSeconds)}
                  type="button"
                >
                  {time}
                </button>
              )}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: pointers choose a word; keys play from the line's time */}
              <p
                className={cn("min-w-0 flex-1 break-words leading-6", hasTimes && "cursor-pointer")}
                onClick={hasTimes ? (event) => onPlay(secondsAt(line, offsetAt(event))) : undefined}
              >
                {line.speaker && <span className="mr-1.5 select-none font-medium">{line.speaker}</span>}
                <span data-words>{line.text}</span>
              </p>
              {onChange && (
                <button
                  aria-label={t("edit_line", { time: hasTimes ? time : String(index + 1) })}
                  className="grid size-6 shrink-0 place-items-center rounded text-ink-faint hover:text-ink [&_svg]:size-3.5"
                  onClick={() => setEdited(index)}
                  type="button"
                >
                  <Pencil aria-hidden="true" />
                </button>
              )}
            </li>
          );
        })}
      </ol>
      {shown.length === 0 && <p className="text-ink-soft text-sm">{t("nothing_found")}</p>}
    </>
  );
}

/** Which character of the line a pointer chose; 0 where a browser does not tell. */
function offsetAt({ clientX, clientY, target }: MouseEvent): number {
  const place = document.caretPositionFromPoint?.(clientX, clientY);
  const range = place ? null : document.caretRangeFromPoint?.(clientX, clientY);
  const node = place?.offsetNode ?? range?.startContainer;
  const isWords = node?.parentElement?.matches("[data-words]") && target instanceof Node && target.contains(node);
  return isWords ? (place?.offset ?? range?.startOffset ?? 0) : 0;
}
