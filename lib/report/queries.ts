import { queryOptions } from "@tanstack/react-query";
import { callApi } from "@/lib/api/call-api";
import type { RequestReportInput } from "@/lib/report/schema";

const schema = () => import("@/lib/report/schema");
const pollMs = 500;

export function requestReport(input: RequestReportInput) {
  return callApi("/api/v1/reports", async () => (await schema()).requestedReport, { method: "POST", json: input });
}

/** How far a report is; asked again until it is there or has failed. */
export function reportQuery(reportId: string) {
  return queryOptions({
    queryKey: ["reports", reportId],
    queryFn: ({ signal }) =>
      callApi(`/api/v1/reports/${reportId}`, async () => (await schema()).reportView, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.state === "completed" || state.data?.state === "failed" ? false : pollMs,
  });
}
