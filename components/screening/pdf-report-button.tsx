"use client";

import { FileDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useReport } from "@/components/screening/use-report";
import { Button } from "@/components/ui/button";
import type { RequestReportInput } from "@/lib/report/schema";

/** Asks for a PDF, shows how far it is, and fetches it when it is there. */
export function PdfReportButton(props: Exclude<RequestReportInput, { kind: "archive" }>) {
  const t = useTranslations("report");
  const { make, percent } = useReport();
  return (
    <Button aria-live="polite" disabled={percent !== null} onClick={() => make(props)}>
      <FileDown aria-hidden="true" />
      {percent === null ? t("pdf") : t("making", { percent })}
    </Button>
  );
}
