"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PositionEditor } from "@/components/position/position-editor";
import { Problem } from "@/components/ui/notices";
import type { DraftedPosition } from "@/lib/position/draft-schema";
import { draftKey } from "@/lib/position/queries";

/** The editor for a new position: empty, or with the draft that the dialog left in this window. */
export function NewPosition({ draftId }: { draftId: string | null }) {
  const t = useTranslations("drafts");
  const queryClient = useQueryClient();
  const [drafted] = useState(
    () => (draftId && queryClient.getQueryData<DraftedPosition>(draftKey(draftId))) || undefined,
  );
  return (
    <>
      {draftId && !drafted && (
        <div className="p-4">
          <Problem>{t("lost")}</Problem>
        </div>
      )}
      <PositionEditor canWrite drafted={drafted} position={null} />
    </>
  );
}
