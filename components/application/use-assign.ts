import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useToast } from "@/components/ui/toast";
import { applicationsKey, assignResumes, undoAssignment } from "@/lib/application/queries";
import { positionsKey } from "@/lib/position/queries";
import { resumesKey } from "@/lib/resume/queries";
import { screeningKey } from "@/lib/screening/queries";

/** Puts resumes on a position, says how many were new there, and offers to take those off again. */
export function useAssign({ onDone }: { onDone: () => void }) {
  const t = useTranslations("assign");
  const common = useTranslations("common");
  const router = useRouter();
  const toast = useToast();
  const queryClient = useQueryClient();
  const refresh = () => {
    for (const queryKey of [applicationsKey, positionsKey, resumesKey, screeningKey]) {
      void queryClient.invalidateQueries({ queryKey });
    }
    router.refresh();
  };
  const undo = useMutation({
    mutationFn: undoAssignment,
    onSuccess: ({ undone, kept }) => {
      const parts = [t("undone", { count: undone }), kept > 0 && t("kept", { count: kept })];
      toast(parts.filter(Boolean).join(t("separator")));
      refresh();
    },
    onError: ({ message }) => toast(message),
  });
  return useMutation({
    mutationFn: assignResumes,
    onSuccess: ({ assigned, already, skipped, assignedIds }, { positionId }) => {
      const parts = [
        t("assigned", { count: assigned }),
        already > 0 && t("already", { count: already }),
        skipped > 0 && t("skipped", { count: skipped }),
      ];
      const onAct = () => undo.mutate({ positionId, applicationIds: assignedIds });
      toast(parts.filter(Boolean).join(t("separator")), assigned > 0 ? { label: common("undo"), onAct } : undefined);
      refresh();
      onDone();
    },
  });
}
