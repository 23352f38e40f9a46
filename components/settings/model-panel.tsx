"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { ModelConnectionFields } from "@/components/settings/model-connection-fields";
import { ModelConnectionTest } from "@/components/settings/model-connection-test";
import { ModelCostFields } from "@/components/settings/model-cost-fields";
import { readModelForm } from "@/components/settings/model-form";
import { ModelUsage } from "@/components/settings/model-usage";
import { Button } from "@/components/ui/button";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import { modelTasks } from "@/lib/ai/kinds";
import type { ModelSettingsView, SaveModelSettingsInput } from "@/lib/ai/schema";
import { callApi, noContent } from "@/lib/api/call-api";

/** Which model serves what, where it is, what it may cost and what it came to. */
export function ModelPanel({ settings }: { settings: ModelSettingsView }) {
  const t = useTranslations("model");
  const router = useRouter();
  const toast = useToast();
  const save = useMutation({
    mutationFn: (json: SaveModelSettingsInput) => callApi("/api/v1/model-settings", noContent, { method: "PUT", json }),
    onSuccess: () => {
      toast(t("saved"));
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate(readModelForm(event.currentTarget, settings));
  };
  const { active } = settings;

  return (
    <section aria-labelledby="model">
      <h2 className="font-semibold text-lg" id="model">
        {t("title")}
      </h2>
      <p className="mb-3 max-w-160 text-ink-soft text-sm">{t("text")}</p>
      <dl className="mb-4 grid grid-cols-[220px_1fr] gap-y-1.5 text-sm max-sm:grid-cols-2">
        {modelTasks.map((task) => (
          <div className="contents" key={task}>
            <dt className="text-ink-faint">{t(`task_${task}`)}</dt>
            <dd className="break-all">{active[task] ?? t("built_in")}</dd>
          </div>
        ))}
      </dl>
      <form className="flex max-w-160 flex-col gap-4" onSubmit={submit}>
        {save.error && <Problem>{save.error.message}</Problem>}
        <ModelConnectionFields key={String(settings.hasApiKey)} settings={settings} />
        <ModelCostFields settings={settings} />
        <div className="flex">
          <Button disabled={save.isPending} type="submit" variant="primary">
            {t("save")}
          </Button>
        </div>
      </form>
      <ModelConnectionTest isConfigured={modelTasks.some((task) => active[task])} />
      <ModelUsage month={settings.month} usage={settings.usage} />
    </section>
  );
}
