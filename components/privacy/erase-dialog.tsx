"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import { erasePerson } from "@/lib/privacy/queries";
import type { PersonCounts } from "@/lib/privacy/schema";
import { resumesKey } from "@/lib/resume/queries";

type EraseDialogProps = { candidateId: string; number: number; counts: PersonCounts; onClose: () => void };

/** Asks for the candidate's number: nothing of this can be undone. */
export default function EraseDialog({ candidateId, number, counts, onClose }: EraseDialogProps) {
  const t = useTranslations("privacy");
  const common = useTranslations("common");
  const router = useRouter();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState("");
  const erase = useMutation({
    mutationFn: () => erasePerson(candidateId, typed),
    onSuccess: () => {
      toast(t("erased"));
      queryClient.removeQueries({ queryKey: resumesKey });
      router.push("/resumes");
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    erase.mutate();
  };
  return (
    <Dialog closeLabel={common("close")} isOpen onClose={onClose} title={t("erase_title")}>
      <form className="flex flex-col gap-4 p-4" onSubmit={submit}>
        <p className="text-ink-soft">{t("erase_text", counts)}</p>
        <p className="text-ink-soft">{t("erase_stays")}</p>
        {erase.error && <Problem>{erase.error.message}</Problem>}
        <Field label={t("erase_type", { number: String(number) })}>
          {(props) => (
            <Input
              {...props}
              autoComplete="off"
              inputMode="numeric"
              onChange={(event) => setTyped(event.target.value)}
              value={typed}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button disabled={erase.isPending || typed.trim() !== String(number)} type="submit" variant="danger">
            {t("erase_now")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
