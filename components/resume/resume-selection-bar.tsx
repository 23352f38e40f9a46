"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { deleteResumes, isBeingRead, restoreResumes, resumesKey, retryResumes } from "@/lib/resume/queries";
import type { ResumeListItem } from "@/lib/resume/schema";

const ScreenDialog = dynamic(() => import("@/components/screening/screen-dialog"), { ssr: false });
const AssignDialog = dynamic(() => import("@/components/application/assign-to-position-dialog"), { ssr: false });
const TagDialog = dynamic(() => import("@/components/resume/tag-dialog"), { ssr: false });
const ConfirmDialog = dynamic(() => import("@/components/ui/confirm-dialog"), { ssr: false });

type SelectionProps = {
  resumes: ResumeListItem[];
  canAssign: boolean;
  canExport: boolean;
  canDelete: boolean;
  canScreen: boolean;
  canWrite: boolean;
  onDone: () => void;
};

/** What can be done with the chosen rows. */
export function ResumeSelectionBar({
  resumes,
  canAssign,
  canDelete,
  canExport,
  canScreen,
  canWrite,
  onDone,
}: SelectionProps) {
  const t = useTranslations("library");
  const common = useTranslations("common");
  const toast = useToast();
  const queryClient = useQueryClient();
  const [dialog, setDialog] = useState<"screen" | "assign" | "tag" | "delete" | null>(null);
  const ids = resumes.map(({ id }) => id);
  const ready = resumes.filter(({ state }) => state === "COMPLETED").map(({ id }) => id);
  const settled = resumes.filter(({ state }) => !isBeingRead(state)).map(({ id }) => id);

  const finish = (message: string, undo?: { label: string; onAct: () => void }) => {
    toast(message, undo);
    void queryClient.invalidateQueries({ queryKey: resumesKey });
    setDialog(null);
    onDone();
  };
  const remove = useMutation({
    mutationFn: () => deleteResumes(ids),
    onSuccess: ({ deleted }) =>
      finish(t("deleted", { count: deleted }), {
        label: common("undo"),
        onAct: () => void restoreResumes(ids).then(() => queryClient.invalidateQueries({ queryKey: resumesKey })),
      }),
  });
  const retry = useMutation({
    mutationFn: () => retryResumes(settled),
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
      {canAssign && ready.length > 0 && (
        <Button onClick={() => setDialog("assign")}>{t("assign", { count: ready.length })}</Button>
      )}
      {canWrite && <Button onClick={() => setDialog("tag")}>{t("tag_add")}</Button>}
      {canWrite && settled.length > 0 && (
        <Button disabled={retry.isPending} onClick={() => retry.mutate()}>
          {t("read_again", { count: settled.length })}
        </Button>
      )}
      {canExport && (
        <Button asChild>
          <a download href={`/api/v1/resumes/export?${new URLSearchParams({ format: "xlsx", ids: ids.join(",") })}`}>
            {t("export_selected", { count: ids.length })}
          </a>
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
      {dialog === "assign" && <AssignDialog onClose={() => setDialog(null)} onDone={onDone} resumeIds={ready} />}
      {dialog === "tag" && <TagDialog onClose={() => setDialog(null)} resumes={resumes} />}
      {dialog === "delete" && (
        <ConfirmDialog
          confirmLabel={t("delete_confirm", { count: ids.length })}
          error={remove.error}
          isBusy={remove.isPending}
          onClose={() => setDialog(null)}
          onConfirm={() => remove.mutate()}
          text={t("delete_text")}
          title={t("delete_title", { count: ids.length })}
        />
      )}
    </section>
  );
}
