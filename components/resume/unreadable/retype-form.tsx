"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Textarea } from "@/components/ui/field";
import { longestTyped } from "@/lib/resume/page-kinds";
import { retypeResume } from "@/lib/resume/page-queries";

type RetypeFormProps = { resumeId: string; onRead: () => void; onClose: () => void };

/** Takes the resume's text by hand; the original stays beside it. */
export function RetypeForm({ resumeId, onRead, onClose }: RetypeFormProps) {
  const t = useTranslations("unreadable_page");
  const common = useTranslations("common");
  const [text, setText] = useState("");
  const retype = useMutation({ mutationFn: () => retypeResume(resumeId, text), onSuccess: onRead });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim()) retype.mutate();
  };
  return (
    <form className="flex flex-col gap-2" onSubmit={submit}>
      <Field error={retype.error?.message} hint={t("typed_hint")} label={t("typed")}>
        {(props) => (
          <Textarea
            {...props}
            className="min-h-60"
            maxLength={longestTyped}
            onChange={(event) => setText(event.target.value)}
            value={text}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button disabled={retype.isPending || !text.trim()} type="submit" variant="primary">
          {t("read_typed")}
        </Button>
        <Button onClick={onClose}>{common("cancel")}</Button>
      </div>
    </form>
  );
}
