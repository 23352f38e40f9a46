"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { EyeOff } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { openCandidate } from "@/lib/resume/page-queries";
import type { ResumeDetail } from "@/lib/resume/schema";

const ConfirmDialog = dynamic(() => import("@/components/ui/confirm-dialog"), { ssr: false });

type BlindNoticeProps = { resumeId: string; blind: NonNullable<ResumeDetail["blind"]> };

/** Why there are blocks instead of a name, and how who may opens the candidate. */
export default function BlindNotice({ resumeId, blind }: BlindNoticeProps) {
  const t = useTranslations("blind");
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<"me" | "team" | null>(null);
  const open = useMutation({
    mutationFn: () => openCandidate(resumeId, asked === "team"),
    onSuccess: async () => {
      setAsked(null);
      await queryClient.invalidateQueries();
    },
  });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b bg-surface px-5 py-3 text-sm print:hidden">
      <EyeOff aria-hidden="true" className="size-4 shrink-0 text-ink-soft" />
      <p className="min-w-60 flex-1 text-ink-soft">
        {t(blind.hidesSchools ? "hidden_with_schools" : "hidden")} {t("no_original")}
        {!blind.canOpen && ` ${t("ask")}`}
      </p>
      {blind.canOpen && (
        <>
          <Button onClick={() => setAsked("me")}>{t("open")}</Button>
          <Button onClick={() => setAsked("team")}>{t("open_for_team")}</Button>
        </>
      )}
      {asked && (
        <ConfirmDialog
          confirmLabel={t(asked === "me" ? "open" : "open_for_team")}
          error={open.error}
          isBusy={open.isPending}
          onClose={() => setAsked(null)}
          onConfirm={() => open.mutate()}
          text={t(asked === "me" ? "confirm" : "confirm_for_team")}
          title={t("confirm_title")}
        />
      )}
    </div>
  );
}
