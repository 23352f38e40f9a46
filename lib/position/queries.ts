import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { callApi } from "@/lib/api/call-api";
import { draftedPosition } from "@/lib/position/draft-schema";
import {
  type PositionState,
  pooledRequirement,
  positionDetail,
  positionListItem,
  positionVersionItem,
  type SavePositionInput,
} from "@/lib/position/schema";

export const positionsKey = ["positions"] as const;

export function positionsQuery(state: PositionState = "open") {
  return queryOptions({
    queryKey: [...positionsKey, "list", state],
    queryFn: ({ signal }) => callApi(`/api/positions?state=${state}`, positionListItem.array(), { signal }),
  });
}

export function positionQuery(positionId: string) {
  return queryOptions({
    queryKey: [...positionsKey, "detail", positionId],
    queryFn: ({ signal }) => callApi(`/api/positions/${positionId}`, positionDetail, { signal }),
  });
}

export function positionVersionsQuery(positionId: string) {
  return queryOptions({
    queryKey: [...positionsKey, "versions", positionId],
    queryFn: ({ signal }) => callApi(`/api/positions/${positionId}/versions`, positionVersionItem.array(), { signal }),
  });
}

const saved = z.object({ id: z.uuid(), version: z.int() });

export function createPosition(input: SavePositionInput) {
  return callApi("/api/positions", saved, { method: "POST", json: input });
}

export function updatePosition(positionId: string, input: SavePositionInput & { baseVersion: number }) {
  return callApi(`/api/positions/${positionId}`, saved, { method: "PUT", json: input });
}

export function archivePosition(positionId: string, isArchived: boolean) {
  return callApi(`/api/positions/${positionId}`, z.undefined(), { method: "PATCH", json: { isArchived } });
}

export function setPositionMembers(positionId: string, userIds: string[]) {
  return callApi(`/api/positions/${positionId}/members`, z.undefined(), { method: "PUT", json: { userIds } });
}

export function duplicatePosition(positionId: string) {
  return callApi(`/api/positions/${positionId}/copies`, saved, { method: "POST" });
}

export function importPosition(file: File) {
  return callApi("/api/positions/imports", saved, { method: "POST", file });
}

export function draftPosition(file: File) {
  return callApi("/api/positions/drafts", draftedPosition, { method: "POST", file });
}

/** Where a draft waits in the browser for the editor that its address opens. */
export function draftKey(draftId: string) {
  return [...positionsKey, "draft", draftId] as const;
}

export function requirementPoolQuery(q: string) {
  return queryOptions({
    queryKey: [...positionsKey, "pool", q],
    queryFn: ({ signal }) =>
      callApi(`/api/positions/requirements?${new URLSearchParams({ q })}`, pooledRequirement.array(), { signal }),
  });
}
