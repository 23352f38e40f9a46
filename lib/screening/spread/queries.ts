import { queryOptions } from "@tanstack/react-query";
import { callApi } from "@/lib/api/call-api";
import { isRunning, screeningKey } from "@/lib/screening/queries";

const pollMs = 1000;

/** What was measured of a position's spread; polled while a measurement is under way. */
export function spreadsQuery(positionId: string) {
  return queryOptions({
    queryKey: [...screeningKey, "spreads", positionId],
    queryFn: ({ signal }) => callApi(`/api/v1/positions/${positionId}/spreads`, spreadsShape, { signal }),
    refetchInterval: ({ state }) => (state.data?.measurements.some((one) => isRunning(one.state)) ? pollMs : false),
  });
}

const spreadsShape = async () => (await import("@/lib/screening/spread/schema")).spreads;

export function startSpread({ positionId, ...json }: { positionId: string; times: number; candidates: number }) {
  const shape = async () => (await import("@/lib/screening/spread/schema")).startedSpread;
  return callApi(`/api/v1/positions/${positionId}/spreads`, shape, { method: "POST", json });
}
