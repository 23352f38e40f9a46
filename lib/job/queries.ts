import { queryOptions } from "@tanstack/react-query";
import { callApi, noContent } from "@/lib/api/call-api";
import type { JobAction, JobState } from "./kinds";

const pollMs = 3000;
export const jobsKey = ["jobs"] as const;

export function jobsQuery(state: JobState) {
  return queryOptions({
    queryKey: [...jobsKey, state],
    queryFn: ({ signal }) =>
      callApi(`/api/v1/jobs?state=${state}`, async () => (await import("./schema")).jobList, { signal }),
    refetchInterval: pollMs,
  });
}

export function changeJob({ id, action }: { id: string; action: JobAction }) {
  return callApi(`/api/v1/jobs/${id}`, noContent, { method: "PATCH", json: { action } });
}
