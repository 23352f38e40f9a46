"use client";

import { FolderUp, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { collectFiles } from "@/components/import/collect-files";
import { useImport } from "@/components/import/import-provider";
import { Button } from "@/components/ui/button";

const accepted = ".pdf,.doc,.docx,.txt,.md,.html,.htm,.jpg,.jpeg,.png,.bmp,.tif,.tiff,.gif,.zip";

/** Makes the whole page a place to drop files on. */
export function FileDrop({ children }: { children: ReactNode }) {
  const t = useTranslations("import");
  const { addFiles } = useImport();
  const [isOver, setOver] = useState(false);
  const depth = useRef(0);

  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files");
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth.current += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      depth.current -= 1;
      if (depth.current === 0) setOver(false);
    };
    const over = (event: DragEvent) => hasFiles(event) && event.preventDefault();
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth.current = 0;
      setOver(false);
      if (event.dataTransfer) void collectFiles(event.dataTransfer).then(addFiles);
    };
    const handlers = { dragenter: enter, dragleave: leave, dragover: over, drop };
    for (const [type, handler] of Object.entries(handlers)) addEventListener(type as "drop", handler);
    return () => {
      for (const [type, handler] of Object.entries(handlers)) removeEventListener(type as "drop", handler);
    };
  }, [addFiles]);

  return (
    <>
      {children}
      {isOver && (
        <div className="pointer-events-none fixed inset-3 z-50 flex items-center justify-center rounded-lg border-2 border-accent border-dashed bg-accent-soft/90">
          <p className="font-medium text-accent text-lg">{t("drop_here")}</p>
        </div>
      )}
    </>
  );
}

export function ChooseFiles({ variant = "primary" }: { variant?: "primary" | "secondary" }) {
  const t = useTranslations("import");
  return (
    <>
      <Choose accept={accepted} icon={<Upload aria-hidden="true" />} label={t("choose")} variant={variant} />
      <Choose icon={<FolderUp aria-hidden="true" />} isFolder label={t("choose_folder")} variant="secondary" />
    </>
  );
}

type ChooseProps = {
  label: string;
  icon: ReactNode;
  variant: "primary" | "secondary";
  accept?: string;
  isFolder?: boolean;
};

function Choose({ label, icon, variant, accept, isFolder = false }: ChooseProps) {
  const { addFiles } = useImport();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        accept={accept}
        aria-label={label}
        className="sr-only"
        multiple
        onChange={(event) => {
          // A copy: emptying the field empties its list.
          addFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
        ref={input}
        tabIndex={-1}
        type="file"
        // Known to every browser, not to React's types.
        {...(isFolder && { webkitdirectory: "" })}
      />
      <Button onClick={() => input.current?.click()} variant={variant}>
        {icon}
        {label}
      </Button>
    </>
  );
}
