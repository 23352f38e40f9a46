"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { PositionChoice } from "@/components/position/position-choice";
import { ExpertsChoice } from "@/components/screening/experts-choice";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Problem } from "@/components/ui/notices";
import { positionsQuery } from "@/lib/position/queries";
import { estimateExperts } from "@/lib/screening/experts/queries";
import { startScreening } from "@/lib/screening/queries";

type ScreenDialogProps = {
  resumeIds: string[];
  /** Where it is known for which. */
  position?: { id: string; title: string };
  /** Instead of going to the board. */
  onStarted?: () => void;
  onClose: () => void;
};

/** Chooses the position to screen for and goes to its board; where a model would be asked, with what that comes to. */
export default function ScreenDialog({ resumeIds, position, onStarted, onClose }: ScreenDialogProps) {
  const t = useTranslations("screening");
  const common = useTranslations("common");
  const router = useRouter();
  const { data: positions } = useQuery(positionsQuery());
  const [chosen, setChosen] = useState<{ id: string; title: string } | null>(position ?? null);
  const start = useMutation({
    mutationFn: startScreening,
    onSuccess: (_, { positionId }) => (onStarted ? onStarted() : router.push(`/positions/${positionId}/board`)),
  });
  const estimate = useMutation({
    mutationFn: (positionId: string) => estimateExperts({ positionId, resumeIds }),
    onSuccess: ({ model }, positionId) => {
      if (model === null) start.mutate({ positionId, resumeIds });
    },
  });
  const { mutate: ask } = estimate;
  const knownId = position?.id;
  useEffect(() => {
    if (knownId) ask(knownId);
  }, [ask, knownId]);
  const error = start.error ?? estimate.error;
  const isBusy = start.isPending || estimate.isPending;
  return (
    <Dialog
      closeLabel={common("close")}
      isOpen
      onClose={onClose}
      title={
        chosen && estimate.data?.model
          ? t("start_for", { count: resumeIds.length, position: chosen.title })
          : t("choose_position", { count: resumeIds.length })
      }
    >
      <div className="p-2">
        {error && <Problem>{error.message}</Problem>}
        {positions?.length === 0 && (
          <div className="flex flex-col items-start gap-3 p-3">
            <p className="text-ink-soft">{t("no_positions")}</p>
            <Button onClick={() => router.push("/positions/new")} variant="primary">
              {t("create_position")}
            </Button>
          </div>
        )}
        {chosen && estimate.data?.model ? (
          <ExpertsChoice
            estimate={estimate.data}
            isBusy={isBusy}
            onBack={() => (position ? onClose() : estimate.reset())}
            onStart={(withExperts) => start.mutate({ positionId: chosen.id, resumeIds, withExperts })}
          />
        ) : position ? (
          !error && <p className="p-3 text-ink-soft text-sm">{common("loading")}</p>
        ) : (
          <PositionChoice
            isBusy={isBusy}
            needsRequirements
            onChoose={(position) => {
              setChosen(position);
              estimate.mutate(position.id);
            }}
          />
        )}
      </div>
    </Dialog>
  );
}
