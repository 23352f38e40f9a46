import { queryOptions } from "@tanstack/react-query";
import { callApi } from "@/lib/api/call-api";

const schema = () => import("@/lib/application/schema");

export const applicationsKey = ["applications"] as const;

export function applicationsQuery(positionId: string) {
  return queryOptions({
    queryKey: [...applicationsKey, positionId],
    queryFn: ({ signal }) =>
      callApi(
        `/api/v1/positions/${positionId}/applications`,
        async () => (await schema()).applicationListItem.array(),
        {
          signal,
        },
      ),
  });
}

export function assignResumes({ positionId, resumeIds }: { positionId: string; resumeIds: string[] }) {
  return callApi(`/api/v1/positions/${positionId}/applications`, async () => (await schema()).assignment, {
    method: "POST",
    json: { resumeIds },
  });
}

export function undoAssignment({ positionId, applicationIds }: { positionId: string; applicationIds: string[] }) {
  return callApi(`/api/v1/positions/${positionId}/applications`, async () => (await schema()).undoneAssignment, {
    method: "DELETE",
    json: { applicationIds },
  });
}
