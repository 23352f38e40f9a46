"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { QuestionConcerns } from "@/components/interview/console/question-concerns";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/field";

type OwnQuestionProps = { onAsk: (text: string) => void; onClose: () => void };

/** A question in the interviewer's own words. */
export function OwnQuestion({ onAsk, onClose }: OwnQuestionProps) {
  const t = useTranslations("interview");
  const common = useTranslations("common");
  const [text, setText] = useState("");
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim()) onAsk(text.trim());
  };
  return (
    <form className="flex flex-col gap-2 border-line border-t bg-sunken px-5 py-3 max-sm:px-4" onSubmit={submit}>
      <Textarea
        aria-label={t("own_question")}
        autoFocus
        className="h-20 text-lg"
        maxLength={1000}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onClose();
          if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            submit();
          }
        }}
        placeholder={t("own_placeholder")}
        value={text}
      />
      <QuestionConcerns onUse={setText} text={text} />
      <div className="flex gap-2">
        <Button disabled={!text.trim()} type="submit" variant="primary">
          {t("ask")}
        </Button>
        <Button onClick={onClose}>{common("cancel")}</Button>
      </div>
    </form>
  );
}
