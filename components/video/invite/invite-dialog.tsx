"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { CandidateFields, type ChosenCandidate } from "@/components/application/candidate-fields";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input, Textarea } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { useReaderLocale } from "@/components/ui/use-reader-locale";
import { createInvite, videosKey } from "@/lib/video/queries";

/** Questions that a candidate answers before a camera, by a link that is told once. */
export default function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("videos");
  const common = useTranslations("common");
  const language = useReaderLocale();
  const queryClient = useQueryClient();
  const [candidate, setCandidate] = useState<ChosenCandidate | null>(null);
  const [isCopied, setCopied] = useState(false);
  const create = useMutation({
    mutationFn: createInvite,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: videosKey }),
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    if (!candidate) return;
    const seconds = Number(data.get("seconds"));
    const lines = String(data.get("questions") ?? "").split("\n");
    const questions = lines.map((line) => line.trim()).filter(Boolean);
    const { resumeId, positionApplied } = candidate;
    create.mutate({
      ...{ resumeId, positionApplied, language, days: Number(data.get("days")) },
      questions: questions.map((text) => ({ text, seconds })),
    });
  }

  const link = create.data && `${location.origin}${create.data.path}`;
  return (
    <Dialog closeLabel={common("close")} isOpen onClose={onClose} title={t("invite")}>
      {link ? (
        <div className="flex flex-col gap-4 p-4">
          <Field hint={t("invite_once")} label={t("invite_link")}>
            {(props) => <Input {...props} onFocus={(event) => event.target.select()} readOnly value={link} />}
          </Field>
          <div className="flex flex-wrap justify-end gap-2">
            <Button asChild>
              <a href={link} rel="noreferrer" target="_blank">
                {t("invite_open")}
              </a>
            </Button>
            <Button
              onClick={() => void navigator.clipboard?.writeText(link).then(() => setCopied(true))}
              variant="primary"
            >
              {t(isCopied ? "invite_copied" : "invite_copy")}
            </Button>
          </div>
        </div>
      ) : (
        <form className="flex flex-col gap-4 p-4" onSubmit={submit}>
          <p className="text-ink-soft text-sm">{t("invite_text")}</p>
          <CandidateFields onChoose={setCandidate} />
          <Field label={t("invite_questions")}>
            {(props) => <Textarea {...props} maxLength={6000} name="questions" required rows={4} />}
          </Field>
          <div className="grid grid-cols-2 gap-3">
            <Field label={t("invite_seconds")}>
              {(props) => <Input {...props} defaultValue={120} max={600} min={15} name="seconds" type="number" />}
            </Field>
            <Field label={t("invite_days")}>
              {(props) => <Input {...props} defaultValue={7} max={60} min={1} name="days" type="number" />}
            </Field>
          </div>
          {create.error && <Problem>{create.error.message}</Problem>}
          <div className="flex justify-end gap-2">
            <Button onClick={onClose}>{common("cancel")}</Button>
            <Button disabled={create.isPending} type="submit" variant="primary">
              {t("invite_create")}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
