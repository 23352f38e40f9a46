"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useToast } from "@/components/ui/toast";
import { reportQuery, requestReport } from "@/lib/report/queries";

/** Asks for a report that a job makes, and fetches it when it is there. `percent` is null while none is made. */
export function useReport() {
  const t = useTranslations("report");
  const toast = useToast();
  const [reportId, setReportId] = useState<string | null>(null);
  const request = useMutation({
    mutationFn: requestReport,
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
  return { make: request.mutate, percent: isBusy ? (report?.progress ?? 0) : null };
}
