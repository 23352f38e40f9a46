"use client";

import { useTranslations } from "next-intl";
import { useSaveSettings } from "@/components/settings/use-save-settings";
import { Button } from "@/components/ui/button";
import { Field, Input } from "@/components/ui/field";
import { Problem } from "@/components/ui/notices";
import type { OrganisationSettings } from "@/lib/organisation/schema";

/** What is kept of voices and pictures of candidates. */
export function RecordingPanel({ settings }: { settings: OrganisationSettings }) {
  const t = useTranslations("recording_settings");
  const save = useSaveSettings(t("saved"));
  return (
    <section aria-labelledby="recording">
      <h2 className="font-semibold text-lg" id="recording">
        {t("title")}
      </h2>
      <p className="mb-3 max-w-160 text-ink-soft text-sm">{t("text")}</p>
      {save.error && <Problem>{save.error.message}</Problem>}
      <label className="flex max-w-160 items-start gap-2 text-sm">
        <input
          checked={
            save.isPending
              ? (save.variables.keepsInterviewAudio ?? settings.keepsInterviewAudio)
              : settings.keepsInterviewAudio
          }
          className="mt-1"
          disabled={save.isPending}
          onChange={(event) => save.mutate({ keepsInterviewAudio: event.target.checked })}
          type="checkbox"
        />
        <span>
          {t("keeps_interview_audio")}
          <span className="block text-ink-faint">{t("keeps_interview_audio_text")}</span>
        </span>
      </label>
      <label className="mt-4 flex max-w-160 items-start gap-2 text-sm">
        <input
          checked={save.isPending ? (save.variables.showsTraits ?? settings.showsTraits) : settings.showsTraits}
          className="mt-1"
          disabled={save.isPending}
          onChange={(event) => save.mutate({ showsTraits: event.target.checked })}
          type="checkbox"
        />
        <span>
          {t("shows_traits")}
          <span className="block text-ink-faint">{t("shows_traits_text")}</span>
        </span>
      </label>
      <form
        className="mt-4 flex max-w-160 items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          const days = Number(new FormData(event.currentTarget).get("days"));
          save.mutate({ videoRetentionDays: days > 0 ? days : null });
        }}
      >
        <Field hint={t("retention_text")} label={t("retention")}>
          {(props) => (
            <Input
              {...props}
              className="w-28"
              defaultValue={settings.videoRetentionDays ?? ""}
              max={3650}
              min={1}
              name="days"
              type="number"
            />
          )}
        </Field>
        <Button disabled={save.isPending} type="submit">
          {t("retention_save")}
        </Button>
      </form>
    </section>
  );
}
