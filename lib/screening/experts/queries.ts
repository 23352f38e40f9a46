import { callApi } from "@/lib/api/call-api";

/** What experts by a model would come to for these resumes. */
export function estimateExperts({ positionId, resumeIds }: { positionId: string; resumeIds: string[] }) {
  const shape = async () => (await import("@/lib/screening/experts/schema")).expertsEstimate;
  return callApi(`/api/v1/positions/${positionId}/screenings/estimates`, shape, {
    method: "POST",
    json: { resumeIds },
  });
}
