"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useRef, useState } from "react";
import { Textarea } from "@/components/ui/field";

type NotesPadProps = { notes: string; onChange: (text: string) => void; pad: RefObject<HTMLTextAreaElement | null> };

const savedEveryMs = 500;

/** The interviewer's own notes, which nobody else sees before the scorecard is submitted. */
export function NotesPad({ notes, onChange, pad }: NotesPadProps) {
  const t = useTranslations("interview");
  const [text, setText] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  return (
    <section className="flex min-h-0 flex-1 flex-col gap-1">
      <label className="font-medium text-ink-soft text-sm" htmlFor="interview-notes">
        {t("notes")} <kbd className="text-ink-faint text-xs max-[899px]:hidden">n</kbd>
      </label>
      <Textarea
        className="min-h-32 flex-1 resize-none"
        id="interview-notes"
        maxLength={50_000}
        onBlur={() => {
          clearTimeout(timer.current);
          if (text !== null && text !== notes) onChange(text);
          setText(null);
        }}
        onChange={(event) => {
          const { value } = event.target;
          setText(value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => onChange(value), savedEveryMs);
        }}
        onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
        placeholder={t("notes_placeholder")}
        ref={pad}
        value={text ?? notes}
      />
    </section>
  );
}
