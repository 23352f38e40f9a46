import { queryOptions } from "@tanstack/react-query";
import { callApi } from "@/lib/api/call-api";

const schema = () => import("@/lib/recommendation/schema");
const address = (applicationId: string) => `/api/v1/applications/${applicationId}/recommendation`;

export function recommendationQuery(applicationId: string) {
  return queryOptions({
    queryKey: ["recommendations", applicationId],
    queryFn: ({ signal }) =>
      callApi(address(applicationId), async () => (await schema()).foundRecommendation, { signal }),
  });
}

export function makeRecommendation(applicationId: string) {
  return callApi(address(applicationId), async () => (await schema()).recommendationView, { method: "POST" });
}
