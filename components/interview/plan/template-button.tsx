"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, Input } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import { deleteTemplate, saveTemplate, templatesQuery } from "@/lib/interview/queries";

/** Keeps the plan, as it was saved last, to begin others from. */
export function TemplateButton({ interviewId }: { interviewId: string }) {
  const t = useTranslations("interview");
  const common = useTranslations("common");
  const toast = useToast();
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const save = useMutation({
    mutationFn: (name: string) => saveTemplate({ name, interviewId }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: templatesQuery().queryKey });
      toast(t("template_saved"));
      setOpen(false);
    },
  });
  const { data: templates = [] } = useQuery({ ...templatesQuery(), enabled: isOpen });
  const remove = useMutation({
    mutationFn: deleteTemplate,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: templatesQuery().queryKey }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate(String(new FormData(event.currentTarget).get("name")).trim());
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("save_template")}</Button>
      {isOpen && (
        <Dialog closeLabel={common("close")} isOpen onClose={() => setOpen(false)} title={t("save_template")}>
          <form className="flex flex-col gap-4 p-4" onSubmit={submit}>
            <Field hint={t("template_hint")} label={t("template_name")}>
              {(props) => <Input {...props} autoFocus maxLength={100} name="name" required />}
            </Field>
            {templates.length > 0 && (
              <ul aria-label={t("templates")} className="border-line border-t text-sm">
                {templates.map(({ id, name }) => (
                  <li className="flex items-center gap-2 border-line border-b py-1" key={id}>
                    <span className="min-w-0 flex-1 truncate">{name}</span>
                    <Button disabled={remove.isPending} onClick={() => remove.mutate(id)} size="sm" variant="quiet">
                      {t("delete")}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
            {remove.error && <Problem>{remove.error.message}</Problem>}
            {save.error && <Problem>{save.error.message}</Problem>}
            <div className="flex justify-end gap-2">
              <Button onClick={() => setOpen(false)}>{common("cancel")}</Button>
              <Button disabled={save.isPending} type="submit" variant="primary">
                {common("save")}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
