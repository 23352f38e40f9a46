"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Check, CircleAlert, Copy, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type PendingFile, useImport } from "@/components/import/import-provider";
import { Link } from "@/components/ui/link";
import { importQuery, isOpen, retryResumes } from "@/lib/resume/queries";
import type { ImportItem } from "@/lib/resume/schema";

export function PendingLine({ file }: { file: PendingFile }) {
  const t = useTranslations("import");
  const { retryUpload } = useImport();
  const { failure, isWaiting } = file;
  const sending = isWaiting ? t("no_connection") : t("uploading", { percent: Math.round(file.share * 100) });
  return (
    <Line
      action={
        failure !== null && (
          <button className="text-accent hover:underline" onClick={() => retryUpload(file.id)} type="button">
            {t("send_again")}
          </button>
        )
      }
      icon={failure === null ? <Working /> : <CircleAlert className="size-4 text-danger" />}
      name={file.file.name}
      note={failure === null ? sending : failure || t("not_sent")}
    />
  );
}

export function ImportLine({ item }: { item: ImportItem }) {
  const t = useTranslations("import");
  const reasons = useTranslations("unreadable");
  const queryClient = useQueryClient();
  const retry = useMutation({
    mutationFn: (resumeId: string) => retryResumes([resumeId]),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: importQuery(item.batchId).queryKey }),
  });
  const { fileName, outcome, state, reason, resumeId, duplicateOf, candidateName } = item;

  if (duplicateOf) {
    const note = t(outcome === "duplicate_file" ? "duplicate_file" : "duplicate_text", {
      name: duplicateOf.candidateName ?? duplicateOf.fileName,
    });
    return (
      <Line
        action={<Open id={duplicateOf.id} />}
        icon={<Copy className="size-4 text-ink-faint" />}
        name={fileName}
        note={note}
      />
    );
  }
  if (outcome === "refused" || state === "FAILED") {
    const canRetry =
      resumeId && state === "FAILED" && (reason === "internal" || reason === "time_limit" || reason === "memory_limit");
    return (
      <Line
        action={
          <span className="flex gap-2">
            {canRetry && (
              <button
                className="text-accent hover:underline"
                disabled={retry.isPending}
                onClick={() => retry.mutate(resumeId)}
                type="button"
              >
                {t("read_again")}
              </button>
            )}
            {resumeId && <Open id={resumeId} label={t("way_out")} />}
          </span>
        }
        icon={<CircleAlert className="size-4 text-danger" />}
        name={fileName}
        note={reasons(reason ?? "internal")}
      />
    );
  }
  if (outcome === "archive") return <Line icon={<Working />} name={fileName} note={t("unpacking")} />;
  if (outcome === "unpacked")
    return <Line icon={<Check className="size-4 text-ink-faint" />} name={fileName} note={t("unpacked")} />;
  if (isOpen(item)) {
    const reading = item.ocrProgress ? t("ocr_page", item.ocrProgress) : t("reading");
    return <Line icon={<Working />} name={fileName} note={state === "PENDING" ? t("waiting") : reading} />;
  }
  return (
    <Line
      action={resumeId && <Open id={resumeId} />}
      icon={<Check className="size-4 text-met" />}
      name={fileName}
      note={candidateName ? t("stored_as", { name: candidateName }) : t("stored")}
    />
  );
}

function Open({ id, label }: { id: string; label?: string }) {
  const t = useTranslations("import");
  return (
    <Link className="text-accent hover:underline" href={`/resumes/${id}`}>
      {label ?? t("open")}
    </Link>
  );
}

function Working() {
  return <LoaderCircle className="size-4 animate-spin text-ink-faint" />;
}

type LineProps = { icon: ReactNode; name: string; note: string; action?: ReactNode };

function Line({ icon, name, note, action }: LineProps) {
  return (
    <div className="flex min-h-11 items-center gap-2.5 px-3 py-1 text-sm">
      <span className="shrink-0">{icon}</span>
      <span className="min-w-0 flex-1">
        <span className="block truncate" title={name}>
          {name}
        </span>
        <span className="block text-ink-faint text-xs">{note}</span>
      </span>
      {action && <span className="shrink-0 text-xs">{action}</span>}
    </div>
  );
}
