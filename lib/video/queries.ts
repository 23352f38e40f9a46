import { queryOptions } from "@tanstack/react-query";
import { ApiError, callApi, noContent, toApiError } from "@/lib/api/call-api";
import type { Transcript } from "@/lib/video/schema";

const schema = () => import("@/lib/video/schema");

export const videosKey = ["videos"] as const;
const pollMs = 1000;

function isBeingMade({ state }: { state: string }) {
  return state === "pending" || state === "running";
}

export function videosQuery() {
  return queryOptions({
    queryKey: [...videosKey, "list"],
    queryFn: ({ signal }) => callApi("/api/v1/videos", async () => (await schema()).videoListItem.array(), { signal }),
    refetchInterval: ({ state }) => (state.data?.some(isBeingMade) ? pollMs : false),
  });
}

export function videoQuery(videoId: string) {
  return queryOptions({
    queryKey: [...videosKey, "detail", videoId],
    queryFn: ({ signal }) => callApi(`/api/v1/videos/${videoId}`, async () => (await schema()).videoDetail, { signal }),
    refetchInterval: ({ state: { data } }) => (data && isBeingMade(data) ? pollMs : false),
  });
}

export function deleteVideo(videoId: string) {
  return callApi(`/api/v1/videos/${videoId}`, noContent, { method: "DELETE" });
}

export function saveTranscript(videoId: string, file: File) {
  return callApi(`/api/v1/videos/${videoId}/transcript`, noContent, { method: "PUT", file });
}

/** @param changed with the revision it was made of: somebody else may have been faster */
export function changeTranscript(videoId: string, changed: { transcript: Transcript; revision: number }) {
  return callApi(`/api/v1/videos/${videoId}/transcript`, noContent, { method: "PATCH", json: changed });
}

/** Says that the candidate agreed to another server hearing the recording. */
export function startTranscription(videoId: string) {
  return callApi(`/api/v1/videos/${videoId}/transcriptions`, noContent, { method: "POST", json: { hasAgreed: true } });
}

export function analyseAgain(videoId: string) {
  return callApi(`/api/v1/videos/${videoId}/analyses`, noContent, { method: "POST" });
}

export function removeTranscript(videoId: string) {
  return callApi(`/api/v1/videos/${videoId}/transcript`, noContent, { method: "DELETE" });
}

type UploadVideo = {
  file: File;
  candidateName: string;
  positionApplied: string;
  resumeId?: string;
  onProgress: (share: number) => void;
};

/** @throws ApiError */
export function uploadVideo({ file, onProgress, ...described }: UploadVideo): Promise<{ id: string }> {
  return new Promise((resolve, reject) => {
    // fetch() tells nothing about how far an upload has come.
    const request = new XMLHttpRequest();
    request.open("POST", "/api/v1/videos");
    request.responseType = "json";
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.setRequestHeader("x-video", encodeURIComponent(JSON.stringify({ ...described, fileName: file.name })));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = async () => {
      const stored = (await schema()).storedVideo.safeParse(request.response);
      if (stored.success) resolve(stored.data);
      else reject(toApiError(request.response));
    };
    request.onerror = () => reject(new ApiError("offline", ""));
    request.send(file);
  });
}
