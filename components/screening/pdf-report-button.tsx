"use client";

import { FileDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useReport } from "@/components/screening/use-report";
import { Button } from "@/components/ui/button";
import type { RequestReportInput } from "@/lib/report/schema";

type PdfReportButtonProps = Exclude<RequestReportInput, { kind: "archive" }> & { label?: string };

/** Asks for a PDF, shows how far it is, and fetches it when it is there. */
export function PdfReportButton({ label, ...asked }: PdfReportButtonProps) {
  const t = useTranslations("report");
  const { make, percent } = useReport();
  return (
    <Button aria-live="polite" disabled={percent !== null} onClick={() => make(asked)}>
      <FileDown aria-hidden="true" />
      {percent === null ? (label ?? t("pdf")) : t("making", { percent })}
    </Button>
  );
}
