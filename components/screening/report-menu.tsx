"use client";

import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { menuItemLook, menuLabelLook, menuLook } from "@/components/ui/menu";
import { archiveFormats } from "@/lib/report/kinds";
import type { ArchiveInput } from "@/lib/report/schema";

type ReportMenuProps = {
  trigger: ReactNode;
  positionId: string;
  onArchive: (format: ArchiveInput["format"]) => void;
  onClose: () => void;
};

const formats = ["docx", "xlsx", "csv", "md", "json"] as const;

/** The shortlist as a file, or an archive with a report on everybody; open from the start. */
export default function ReportMenu({ trigger, positionId, onArchive, onClose }: ReportMenuProps) {
  const t = useTranslations("report");
  return (
    <DropdownMenu.Root onOpenChange={(isOpen) => isOpen || onClose()} open>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" className={menuLook} sideOffset={4}>
          <DropdownMenu.Label className={menuLabelLook}>{t("shortlist")}</DropdownMenu.Label>
          {formats.map((format) => (
            <DropdownMenu.Item asChild className={menuItemLook} key={format}>
              <a download href={`/api/v1/positions/${positionId}/report?format=${format}`}>
                {t(`format_${format}`)}
              </a>
            </DropdownMenu.Item>
          ))}
          <DropdownMenu.Separator className="my-1 h-px bg-line" />
          <DropdownMenu.Label className={menuLabelLook}>{t("everybody")}</DropdownMenu.Label>
          {archiveFormats.map((format) => (
            <DropdownMenu.Item className={menuItemLook} key={format} onSelect={() => onArchive(format)}>
              {t("archive", { format: t(`format_${format}`) })}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
