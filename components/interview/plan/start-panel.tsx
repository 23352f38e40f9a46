"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Problem } from "@/components/ui/notices";
import type { InterviewDetail } from "@/lib/interview/page-schema";
import { interviewsKey, startInterview } from "@/lib/interview/queries";

const ways = ["spoken", "written", "none"] as const;

/** Begins the interview, after asking how the candidate agreed to being transcribed. */
export function StartPanel({ interview }: { interview: InterviewDetail }) {
  const t = useTranslations("interview");
  const common = useTranslations("common");
  const router = useRouter();
  const queryClient = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [way, setWay] = useState<(typeof ways)[number]>("none");
  const [keepsAudio, setKeepsAudio] = useState(false);
  const canKeepAudio = interview.canKeepAudio && interview.hasTranscription;
  const start = useMutation({
    mutationFn: () => startInterview(interview.id, { consent: interview.isPractice ? "none" : way, keepsAudio }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: interviewsKey });
      router.push(`/interviews/${interview.id}/live`);
    },
  });
  return (
    <>
      <Button
        disabled={start.isPending}
        onClick={() => (interview.isPractice ? start.mutate() : setOpen(true))}
        variant="primary"
      >
        {t(interview.isPractice ? "start_practice" : "start")}
      </Button>
      {isOpen && (
        <Dialog closeLabel={common("close")} isOpen onClose={() => setOpen(false)} title={t("consent_title")}>
          <div className="flex flex-col gap-4 p-4">
            <p className="text-ink-soft text-sm">{t("consent_text")}</p>
            <blockquote className="rounded-md bg-sunken px-3 py-2 text-sm">
              {t(`consent_words_${interview.language}`, { keeps: canKeepAudio ? "yes" : "no" })}
            </blockquote>
            <fieldset className="flex flex-col gap-2">
              <legend className="mb-1 font-medium text-ink-soft text-sm">{t("consent_legend")}</legend>
              {ways.map((option) => (
                <label className="flex items-center gap-2 text-sm" key={option}>
                  <input
                    checked={way === option}
                    name="consent"
                    onChange={() => setWay(option)}
                    type="radio"
                    value={option}
                  />
                  {t(`consent_${option}`)}
                </label>
              ))}
            </fieldset>
            {canKeepAudio && way !== "none" && (
              <label className="flex items-start gap-2 text-sm">
                <input
                  checked={keepsAudio}
                  className="mt-1"
                  onChange={(event) => setKeepsAudio(event.target.checked)}
                  type="checkbox"
                />
                <span>
                  {t("consent_audio")}
                  <span className="block text-ink-faint">{t(`consent_audio_words_${interview.language}`)}</span>
                </span>
              </label>
            )}
            {start.error && <Problem>{start.error.message}</Problem>}
            <div className="flex justify-end gap-2">
              <Button onClick={() => setOpen(false)}>{common("cancel")}</Button>
              <Button disabled={start.isPending} onClick={() => start.mutate()} variant="primary">
                {t("start_now")}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
