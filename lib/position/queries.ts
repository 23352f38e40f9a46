import { queryOptions } from "@tanstack/react-query";
import { callApi, noContent } from "@/lib/api/call-api";
import type { AcceptedPhrase } from "@/lib/position/requirement";
import type { PositionState, SavePositionInput } from "@/lib/position/schema";
import type { BlindMode } from "@/lib/resume/blind/schema";

const schema = () => import("@/lib/position/schema");

export const positionsKey = ["positions"] as const;

export function positionsQuery(state: PositionState = "open") {
  return queryOptions({
    queryKey: [...positionsKey, "list", state],
    queryFn: ({ signal }) =>
      callApi(`/api/v1/positions?state=${state}`, async () => (await schema()).positionListItem.array(), { signal }),
  });
}

export function positionQuery(positionId: string) {
  return queryOptions({
    queryKey: [...positionsKey, "detail", positionId],
    queryFn: ({ signal }) =>
      callApi(`/api/v1/positions/${positionId}`, async () => (await schema()).positionDetail, { signal }),
  });
}

export function positionVersionsQuery(positionId: string) {
  return queryOptions({
    queryKey: [...positionsKey, "versions", positionId],
    queryFn: ({ signal }) =>
      callApi(`/api/v1/positions/${positionId}/versions`, async () => (await schema()).positionVersionItem.array(), {
        signal,
      }),
  });
}

const saved = async () => (await schema()).savedPosition;

export function createPosition(input: SavePositionInput) {
  return callApi("/api/v1/positions", saved, { method: "POST", json: input });
}

export function updatePosition(positionId: string, input: SavePositionInput & { baseVersion: number }) {
  return callApi(`/api/v1/positions/${positionId}`, saved, { method: "PUT", json: input });
}

export function acceptPhrase(positionId: string, requirementKey: string, input: AcceptedPhrase) {
  const url = `/api/v1/positions/${positionId}/requirements/${requirementKey}/accepted`;
  return callApi(url, saved, { method: "POST", json: input });
}

export function archivePosition(positionId: string, isArchived: boolean) {
  return callApi(`/api/v1/positions/${positionId}`, noContent, { method: "PATCH", json: { isArchived } });
}

export function setPositionMembers(positionId: string, userIds: string[]) {
  return callApi(`/api/v1/positions/${positionId}/members`, noContent, { method: "PUT", json: { userIds } });
}

export function setBlind(positionId: string, blind: BlindMode) {
  return callApi(`/api/v1/positions/${positionId}/blind`, noContent, { method: "PUT", json: { blind } });
}

export function duplicatePosition(positionId: string) {
  return callApi(`/api/v1/positions/${positionId}/copies`, saved, { method: "POST" });
}

export function importPosition(file: File) {
  return callApi("/api/v1/positions/imports", saved, { method: "POST", file });
}

export function draftPosition(file: File) {
  return callApi(
    "/api/v1/positions/drafts",
    async () => (await import("@/lib/position/draft-schema")).draftedPosition,
    {
      method: "POST",
      file,
    },
  );
}

/** Where a draft waits in the browser for the editor that its address opens. */
export function draftKey(draftId: string) {
  return [...positionsKey, "draft", draftId] as const;
}

export function requirementPoolQuery(q: string) {
  return queryOptions({
    queryKey: [...positionsKey, "pool", q],
    queryFn: ({ signal }) =>
      callApi(
        `/api/v1/positions/requirements?${new URLSearchParams({ q })}`,
        async () => (await schema()).pooledRequirement.array(),
        { signal },
      ),
  });
}
