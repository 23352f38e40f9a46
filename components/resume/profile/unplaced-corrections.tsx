"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { ShownCorrection } from "@/lib/resume/corrections/schema";
import { undoCorrection } from "@/lib/resume/page-queries";
import { resumeQuery } from "@/lib/resume/queries";

type UnplacedCorrectionsProps = { resumeId: string; corrections: ShownCorrection[]; canWrite: boolean };

/** Corrections whose entry is no longer read: a person says whether they still matter. */
export function UnplacedCorrections({ resumeId, corrections, canWrite }: UnplacedCorrectionsProps) {
  const t = useTranslations("profile");
  const queryClient = useQueryClient();
  const drop = useMutation({
    mutationFn: (correctionId: string) => undoCorrection(resumeId, correctionId),
    onSuccess: (resume) => queryClient.setQueryData(resumeQuery(resumeId).queryKey, resume),
  });
  if (corrections.length === 0) return null;
  return (
    <section aria-label={t("unplaced")} className="border-line border-b px-5 py-3 text-sm">
      <h2 className="font-medium">{t("unplaced")}</h2>
      <ul className="mt-1 flex flex-col gap-1">
        {corrections.map(({ id, readValue, value }) => (
          <li className="flex items-center gap-2" key={id}>
            <span className="min-w-0 break-words">
              {readValue && <del className="text-ink-faint">{readValue}</del>} {value}
            </span>
            {canWrite && (
              <Button disabled={drop.isPending} onClick={() => drop.mutate(id)} size="sm" variant="quiet">
                {t("drop")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
