"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { FileDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { reportQuery, requestReport } from "@/lib/report/queries";
import type { RequestReportInput } from "@/lib/report/schema";

/** Asks for a PDF, shows how far it is, and fetches it when it is there. */
export function PdfReportButton(props: RequestReportInput) {
  const t = useTranslations("report");
  const toast = useToast();
  const [reportId, setReportId] = useState<string | null>(null);
  const request = useMutation({
    mutationFn: () => requestReport(props),
    onSuccess: ({ id }) => setReportId(id),
    onError: (error) => toast(error.message),
  });
  const { data: report, error } = useQuery({ ...reportQuery(reportId ?? ""), enabled: reportId !== null });
  const state = error ? "failed" : report?.state;
  useEffect(() => {
    if (!reportId || (state !== "completed" && state !== "failed")) return;
    setReportId(null);
    if (state === "completed") location.assign(`/api/v1/reports/${reportId}/file`);
    else toast(t("failed"));
  }, [reportId, state, toast, t]);
  const isBusy = request.isPending || reportId !== null;
  return (
    <Button aria-live="polite" disabled={isBusy} onClick={() => request.mutate()}>
      <FileDown aria-hidden="true" />
      {isBusy ? t("making", { percent: report?.progress ?? 0 }) : t("pdf")}
    </Button>
  );
}
