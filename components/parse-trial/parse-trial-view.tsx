"use client";

import { useMutation } from "@tanstack/react-query";
import { Upload } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type DragEvent, useEffect, useState } from "react";
import { DocumentView } from "@/components/resume/document-view";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { FileButton } from "@/components/ui/file-button";
import { Empty, Problem, SkeletonRows } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import { callApi } from "@/lib/api/call-api";

const shape = async () => (await import("@/lib/compat/resumesdk/trial-schema")).parseTrial;
const accepted = ".pdf,.doc,.docx,.txt,.md,.html,.htm,.jpg,.jpeg,.png,.bmp,.tif,.tiff,.gif";

/** A file, what was found on its pages, and the answer that a ResumeSDK client gets for it. */
export function ParseTrialView() {
  const t = useTranslations("parse_trial");
  const reasons = useTranslations("unreadable");
  const format = useFormatter();
  const toast = useToast();
  const [file, setFile] = useState<{ blob: Blob; address: string } | null>(null);
  const trial = useMutation({
    mutationFn: (file: File) => callApi("/api/v1/parse-trials", shape, { method: "POST", file }),
  });
  useEffect(() => () => void (file && URL.revokeObjectURL(file.address)), [file]);
  const parse = (blob: File) => {
    setFile({ blob, address: URL.createObjectURL(blob) });
    trial.mutate(blob);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const [dropped] = event.dataTransfer.files;
    if (dropped) parse(dropped);
  };
  const { data } = trial;
  const json = data?.outcome === "read" ? JSON.stringify(data.result, null, 2) : "";

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files can be chosen with the button too.
    <div className="flex h-dvh flex-col max-lg:h-auto" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <PageHeader
        actions={
          <FileButton accept={accepted} disabled={trial.isPending} label={t("choose")} onFile={parse}>
            <Upload aria-hidden="true" />
          </FileButton>
        }
        note={data?.outcome === "read" && t("took", { milliseconds: format.number(data.milliseconds) })}
        title={t("title")}
      />
      {trial.error && <Problem>{trial.error.message}</Problem>}
      {data?.outcome === "unreadable" && <Problem>{reasons(data.reason)}</Problem>}
      {trial.isPending && <SkeletonRows label={t("reading")} />}
      {trial.isIdle && <Empty text={t("empty_text")} title={t("empty_title")} />}
      {data?.outcome === "read" && file && !trial.isPending && (
        <div className="flex min-h-0 flex-1 max-lg:flex-col">
          <section
            aria-label={t("original")}
            className="min-h-0 min-w-0 flex-1 overflow-auto bg-sunken max-lg:max-h-[70vh] max-lg:flex-none"
            tabIndex={0}
          >
            <DocumentView
              document={data.document}
              file={file}
              fileKind={shownKind(data.document.kind)}
              hits={data.spans}
              marked={none}
            />
          </section>
          <section
            aria-label={t("answer")}
            className="min-h-0 w-[520px] shrink-0 overflow-auto border-line border-l bg-canvas max-lg:w-full max-lg:border-l-0"
            tabIndex={0}
          >
            <div className="sticky top-0 flex items-center justify-between border-line border-b bg-canvas px-4 py-2 text-sm">
              <span className="text-ink-soft">{t("fields", { count: Object.keys(data.result).length })}</span>
              <Button onClick={() => void navigator.clipboard.writeText(json).then(() => toast(t("copied")))} size="sm">
                {t("copy")}
              </Button>
            </div>
            <pre className="whitespace-pre-wrap break-words p-4 text-xs leading-relaxed">{json}</pre>
          </section>
        </div>
      )}
    </div>
  );
}

const none: never[] = [];

/** Formats whose pages the server draws or converts are shown as the text that was read. */
function shownKind(kind: string) {
  return kind === "pdf" || kind === "png" || kind === "jpg" ? kind : "txt";
}
