import { queryOptions } from "@tanstack/react-query";
import { callApi, noContent } from "@/lib/api/call-api";
import type { ViewPage } from "@/lib/saved-view/kinds";
import type { SavedViewInput } from "@/lib/saved-view/schema";

const schema = () => import("@/lib/saved-view/schema");

export const viewsKey = ["views"] as const;

export function viewsQuery(page: ViewPage) {
  return queryOptions({
    queryKey: [...viewsKey, page],
    queryFn: ({ signal }) =>
      callApi(`/api/v1/views?page=${page}`, async () => (await schema()).savedView.array(), { signal }),
    staleTime: 60_000,
  });
}

export function saveView(view: SavedViewInput) {
  return callApi("/api/v1/views", async () => (await schema()).savedView, { method: "POST", json: view });
}

export function deleteView(viewId: string) {
  return callApi(`/api/v1/views/${viewId}`, noContent, { method: "DELETE" });
}
