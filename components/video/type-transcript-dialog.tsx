"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Textarea } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";

type TypeTranscriptDialogProps = {
  error: Error | null;
  isBusy: boolean;
  onSave: (text: string) => void;
  onClose: () => void;
};

/** What was said, typed or pasted. */
export default function TypeTranscriptDialog({ error, isBusy, onSave, onClose }: TypeTranscriptDialogProps) {
  const t = useTranslations("videos");
  const common = useTranslations("common");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSave(String(new FormData(event.currentTarget).get("text") ?? ""));
  };
  return (
    <Dialog closeLabel={common("close")} isOpen onClose={onClose} title={t("type_transcript")}>
      <form className="flex flex-col gap-4 p-4" onSubmit={submit}>
        <Field hint={t("type_hint")} label={t("transcript")}>
          {(props) => <Textarea {...props} name="text" placeholder={t("type_example")} required rows={14} />}
        </Field>
        {error && <Problem>{error.message}</Problem>}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button disabled={isBusy} type="submit" variant="primary">
            {common("save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
