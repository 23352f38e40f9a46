"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useSaveSettings } from "@/components/settings/use-save-settings";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import type { OrganisationSettings } from "@/lib/organisation/schema";

type RetentionPanelProps = {
  settings: Pick<OrganisationSettings, "rejectedRetentionDays" | "unassignedRetentionDays" | "appliesRetention">;
};

export function RetentionPanel({ settings }: RetentionPanelProps) {
  const t = useTranslations("privacy");
  const save = useSaveSettings(t("rules_saved"));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const days = (name: string) => Number(form.get(name)) || null;
    save.mutate({
      rejectedRetentionDays: days("rejected"),
      unassignedRetentionDays: days("unassigned"),
      appliesRetention: form.get("applies") !== null,
    });
  };
  return (
    <section aria-labelledby="retention">
      <h2 className="font-semibold text-lg" id="retention">
        {t("rules")}
      </h2>
      <p className="mb-3 max-w-160 text-ink-soft text-sm">{t("rules_text")}</p>
      {save.error && <Problem>{save.error.message}</Problem>}
      <form className="flex max-w-160 flex-col gap-4" onSubmit={submit}>
        <Field hint={t("forever")} label={t("rejected_days")}>
          {(props) => (
            <Input
              {...props}
              className="w-28"
              defaultValue={settings.rejectedRetentionDays ?? ""}
              max={3650}
              min={1}
              name="rejected"
              type="number"
            />
          )}
        </Field>
        <Field hint={t("forever")} label={t("unassigned_days")}>
          {(props) => (
            <Input
              {...props}
              className="w-28"
              defaultValue={settings.unassignedRetentionDays ?? ""}
              max={3650}
              min={1}
              name="unassigned"
              type="number"
            />
          )}
        </Field>
        <label className="flex items-start gap-2 text-sm">
          <input className="mt-1" defaultChecked={settings.appliesRetention} name="applies" type="checkbox" />
          <span>
            {t("applies")}
            <span className="block text-ink-faint">{t("applies_text")}</span>
          </span>
        </label>
        <div>
          <Button disabled={save.isPending} type="submit" variant="primary">
            {t("save_rules")}
          </Button>
        </div>
      </form>
    </section>
  );
}
