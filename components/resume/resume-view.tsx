"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Download } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { DocumentView } from "@/components/resume/document-view";
import { ProfileFields } from "@/components/resume/profile-fields";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Problem } from "@/components/ui/notices";
import type { TextSpan } from "@/lib/resume/profile";
import { deleteResumes, isBeingRead, resumeQuery, resumesKey, retryResumes } from "@/lib/resume/queries";

const ScreenDialog = dynamic(() => import("@/components/screening/screen-dialog"), { ssr: false });
const AssignDialog = dynamic(() => import("@/components/application/assign-to-position-dialog"), { ssr: false });
const ConfirmDialog = dynamic(() => import("@/components/ui/confirm-dialog"), { ssr: false });

type ResumeViewProps = { resumeId: string; canAssign: boolean; canDelete: boolean; canScreen: boolean };

/** The original on the left, what was read from it on the right; a field points at its place. */
export function ResumeView({ resumeId, canAssign, canDelete, canScreen }: ResumeViewProps) {
  const t = useTranslations("resume");
  const common = useTranslations("common");
  const reasons = useTranslations("unreadable");
  const stages = useTranslations("stages");
  const format = useFormatter();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [marked, setMarked] = useState<readonly TextSpan[]>([]);
  const [dialog, setDialog] = useState<"screen" | "assign" | "delete" | null>(null);
  const { data: resume } = useQuery(resumeQuery(resumeId));
  const remove = useMutation({
    mutationFn: () => deleteResumes([resumeId]),
    onSuccess: () => {
      // Only the lists: this page would ask for a resume that is gone.
      void queryClient.invalidateQueries({ queryKey: [...resumesKey, "list"] });
      router.push("/resumes");
    },
  });
  const retry = useMutation({
    mutationFn: () => retryResumes([resumeId]),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: resumeQuery(resumeId).queryKey }),
  });
  if (!resume) return null;

  const { state, failureReason, profile, applications, duplicates } = resume;
  return (
    <div className="print-open flex h-dvh flex-col max-lg:h-auto">
      <PageHeader
        actions={
          <>
            {canScreen && state === "COMPLETED" && (
              <Button onClick={() => setDialog("screen")} variant="primary">
                {t("screen")}
              </Button>
            )}
            {canAssign && state === "COMPLETED" && <Button onClick={() => setDialog("assign")}>{t("assign")}</Button>}
            <Button asChild>
              <a download href={`/api/resumes/${resumeId}/file`}>
                <Download aria-hidden="true" />
                {t("download")}
              </a>
            </Button>
            {canDelete && (
              <Button onClick={() => setDialog("delete")} variant="danger">
                {common("delete")}
              </Button>
            )}
          </>
        }
        note={<span className="break-all">{resume.fileName}</span>}
        title={resume.candidateName ?? t("unnamed")}
      />
      <div className="print-open flex min-h-0 flex-1 max-lg:flex-col">
        <section
          aria-label={t("original")}
          className="min-h-0 min-w-0 flex-1 overflow-auto bg-sunken max-lg:max-h-[70vh] max-lg:flex-none print:hidden"
          tabIndex={0}
        >
          <DocumentView document={resume.document} fileKind={resume.fileKind} marked={marked} resumeId={resumeId} />
        </section>
        <section
          aria-label={t("fields")}
          className="print-open w-120 shrink-0 overflow-auto border-line border-l bg-surface max-lg:w-full max-lg:border-t max-lg:border-l-0 xl:w-140"
          tabIndex={0}
        >
          {isBeingRead(state) && (
            <p className="px-5 py-4 text-ink-soft" role="status">
              {t("being_read")}
            </p>
          )}
          {state === "FAILED" && (
            <div className="flex flex-col items-start gap-3 p-5">
              <Problem>{reasons(failureReason ?? "internal")}</Problem>
              <Button disabled={retry.isPending} onClick={() => retry.mutate()}>
                {t("read_again")}
              </Button>
            </div>
          )}
          {duplicates.length > 0 && (
            <p className="border-line border-b px-5 py-2 text-ink-soft text-sm">
              {t("also_received", { names: duplicates.map(({ fileName }) => fileName).join("、") })}
            </p>
          )}
          {resume.document?.isTruncated && (
            <p className="border-line border-b px-5 py-2 text-partly text-sm">{t("truncated")}</p>
          )}
          {applications.length > 0 && (
            <ul className="border-line border-b px-5 py-3 text-sm">
              {applications.map(({ id, positionId, positionTitle, stage, score }) => (
                <li className="flex items-baseline gap-3" key={id}>
                  <Link
                    className="font-medium hover:underline"
                    href={`/positions/${positionId}/board?application=${id}`}
                  >
                    {positionTitle}
                  </Link>
                  <span className="text-ink-faint">{stages(stage)}</span>
                  {score !== null && (
                    <span className="tabular ml-auto">{format.number(score, { maximumFractionDigits: 1 })}</span>
                  )}
                </li>
              ))}
            </ul>
          )}
          {profile && <ProfileFields marked={marked} onMark={setMarked} profile={profile} />}
        </section>
      </div>
      {dialog === "screen" && <ScreenDialog onClose={() => setDialog(null)} resumeIds={[resumeId]} />}
      {dialog === "assign" && (
        <AssignDialog onClose={() => setDialog(null)} onDone={() => setDialog(null)} resumeIds={[resumeId]} />
      )}
      {dialog === "delete" && (
        <ConfirmDialog
          confirmLabel={t("delete_confirm")}
          error={remove.error}
          isBusy={remove.isPending || remove.isSuccess}
          onClose={() => setDialog(null)}
          onConfirm={() => remove.mutate()}
          text={t("delete_text")}
          title={t("delete_title")}
        />
      )}
    </div>
  );
}
