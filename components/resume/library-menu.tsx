"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { menuItemLook, menuLabelLook, menuLook } from "@/components/ui/menu";
import { filterQuery } from "./filter-fields";
import { libraryColumns } from "./library-columns";

type LibraryMenuProps = {
  trigger: ReactNode;
  canExport: boolean;
  shown: readonly string[];
  onChoose: (keys: readonly string[]) => void;
  onClose: () => void;
};

const formats = ["csv", "xlsx", "json"] as const;

/** Which columns are shown, and the list as a file; open from the start. */
export default function LibraryMenu({ trigger, canExport, shown, onChoose, onClose }: LibraryMenuProps) {
  const t = useTranslations("library");
  const query = filterQuery(useSearchParams());
  return (
    <DropdownMenu.Root onOpenChange={(isOpen) => isOpen || onClose()} open>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content align="end" className={menuLook} sideOffset={4}>
          <DropdownMenu.Label className={menuLabelLook}>{t("columns")}</DropdownMenu.Label>
          {libraryColumns.map(({ key }) => (
            <DropdownMenu.CheckboxItem
              checked={shown.includes(key)}
              className={menuItemLook}
              key={key}
              onCheckedChange={(isShown) =>
                onChoose(isShown ? [...shown, key] : shown.filter((other) => other !== key))
              }
              onSelect={(event) => event.preventDefault()}
            >
              <span aria-hidden="true" className="w-4">
                {shown.includes(key) ? "✓" : ""}
              </span>
              {t(`column_${key}` as "column_city")}
            </DropdownMenu.CheckboxItem>
          ))}
          {canExport && (
            <>
              <DropdownMenu.Separator className="my-1 h-px bg-line" />
              <DropdownMenu.Label className={menuLabelLook}>{t("export")}</DropdownMenu.Label>
              {formats.map((format) => (
                <DropdownMenu.Item asChild className={menuItemLook} key={format}>
                  <a
                    download
                    href={`/api/v1/resumes/export?${new URLSearchParams([["format", format], ...new URLSearchParams(query)])}`}
                  >
                    {t(`export_${format}`)}
                  </a>
                </DropdownMenu.Item>
              ))}
            </>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
