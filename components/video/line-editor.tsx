"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Input, Textarea } from "@/components/ui/field";
import type { TranscriptLine } from "@/lib/video/schema";

type LineEditorProps = {
  line: TranscriptLine;
  /** Null takes the line away. */
  onSave: (line: TranscriptLine | null) => void;
  onCancel: () => void;
};

/** One line of what was said: its words and who said them. */
export function LineEditor({ line, onSave, onCancel }: LineEditorProps) {
  const t = useTranslations("videos");
  const common = useTranslations("common");

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = String(data.get("text") ?? "").trim();
    const speaker = String(data.get("speaker") ?? "").trim();
    const { words, confidence, ...rest } = line;
    // What a person wrote has neither the recogniser's times nor its doubts.
    const heard = text === line.text ? { words, confidence } : {};
    onSave(text === "" ? null : { ...rest, ...heard, text, speaker });
  }

  return (
    <form
      className="flex flex-col gap-2 rounded-md border border-line p-2"
      onKeyDown={(event) => event.key === "Escape" && onCancel()}
      onSubmit={submit}
    >
      <Input aria-label={t("speaker")} defaultValue={line.speaker} maxLength={100} name="speaker" />
      <Textarea
        aria-label={t("line_text")}
        autoFocus
        defaultValue={line.text}
        maxLength={5000}
        name="text"
        rows={Math.min(8, 2 + Math.floor(line.text.length / 60))}
      />
      <div className="flex flex-wrap gap-2">
        <Button size="sm" type="submit" variant="primary">
          {common("save")}
        </Button>
        <Button onClick={onCancel} size="sm">
          {common("cancel")}
        </Button>
        <Button className="ml-auto" onClick={() => onSave(null)} size="sm" variant="danger">
          {t("remove_line")}
        </Button>
      </div>
    </form>
  );
}
