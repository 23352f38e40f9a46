"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PasswordForm } from "@/components/resume/unreadable/password-form";
import { RetypeForm } from "@/components/resume/unreadable/retype-form";
import { Button } from "@/components/ui/button";
import { Problem } from "@/components/ui/notices";
import { resumesKey, retryResumes } from "@/lib/resume/queries";
import type { ResumeDetail } from "@/lib/resume/schema";

type UnreadablePanelProps = { resume: ResumeDetail; canWrite: boolean; canDelete: boolean; onDelete: () => void };

/** Why a file could not be read, and every way out of it. */
export default function UnreadablePanel({ resume, canWrite, canDelete, onDelete }: UnreadablePanelProps) {
  const t = useTranslations("unreadable_page");
  const reasons = useTranslations("unreadable");
  const queryClient = useQueryClient();
  const [isTyping, setTyping] = useState(false);
  const reason = resume.failureReason ?? "internal";
  const refresh = () => queryClient.invalidateQueries({ queryKey: resumesKey });
  const retry = useMutation({ mutationFn: () => retryResumes([resume.id]), onSuccess: refresh });
  const isLockedPdf = reason === "encrypted" && resume.fileKind === "pdf";
  const note = reason === "no_text_layer" ? t("needs_ocr") : reason === "unreadable_scan" ? t("scan") : t("kept");

  return (
    <section aria-label={t("title")} className="flex flex-col gap-3 border-line border-b p-5 text-sm">
      <Problem>{reasons(reason)}</Problem>
      <p className="text-ink-soft">{note}</p>
      {canWrite && isLockedPdf && <PasswordForm onRead={refresh} resumeId={resume.id} />}
      {canWrite && isTyping && <RetypeForm onClose={() => setTyping(false)} onRead={refresh} resumeId={resume.id} />}
      <div className="flex flex-wrap gap-2">
        {canWrite && !isTyping && <Button onClick={() => setTyping(true)}>{t("type")}</Button>}
        {canWrite && (
          <Button disabled={retry.isPending} onClick={() => retry.mutate()}>
            {t("read_again")}
          </Button>
        )}
        {!resume.blind && (
          <Button asChild>
            <a download href={`/api/v1/resumes/${resume.id}/file`}>
              <Download aria-hidden="true" />
              {t("download")}
            </a>
          </Button>
        )}
        {canDelete && (
          <Button onClick={onDelete} variant="danger">
            {t("delete")}
          </Button>
        )}
      </div>
      {retry.error && <Problem>{retry.error.message}</Problem>}
    </section>
  );
}
