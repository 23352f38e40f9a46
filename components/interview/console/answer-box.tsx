"use client";

import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { LiveStore } from "@/components/interview/live-store";
import { Textarea } from "@/components/ui/field";

type AnswerBoxProps = {
  turnId: string;
  store: LiveStore;
  box: RefObject<HTMLTextAreaElement | null>;
};

const savedEveryMs = 500;

/** Where an answer is typed along. It is saved as it is typed; Enter begins the next piece of it. */
export function AnswerBox({ turnId, store, box }: AnswerBoxProps) {
  const t = useTranslations("interview");
  const [text, setText] = useState("");
  const piece = useRef<{ id: string; turnId: string; startSeconds: number } | null>(null);
  const unsaved = useRef<(() => void) | null>(null);

  function save(value: string) {
    if (value.trim() === "" && !piece.current) return;
    piece.current ??= { id: crypto.randomUUID(), turnId, startSeconds: store.seconds() };
    const { current } = piece;
    const hasTimer = unsaved.current !== null;
    unsaved.current = () =>
      store.say({ ...current, speaker: "candidate", text: value.trim(), endSeconds: store.seconds(), source: "typed" });
    if (!hasTimer) setTimeout(flush, savedEveryMs);
  }

  function flush() {
    unsaved.current?.();
    unsaved.current = null;
  }

  function end() {
    flush();
    piece.current = null;
    setText("");
  }

  // The next question takes this box away with what was typed last.
  const leave = useRef(flush);
  leave.current = flush;
  useEffect(() => () => leave.current(), []);

  return (
    <Textarea
      aria-label={t("answer_box")}
      className="min-h-16"
      maxLength={20_000}
      onBlur={end}
      onChange={(event) => {
        setText(event.target.value);
        save(event.target.value);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") event.currentTarget.blur();
        if (
          event.key === "Enter" &&
          !event.shiftKey &&
          !event.metaKey &&
          !event.ctrlKey &&
          !event.nativeEvent.isComposing
        ) {
          event.preventDefault();
          end();
        }
      }}
      placeholder={t("answer_placeholder")}
      ref={box}
      value={text}
    />
  );
}
