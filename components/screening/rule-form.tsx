"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import { acceptPhrase, positionsKey } from "@/lib/position/queries";
import type { AcceptedPhrase, Requirement } from "@/lib/position/requirement";
import { screeningKey } from "@/lib/screening/queries";

type RuleFormProps = { positionId: string; requirement: Requirement; verdict: AcceptedPhrase["verdict"] };

/** Offers to make of one person's verdict a rule for everybody from the next screening on. */
export function RuleForm({ positionId, requirement, verdict }: RuleFormProps) {
  const t = useTranslations("accepted");
  const names = useTranslations("verdicts");
  const toast = useToast();
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [phrase, setPhrase] = useState("");
  const save = useMutation({
    mutationFn: () => acceptPhrase(positionId, requirement.key, { phrase: phrase.trim(), verdict }),
    onSuccess: ({ version }) => {
      toast(t("saved", { version }));
      setOpen(false);
      setPhrase("");
    },
    onSettled: () =>
      Promise.all([screeningKey, positionsKey].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (phrase.trim().length >= 2) save.mutate();
  };
  if (!isOpen)
    return (
      <Button className="-ml-2 print:hidden" onClick={() => setOpen(true)} size="sm" variant="quiet">
        {t("make_rule")}
      </Button>
    );
  return (
    <form className="mt-1.5 flex flex-col gap-2 print:hidden" onSubmit={submit}>
      <Field label={t("rule", { requirement: requirement.text, verdict: names(verdict) })}>
        {(props) => (
          <Input
            {...props}
            autoFocus
            maxLength={100}
            onChange={(event) => setPhrase(event.target.value)}
            placeholder={t("phrase_hint")}
            value={phrase}
          />
        )}
      </Field>
      {save.error && <Problem>{save.error.message}</Problem>}
      <div className="flex gap-2">
        <Button disabled={save.isPending || phrase.trim().length < 2} size="sm" type="submit" variant="primary">
          {t("save_rule")}
        </Button>
        <Button onClick={() => setOpen(false)} size="sm" variant="quiet">
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
