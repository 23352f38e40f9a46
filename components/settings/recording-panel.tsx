"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import { callApi, noContent } from "@/lib/api/call-api";
import type { OrganisationSettings, SaveOrganisationSettingsInput } from "@/lib/organisation/schema";

/** What is kept of voices and pictures of candidates. */
export function RecordingPanel({ settings }: { settings: OrganisationSettings }) {
  const t = useTranslations("recording_settings");
  const router = useRouter();
  const toast = useToast();
  const save = useMutation({
    mutationFn: (json: SaveOrganisationSettingsInput) =>
      callApi("/api/v1/organisation-settings", noContent, { method: "PATCH", json }),
    onSuccess: () => {
      toast(t("saved"));
      router.refresh();
    },
  });
  return (
    <section aria-labelledby="recording">
      <h2 className="font-semibold text-lg" id="recording">
        {t("title")}
      </h2>
      <p className="mb-3 max-w-160 text-ink-soft text-sm">{t("text")}</p>
      {save.error && <Problem>{save.error.message}</Problem>}
      <label className="flex max-w-160 items-start gap-2 text-sm">
        <input
          checked={save.isPending ? save.variables.keepsInterviewAudio : settings.keepsInterviewAudio}
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
    </section>
  );
}
