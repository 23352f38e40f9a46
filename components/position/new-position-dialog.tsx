"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FileJson, SquarePen, Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type DragEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Dialog } from "@/components/ui/dialog";
import { Field, Textarea } from "@/components/ui/field";
import { FileButton } from "@/components/ui/file-button";
import { Problem } from "@/components/ui/notices";
import { useToast } from "@/components/ui/toast";
import { draftKey, draftPosition, importPosition, positionsKey } from "@/lib/position/queries";

/** Three ways to a new position: from a job description, from an exported file, or empty. */
export default function NewPositionDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("drafts");
  const common = useTranslations("common");
  const router = useRouter();
  const toast = useToast();
  const queryClient = useQueryClient();
  const [text, setText] = useState("");
  const [isOver, setOver] = useState(false);
  const draft = useMutation({
    mutationFn: draftPosition,
    onSuccess: (drafted) => {
      const draftId = crypto.randomUUID();
      queryClient.setQueryData(draftKey(draftId), drafted);
      router.push(`/positions/new?draft=${draftId}`);
    },
  });
  const take = useMutation({
    mutationFn: importPosition,
    onSuccess: ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: positionsKey });
      toast(t("imported"));
      router.push(`/positions/${id}`);
    },
  });
  const isBusy = draft.isPending || take.isPending;
  const readFile = (file: File) => {
    draft.reset();
    take.reset();
    if (/\.json$/i.test(file.name)) take.mutate(file);
    else draft.mutate(file);
  };
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    setOver(false);
    readFile(file);
  };
  const error = draft.error ?? take.error;

  return (
    <Dialog closeLabel={common("close")} isOpen onClose={onClose} title={t("create_title")}>
      <div className="flex flex-col gap-4 p-4">
        {error && <Problem>{error.message}</Problem>}
        <section
          aria-label={t("from_description")}
          className={cn("flex flex-col gap-2 rounded-md", isOver && "outline-2 outline-accent outline-dashed")}
          onDragLeave={() => setOver(false)}
          onDragOver={(event) => {
            if (!event.dataTransfer.types.includes("Files")) return;
            event.preventDefault();
            setOver(true);
          }}
          onDrop={drop}
        >
          <Field hint={t("description_hint")} label={t("from_description")}>
            {(props) => (
              <Textarea
                {...props}
                className="min-h-40"
                onChange={(event) => setText(event.target.value)}
                value={text}
              />
            )}
          </Field>
          <div className="flex flex-wrap gap-2">
            <Button
              disabled={isBusy || text.trim() === ""}
              onClick={() => readFile(new File([text], "description.txt", { type: "text/plain" }))}
              variant="primary"
            >
              {draft.isPending ? t("drafting") : t("draft")}
            </Button>
            <FileButton accept=".pdf,.doc,.docx,.txt,.md" disabled={isBusy} label={t("choose_file")} onFile={readFile}>
              <Upload aria-hidden="true" />
            </FileButton>
          </div>
        </section>
        <ul className="flex flex-col gap-2 border-line border-t pt-4">
          <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Button onClick={() => router.push("/positions/new")}>
              <SquarePen aria-hidden="true" />
              {t("empty")}
            </Button>
            <span className="text-ink-faint text-sm">{t("empty_hint")}</span>
          </li>
          <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <FileButton accept=".json" disabled={isBusy} label={t("import")} onFile={readFile}>
              <FileJson aria-hidden="true" />
            </FileButton>
            <span className="text-ink-faint text-sm">{t("import_hint")}</span>
          </li>
        </ul>
      </div>
    </Dialog>
  );
}
