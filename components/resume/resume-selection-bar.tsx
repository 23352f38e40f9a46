"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import { positionsQuery } from "@/lib/position/queries";
import { deleteResumes, resumesKey, retryResumes } from "@/lib/resume/queries";
import type { ResumeListItem } from "@/lib/resume/schema";
import { startScreening } from "@/lib/screening/queries";

type SelectionProps = { resumes: ResumeListItem[]; canDelete: boolean; canScreen: boolean; onDone: () => void };

/** What can be done with the chosen rows. */
export function ResumeSelectionBar({ resumes, canDelete, canScreen, onDone }: SelectionProps) {
  const t = useTranslations("library");
  const common = useTranslations("common");
  const toast = useToast();
  const queryClient = useQueryClient();
  const [dialog, setDialog] = useState<"screen" | "delete" | null>(null);
  const ids = resumes.map(({ id }) => id);
  const failed = resumes.filter(({ state }) => state === "FAILED").map(({ id }) => id);
  const ready = resumes.filter(({ state }) => state === "COMPLETED").map(({ id }) => id);

  const finish = (message: string) => {
    toast(message);
    void queryClient.invalidateQueries({ queryKey: resumesKey });
    setDialog(null);
    onDone();
  };
  const remove = useMutation({
    mutationFn: () => deleteResumes(ids),
    onSuccess: ({ deleted }) => finish(t("deleted", { count: deleted })),
  });
  const retry = useMutation({
    mutationFn: () => retryResumes(failed),
    onSuccess: ({ retried }) => finish(t("retried", { count: retried })),
  });

  return (
    <section
      aria-label={t("selection")}
      className="flex flex-wrap items-center gap-2 border-line border-t bg-surface px-5 py-2.5 max-sm:px-4"
    >
      <span className="tabular mr-2 text-sm">{t("selected", { count: resumes.length })}</span>
      {canScreen && ready.length > 0 && (
        <Button onClick={() => setDialog("screen")} variant="primary">
          {t("screen", { count: ready.length })}
        </Button>
      )}
      {failed.length > 0 && (
        <Button disabled={retry.isPending} onClick={() => retry.mutate()}>
          {t("read_again", { count: failed.length })}
        </Button>
      )}
      {canDelete && (
        <Button onClick={() => setDialog("delete")} variant="danger">
          {common("delete")}
        </Button>
      )}
      <Button className="ml-auto" onClick={onDone} variant="quiet">
        {t("clear_selection")}
      </Button>
      {dialog === "screen" && <ScreenDialog onClose={() => setDialog(null)} resumeIds={ready} />}
      <Dialog
        closeLabel={common("close")}
        isOpen={dialog === "delete"}
        onClose={() => setDialog(null)}
        title={t("delete_title", { count: ids.length })}
      >
        <div className="flex flex-col gap-4 p-4">
          <p className="text-ink-soft">{t("delete_text")}</p>
          {remove.error && <Problem>{remove.error.message}</Problem>}
          <div className="flex justify-end gap-2">
            <Button onClick={() => setDialog(null)}>{common("cancel")}</Button>
            <Button disabled={remove.isPending} onClick={() => remove.mutate()} variant="danger">
              {t("delete_confirm", { count: ids.length })}
            </Button>
          </div>
        </div>
      </Dialog>
    </section>
  );
}

/** Chooses the position to screen for and goes to its board. */
export function ScreenDialog({ resumeIds, onClose }: { resumeIds: string[]; onClose: () => void }) {
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
        <ul>
          {positions?.map(({ id, title, department, requirementCount }) => (
            <li key={id}>
              <button
                className="flex w-full items-baseline gap-3 rounded-md px-3 py-2 text-left hover:bg-hover disabled:opacity-50"
                disabled={start.isPending || requirementCount === 0}
                onClick={() => start.mutate(id)}
                type="button"
              >
                <span className="font-medium">{title}</span>
                <span className="text-ink-faint text-sm">{department}</span>
                <span className="tabular ml-auto text-ink-faint text-sm">
                  {requirementCount === 0 ? t("without_requirements") : t("requirements", { count: requirementCount })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
