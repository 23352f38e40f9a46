import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { callApi } from "@/lib/api/call-api";
import type { FacetField } from "@/lib/resume/filter";
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
      return callApi(`/api/v1/resumes?${query}`, async () => (await schema()).resumePage, { signal });
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ resumes }) => resumes.some(({ state }) => isBeingRead(state))) ? pollMs : false,
  });
}

/** The few resumes that a name or word most likely means. */
export function foundResumesQuery(q: string) {
  return queryOptions({
    queryKey: [...resumesKey, "found", q],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ q, limit: "6" });
      return callApi(`/api/v1/resumes?${query}`, async () => (await schema()).resumePage, { signal });
    },
    staleTime: 10_000,
  });
}

export function resumeQuery(resumeId: string) {
  return queryOptions({
    queryKey: [...resumesKey, "detail", resumeId],
    queryFn: ({ signal }) =>
      callApi(`/api/v1/resumes/${resumeId}`, async () => (await schema()).resumeDetail, { signal }),
    refetchInterval: ({ state: { data } }) =>
      data && (isBeingRead(data.state) || data.rereading?.failure === null) ? pollMs : false,
  });
}

const rereadingShape = async () => (await import("@/lib/resume/rereading/schema")).rereading;

/** How far reading again what an older reader read has got. */
export function rereadingQuery() {
  return queryOptions({
    queryKey: [...resumesKey, "rereading"],
    queryFn: ({ signal }) => callApi("/api/v1/resumes/rereading", rereadingShape, { signal }),
    refetchInterval: ({ state }) => (state.data && state.data.waiting > 0 ? pollMs : false),
  });
}

export function rereadOutdated() {
  return callApi("/api/v1/resumes/rereading", async () => (await schema()).retriedCount, { method: "POST" });
}

export function importQuery(batchId: string) {
  return queryOptions({
    queryKey: ["imports", batchId],
    queryFn: ({ signal }) =>
      callApi(`/api/v1/imports/${batchId}`, async () => (await schema()).importItem.array(), { signal }),
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

const filters = () => import("@/lib/resume/filter");

/** The values of a filter with their counts, the rest of the address's query being as it is. */
export function facetOptions(field: FacetField, search: string) {
  return queryOptions({
    queryKey: [...resumesKey, "facet", field, search],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams([["field", field], ...new URLSearchParams(search)]);
      query.delete("sort");
      return callApi(`/api/v1/resumes/facets?${query}`, async () => (await filters()).facet, { signal });
    },
  });
}

export function restoreResumes(resumeIds: string[]) {
  return callApi("/api/v1/resumes/restore", async () => (await schema()).restoredCount, {
    method: "POST",
    json: { resumeIds },
  });
}

export function deleteResumes(resumeIds: string[]) {
  return callApi("/api/v1/resumes", async () => (await schema()).deletedCount, {
    method: "DELETE",
    json: { resumeIds },
  });
}

export function retryResumes(resumeIds: string[]) {
  return callApi("/api/v1/resumes/retry", async () => (await schema()).retriedCount, {
    method: "POST",
    json: { resumeIds },
  });
}
