"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ProfileComparison } from "@/components/resume/panel/profile-comparison";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import { joinCandidates, splitCandidate } from "@/lib/resume/page-queries";
import { resumesKey } from "@/lib/resume/queries";

type JoinDialogProps = { resumeId: string; otherId: string; onClose: () => void };

/** Both resumes side by side, before somebody says that they are one person's. */
export default function JoinDialog({ resumeId, otherId, onClose }: JoinDialogProps) {
  const t = useTranslations("resume_page");
  const common = useTranslations("common");
  const queryClient = useQueryClient();
  const showToast = useToast();
  const refresh = () => queryClient.invalidateQueries({ queryKey: resumesKey });
  const join = useMutation({
    mutationFn: () => joinCandidates(resumeId, otherId),
    onSuccess: async ({ splitId, keptApplications }) => {
      const undo = async () => {
        if (splitId) await splitCandidate(splitId);
        await refresh();
      };
      showToast(t("joined", { kept: keptApplications }), { label: t("undo"), onAct: () => void undo() });
      onClose();
      await refresh();
    },
  });
  return (
    <Dialog
      className="wide-dialog"
      closeLabel={common("close")}
      description={t("join_text")}
      isOpen
      onClose={onClose}
      title={t("join_title")}
    >
      <ProfileComparison otherId={otherId} resumeId={resumeId} />
      <div className="sticky bottom-0 flex flex-wrap items-center justify-end gap-2 border-line border-t bg-surface px-4 py-3">
        {join.error && <Problem>{join.error.message}</Problem>}
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button disabled={join.isPending} onClick={() => join.mutate()} variant="primary">
          {t("join")}
        </Button>
      </div>
    </Dialog>
  );
}
