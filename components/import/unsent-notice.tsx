"use client";

import { useTranslations } from "next-intl";
import { useImport } from "@/components/import/import-provider";
import { Button } from "@/components/ui/button";

/** Offers to go on with files that were chosen before the page was closed. */
export function UnsentNotice() {
  const t = useTranslations("import");
  const { unsent, goOn, forgetUnsent } = useImport();
  return (
    <div className="flex flex-col gap-2 border-line border-b px-3 py-2.5 text-sm last:border-b-0" role="status">
      <p>{t("unsent", { count: unsent.length })}</p>
      <div className="flex gap-2">
        <Button onClick={goOn} size="sm" variant="primary">
          {t("go_on")}
        </Button>
        <Button onClick={forgetUnsent} size="sm">
          {t("forget")}
        </Button>
      </div>
    </div>
  );
}
