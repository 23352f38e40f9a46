import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { callApi } from "@/lib/api/call-api";
import type { ImportItem } from "@/lib/resume/schema";

const schema = () => import("@/lib/resume/schema");
const pollMs = 1000;
export const resumesKey = ["resumes"] as const;

/** The library as `search`, the address's query, asks for it; polled while a file on it is being read. */
export function resumesQuery(search: string) {
  return infiniteQueryOptions({
    queryKey: [...resumesKey, "list", search],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(search);
      if (pageParam) query.set("cursor", pageParam);
      return callApi(`/api/resumes?${query}`, async () => (await schema()).resumePage, { signal });
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ resumes }) => resumes.some(({ state }) => isBeingRead(state))) ? pollMs : false,
  });
}

export function resumeQuery(resumeId: string) {
  return queryOptions({
    queryKey: [...resumesKey, "detail", resumeId],
    queryFn: ({ signal }) => callApi(`/api/resumes/${resumeId}`, async () => (await schema()).resumeDetail, { signal }),
    refetchInterval: ({ state }) => (state.data && isBeingRead(state.data.state) ? pollMs : false),
  });
}

export function importQuery(batchId: string) {
  return queryOptions({
    queryKey: ["imports", batchId],
    queryFn: ({ signal }) =>
      callApi(`/api/imports/${batchId}`, async () => (await schema()).importItem.array(), { signal }),
    refetchInterval: ({ state }) => (state.data?.some(isOpen) ? pollMs : false),
  });
}

/** Whether the line can still change. */
export function isOpen({ outcome, state }: ImportItem) {
  return outcome === "archive" || (outcome === "accepted" && state !== null && isBeingRead(state));
}

export function isBeingRead(state: string) {
  return state === "PENDING" || state === "PROCESSING";
}

export function deleteResumes(resumeIds: string[]) {
  return callApi("/api/resumes", async () => (await schema()).deletedCount, { method: "DELETE", json: { resumeIds } });
}

export function retryResumes(resumeIds: string[]) {
  return callApi("/api/resumes/retry", async () => (await schema()).retriedCount, {
    method: "POST",
    json: { resumeIds },
  });
}
