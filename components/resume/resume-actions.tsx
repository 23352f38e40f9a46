"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Download, RotateCw } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { deleteResumes, resumeQuery, resumesKey, retryResumes } from "@/lib/resume/queries";
import type { ResumeDetail } from "@/lib/resume/schema";

const ScreenDialog = dynamic(() => import("@/components/screening/screen-dialog"), { ssr: false });
const AssignDialog = dynamic(() => import("@/components/application/assign-to-position-dialog"), { ssr: false });
const ConfirmDialog = dynamic(() => import("@/components/ui/confirm-dialog"), { ssr: false });

export type ResumeDialog = "screen" | "assign" | "delete";

type ResumeActionsProps = {
  resume: ResumeDetail;
  canAssign: boolean;
  canDelete: boolean;
  canScreen: boolean;
  canWrite: boolean;
  dialog: ResumeDialog | null;
  onDialog: (dialog: ResumeDialog | null) => void;
};

/** What can be done with a resume, at the head of its page. */
export function ResumeActions(props: ResumeActionsProps) {
  const { resume, canAssign, canDelete, canScreen, canWrite, dialog, onDialog } = props;
  const t = useTranslations("resume");
  const common = useTranslations("common");
  const router = useRouter();
  const queryClient = useQueryClient();
  const isRead = resume.state === "COMPLETED";
  const close = () => onDialog(null);
  const remove = useMutation({
    mutationFn: () => deleteResumes([resume.id]),
    onSuccess: () => {
      // Only the lists: this page would ask for a resume that is gone.
      void queryClient.invalidateQueries({ queryKey: [...resumesKey, "list"] });
      router.push("/resumes");
    },
  });
  const readAgain = useMutation({
    mutationFn: () => retryResumes([resume.id]),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: resumeQuery(resume.id).queryKey }),
  });
  return (
    <>
      {canScreen && isRead && (
        <Button onClick={() => onDialog("screen")} variant="primary">
          {t("screen")}
        </Button>
      )}
      {canAssign && isRead && <Button onClick={() => onDialog("assign")}>{t("assign")}</Button>}
      {!resume.blind && (
        <Button asChild>
          <a download href={`/api/v1/resumes/${resume.id}/file`}>
            <Download aria-hidden="true" />
            {t("download")}
          </a>
        </Button>
      )}
      {canWrite && isRead && (
        <Button
          aria-label={t("read_again")}
          disabled={readAgain.isPending || resume.rereading?.failure === null}
          onClick={() => readAgain.mutate()}
          size="icon"
          title={t("read_again")}
        >
          <RotateCw aria-hidden="true" />
        </Button>
      )}
      {canDelete && (
        <Button onClick={() => onDialog("delete")} variant="danger">
          {common("delete")}
        </Button>
      )}
      {dialog === "screen" && <ScreenDialog onClose={close} resumeIds={[resume.id]} />}
      {dialog === "assign" && <AssignDialog onClose={close} onDone={close} resumeIds={[resume.id]} />}
      {dialog === "delete" && (
        <ConfirmDialog
          confirmLabel={t("delete_confirm")}
          error={remove.error}
          isBusy={remove.isPending || remove.isSuccess}
          onClose={close}
          onConfirm={() => remove.mutate()}
          text={t("delete_text")}
          title={t("delete_title")}
        />
      )}
    </>
  );
}
