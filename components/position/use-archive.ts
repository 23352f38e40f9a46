import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useToast } from "@/components/ui/toast";
import { archivePosition, positionsKey } from "@/lib/position/queries";

type Archive = { positionId: string; isArchived: boolean };

/** Archives or restores a position, and offers to take it back. */
export function useArchive({ onDone }: { onDone?: () => void } = {}) {
  const t = useTranslations("positions");
  const router = useRouter();
  const toast = useToast();
  const queryClient = useQueryClient();
  const refresh = () => {
    void queryClient.invalidateQueries({ queryKey: positionsKey });
    router.refresh();
  };
  return useMutation({
    mutationFn: ({ positionId, isArchived }: Archive) => archivePosition(positionId, isArchived),
    onSuccess: (_, { positionId, isArchived }) => {
      const undo = () => {
        archivePosition(positionId, !isArchived).then(
          () => {
            toast(isArchived ? t("restored") : t("archived"));
            refresh();
          },
          (error: Error) => toast(error.message),
        );
      };
      toast(isArchived ? t("archived") : t("restored"), { label: t("undo"), onAct: undo });
      onDone?.();
      refresh();
    },
  });
}
