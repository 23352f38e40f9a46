"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { PositionChoice } from "@/components/position/position-choice";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Problem } from "@/components/ui/notices";
import { positionsQuery } from "@/lib/position/queries";
import { startScreening } from "@/lib/screening/queries";

/** Chooses the position to screen for and goes to its board. */
export default function ScreenDialog({ resumeIds, onClose }: { resumeIds: string[]; onClose: () => void }) {
  const t = useTranslations("screening");
  const common = useTranslations("common");
  const router = useRouter();
  const { data: positions } = useQuery(positionsQuery());
  const start = useMutation({
    mutationFn: (positionId: string) => startScreening({ positionId, resumeIds }),
    onSuccess: (_, positionId) => router.push(`/positions/${positionId}/board`),
  });
  return (
    <Dialog
      closeLabel={common("close")}
      isOpen
      onClose={onClose}
      title={t("choose_position", { count: resumeIds.length })}
    >
      <div className="p-2">
        {start.error && <Problem>{start.error.message}</Problem>}
        {positions?.length === 0 && (
          <div className="flex flex-col items-start gap-3 p-3">
            <p className="text-ink-soft">{t("no_positions")}</p>
            <Button onClick={() => router.push("/positions/new")} variant="primary">
              {t("create_position")}
            </Button>
          </div>
        )}
        <PositionChoice isBusy={start.isPending} needsRequirements onChoose={({ id }) => start.mutate(id)} />
      </div>
    </Dialog>
  );
}
