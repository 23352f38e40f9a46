"use client";

import { useTranslations } from "next-intl";
import { useAssign } from "@/components/application/use-assign";
import { PositionChoice } from "@/components/position/position-choice";
import { Dialog } from "@/components/ui/dialog";
import { Problem } from "@/components/ui/notices";

type AssignToPositionProps = { resumeIds: string[]; onClose: () => void; onDone: () => void };

/** Chooses the position that resumes of the library are put on. */
export default function AssignToPositionDialog({ resumeIds, onClose, onDone }: AssignToPositionProps) {
  const t = useTranslations("assign");
  const common = useTranslations("common");
  const assign = useAssign({ onDone });
  return (
    <Dialog
      closeLabel={common("close")}
      isOpen
      onClose={onClose}
      title={t("choose_position", { count: resumeIds.length })}
    >
      <div className="p-2">
        {assign.error && <Problem>{assign.error.message}</Problem>}
        <PositionChoice isBusy={assign.isPending} onChoose={({ id }) => assign.mutate({ positionId: id, resumeIds })} />
      </div>
    </Dialog>
  );
}
