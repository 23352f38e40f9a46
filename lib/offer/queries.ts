import { queryOptions } from "@tanstack/react-query";
import { callApi, noContent } from "@/lib/api/call-api";
import type { SaveOfferInput } from "@/lib/offer/schema";

const schema = () => import("@/lib/offer/schema");
const addressOf = (applicationId: string) => `/api/v1/applications/${applicationId}/offers`;

export function offersQuery(applicationId: string) {
  return queryOptions({
    queryKey: ["offers", applicationId],
    queryFn: ({ signal }) => callApi(addressOf(applicationId), async () => (await schema()).offerDetail, { signal }),
  });
}

export function saveOffer(applicationId: string, json: SaveOfferInput) {
  return callApi(addressOf(applicationId), noContent, { method: "POST", json });
}
