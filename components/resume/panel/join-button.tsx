"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import { joinCandidates, splitCandidate } from "@/lib/resume/page-queries";
import type { OtherResume } from "@/lib/resume/page-schema";
import { resumesKey } from "@/lib/resume/queries";

/** Says that both are one person's. It can be taken back at once, and later among the versions. */
export function JoinButton({ resumeId, other }: { resumeId: string; other: OtherResume }) {
  const t = useTranslations("resume_page");
  const queryClient = useQueryClient();
  const showToast = useToast();
  const refresh = () => queryClient.invalidateQueries({ queryKey: resumesKey });
  const join = useMutation({
    mutationFn: () => joinCandidates(resumeId, other.id),
    onSuccess: async ({ splitId, keptApplications }) => {
      const undo = async () => {
        if (splitId) await splitCandidate(splitId);
        await refresh();
      };
      showToast(t("joined", { kept: keptApplications }), { label: t("undo"), onAct: () => void undo() });
      await refresh();
    },
  });
  return (
    <>
      <Button disabled={join.isPending} onClick={() => join.mutate()} size="sm">
        {t("join")}
      </Button>
      {join.error && <Problem>{join.error.message}</Problem>}
    </>
  );
}
