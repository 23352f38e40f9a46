"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useSaveSettings } from "@/components/settings/use-save-settings";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";

/** What letters call the organisation. */
export function CompanyName({ name, longest }: { name: string; longest: number }) {
  const t = useTranslations("messages");
  const save = useSaveSettings(t("saved"));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate({ name: String(new FormData(event.currentTarget).get("name")) });
  };
  return (
    <form className="flex max-w-100 flex-col gap-2" onSubmit={submit}>
      <Field hint={t("company_hint")} label={t("company")}>
        {(props) => (
          <Input {...props} autoComplete="organization" defaultValue={name} maxLength={longest} name="name" />
        )}
      </Field>
      {save.error && <Problem>{save.error.message}</Problem>}
      <Button className="self-start" disabled={save.isPending} type="submit">
        {t("save")}
      </Button>
    </form>
  );
}
