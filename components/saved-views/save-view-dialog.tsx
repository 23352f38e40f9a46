"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import type { ViewPage } from "@/lib/saved-view/kinds";
import { saveView, viewsKey } from "@/lib/saved-view/queries";

type SaveViewDialogProps = { page: ViewPage; query: string; onClose: () => void };

/** Asks for the name of a view that is to be kept. */
export default function SaveViewDialog({ page, query, onClose }: SaveViewDialogProps) {
  const t = useTranslations("views");
  const common = useTranslations("common");
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: (name: string) => saveView({ page, name, query }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: viewsKey });
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate(String(new FormData(event.currentTarget).get("name")));
  };
  return (
    <Dialog closeLabel={common("close")} isOpen onClose={onClose} title={t("save")}>
      <form className="flex flex-col gap-3 p-4" onSubmit={submit}>
        {save.error && <Problem>{save.error.message}</Problem>}
        <Field hint={t("name_hint")} label={t("name")}>
          {(props) => <Input {...props} autoFocus maxLength={60} name="name" required />}
        </Field>
        <Button className="self-end" disabled={save.isPending} type="submit" variant="primary">
          {t("keep")}
        </Button>
      </form>
    </Dialog>
  );
}
