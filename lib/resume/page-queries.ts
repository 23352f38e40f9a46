import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { callApi, noContent } from "@/lib/api/call-api";
import { resumesKey } from "@/lib/resume/queries";

const schema = () => import("@/lib/resume/page-schema");

/** All that a resume's page shows beside the resume itself. */
export function resumePageKey(resumeId: string) {
  return [...resumesKey, "page", resumeId] as const;
}

export function activityQuery(resumeId: string) {
  return infiniteQueryOptions({
    queryKey: [...resumePageKey(resumeId), "activity"],
    queryFn: ({ pageParam, signal }) =>
      callApi(
        `/api/v1/resumes/${resumeId}/activity${pageParam && `?before=${encodeURIComponent(pageParam)}`}`,
        async () => (await schema()).activityPage,
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
}

export function relatedQuery(resumeId: string) {
  return queryOptions({
    queryKey: [...resumePageKey(resumeId), "related"],
    queryFn: ({ signal }) =>
      callApi(`/api/v1/resumes/${resumeId}/related`, async () => (await schema()).relatedResumes, { signal }),
  });
}

export function joinCandidates(resumeId: string, otherResumeId: string) {
  return callApi(`/api/v1/resumes/${resumeId}/candidate`, async () => (await schema()).joined, {
    method: "PUT",
    json: { otherResumeId },
  });
}

export function splitCandidate(resumeId: string) {
  return callApi(`/api/v1/resumes/${resumeId}/candidate`, noContent, { method: "DELETE" });
}

export function documentHtmlQuery(resumeId: string) {
  return queryOptions({
    queryKey: [...resumePageKey(resumeId), "html"],
    queryFn: ({ signal }) =>
      callApi(`/api/v1/resumes/${resumeId}/html`, async () => (await schema()).documentHtml, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

const detail = async () => (await import("@/lib/resume/schema")).resumeDetail;

/** @returns the resume with it */
export function correctValue(resumeId: string, correction: { path: string; value: string }) {
  return callApi(`/api/v1/resumes/${resumeId}/corrections`, detail, { method: "PUT", json: correction });
}

/** @returns the resume without it */
export function undoCorrection(resumeId: string, correctionId: string) {
  return callApi(`/api/v1/resumes/${resumeId}/corrections/${correctionId}`, detail, { method: "DELETE" });
}

/** Each call stands in the audit, so this is no query that could be repeated by itself. */
export function viewSensitive(resumeId: string) {
  return callApi(
    `/api/v1/resumes/${resumeId}/sensitive`,
    async () => (await import("@/lib/resume/sensitive")).sensitiveView,
    { method: "POST" },
  );
}

/** Who stands behind a number; it goes on record. */
export function openCandidate(resumeId: string, forTeam: boolean) {
  return callApi(`/api/v1/resumes/${resumeId}/identity`, async () => (await schema()).openedCandidate, {
    method: "POST",
    json: { forTeam },
  });
}

/** Every tag of the organisation, the most used first. */
export function tagsQuery() {
  return queryOptions({
    queryKey: [...resumesKey, "tags"],
    queryFn: ({ signal }) =>
      callApi("/api/v1/resumes/facets?field=tag", async () => (await import("@/lib/resume/filter")).facet, { signal }),
    select: ({ values }) => values.map(({ value }) => value),
  });
}

export function tagResumes(change: { resumeIds: string[]; add?: string[]; remove?: string[] }) {
  return callApi("/api/v1/resumes/tags", async () => (await schema()).changedCount, { method: "POST", json: change });
}

/** The password is sent once and kept nowhere. */
export function unlockResume(resumeId: string, password: string) {
  return callApi(`/api/v1/resumes/${resumeId}/password`, async () => (await schema()).readingOutcome, {
    method: "POST",
    json: { password },
  });
}

export function retypeResume(resumeId: string, text: string) {
  return callApi(`/api/v1/resumes/${resumeId}/text`, async () => (await schema()).readingOutcome, {
    method: "PUT",
    json: { text },
  });
}
