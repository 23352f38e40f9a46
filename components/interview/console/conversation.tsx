"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SoundButton } from "@/components/interview/after/sound-button";
import { cn } from "@/components/ui/cn";
import { Textarea } from "@/components/ui/field";
import type { Segment, Turn } from "@/lib/interview/schema";

type ConversationProps = {
  turn: Turn;
  onEdit?: (segment: Segment) => void;
  /** Where its sound is played from; null where none was kept. */
  soundOf?: (segmentId: string) => string | null;
};

const nextSpeaker = { candidate: "interviewer", interviewer: "candidate", room: "candidate" } as const;

/** What was said to one question; mis-heard words are corrected in place. */
export function Conversation({ turn, onEdit, soundOf = () => null }: ConversationProps) {
  const t = useTranslations("interview");
  const [edited, setEdited] = useState<string | null>(null);
  return (
    <ol className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-2">
      {turn.segments.map((segment) => {
        const sound = soundOf(segment.id);
        return (
          <li className="contents" key={segment.id}>
            <button
              className="h-6 min-w-14 text-left text-ink-faint text-xs hover:text-ink disabled:hover:text-ink-faint"
              disabled={!onEdit}
              onClick={() => onEdit?.({ ...segment, speaker: nextSpeaker[segment.speaker] })}
              title={onEdit ? t("change_speaker") : undefined}
              type="button"
            >
              {t(`speaker_${segment.speaker}`)}
            </button>
            {edited === segment.id ? (
              <SegmentEditor
                onDone={(text) => {
                  setEdited(null);
                  if (text !== null && text !== segment.text) onEdit?.({ ...segment, text });
                }}
                text={segment.text}
              />
            ) : (
              <p
                className={cn(
                  "min-w-0 whitespace-pre-wrap leading-relaxed",
                  segment.speaker === "interviewer" && "text-ink-soft",
                )}
              >
                {segment.text}
                {sound && <SoundButton src={sound} />}
                {(segment.source === "model" || segment.source === "built_in") && (
                  <span className="ml-2 text-ink-faint text-xs">{t(`played_by_${segment.source}`)}</span>
                )}
                {onEdit && (
                  <button
                    className="ml-2 text-accent text-xs hover:underline"
                    onClick={() => setEdited(segment.id)}
                    type="button"
                  >
                    {t("edit")}
                  </button>
                )}
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function SegmentEditor({ text, onDone }: { text: string; onDone: (text: string | null) => void }) {
  const t = useTranslations("interview");
  const [value, setValue] = useState(text);
  return (
    <Textarea
      aria-label={t("edit_words")}
      autoFocus
      className="min-h-20 flex-1"
      onBlur={() => onDone(value.trim())}
      onChange={(event) => setValue(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          onDone(null);
        }
        if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) onDone(value.trim());
      }}
      value={value}
    />
  );
}
