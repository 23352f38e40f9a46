import { queryOptions } from "@tanstack/react-query";
import { callApi } from "@/lib/api/call-api";

const schema = () => import("@/lib/recommendation/schema");
const pollMs = 1500;
const address = (applicationId: string) => `/api/v1/applications/${applicationId}/recommendation`;

export function recommendationQuery(applicationId: string) {
  return queryOptions({
    queryKey: ["recommendations", applicationId],
    queryFn: ({ signal }) =>
      callApi(address(applicationId), async () => (await schema()).foundRecommendation, { signal }),
    refetchInterval: ({ state }) => (state.data?.isProsePending ? pollMs : false),
  });
}

export function makeRecommendation(applicationId: string) {
  return callApi(address(applicationId), async () => (await schema()).recommendationView, { method: "POST" });
}
