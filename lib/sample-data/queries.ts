import { queryOptions } from "@tanstack/react-query";
import { callApi } from "@/lib/api/call-api";

const schema = () => import("@/lib/sample-data/schema");
const pollMs = 1000;

/** Polled while sample data is being added. */
export function sampleDataQuery() {
  return queryOptions({
    queryKey: ["sample-data"],
    queryFn: ({ signal }) => callApi("/api/v1/sample-data", async () => (await schema()).sampleDataView, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === "running" ? pollMs : false),
  });
}

export function requestSampleData() {
  return callApi("/api/v1/sample-data", async () => (await schema()).requestedSampleData, { method: "POST", json: {} });
}

export function removeSampleData() {
  return callApi("/api/v1/sample-data", async () => (await schema()).removedSampleData, { method: "DELETE" });
}
