import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useToast } from "@/components/ui/toast";
import { applicationsKey, assignResumes } from "@/lib/application/queries";
import { positionsKey } from "@/lib/position/queries";
import { resumesKey } from "@/lib/resume/queries";
import { screeningKey } from "@/lib/screening/queries";

/** Puts resumes on a position and says how many were new there. */
export function useAssign({ onDone }: { onDone: () => void }) {
  const t = useTranslations("assign");
  const router = useRouter();
  const toast = useToast();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: assignResumes,
    onSuccess: ({ assigned, already, skipped }) => {
      const parts = [
        t("assigned", { count: assigned }),
        already > 0 && t("already", { count: already }),
        skipped > 0 && t("skipped", { count: skipped }),
      ];
      toast(parts.filter(Boolean).join(t("separator")));
      for (const queryKey of [applicationsKey, positionsKey, resumesKey, screeningKey]) {
        void queryClient.invalidateQueries({ queryKey });
      }
      router.refresh();
      onDone();
    },
  });
}
