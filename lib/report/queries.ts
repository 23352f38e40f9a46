import { queryOptions } from "@tanstack/react-query";
import { callApi, noContent } from "@/lib/api/call-api";
import type { ScheduleInput } from "@/lib/report/schedules/schema";
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

const schedules = () => import("@/lib/report/schedules/schema");
const addressOf = (positionId: string) => `/api/v1/positions/${positionId}/report-schedules`;

/** The viewer's own schedules for a position, with what they made. */
export function schedulesQuery(positionId: string) {
  return queryOptions({
    queryKey: ["report-schedules", positionId],
    queryFn: ({ signal }) =>
      callApi(addressOf(positionId), async () => (await schedules()).scheduleView.array(), { signal }),
  });
}

export function addSchedule(positionId: string, input: ScheduleInput) {
  const shape = async () => (await schema()).requestedReport;
  return callApi(addressOf(positionId), shape, { method: "POST", json: input });
}

export function removeSchedule(positionId: string, scheduleId: string) {
  return callApi(`${addressOf(positionId)}/${scheduleId}`, noContent, { method: "DELETE" });
}
