import { queryOptions } from "@tanstack/react-query";
import { callApi, noContent } from "@/lib/api/call-api";
import type { CreateInviteInput } from "@/lib/video/invites/schema";
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
  hasAgreed: boolean;
  onProgress: (share: number) => void;
};

/**
 * Sends a recording in parts. The same file for the same person goes on where it broke off.
 *
 * @throws ApiError
 */
export async function uploadVideo({ file, onProgress, ...described }: UploadVideo): Promise<{ id: string }> {
  const { sendInParts } = await import("@/lib/video/uploads/send-in-parts");
  const description = { ...described, fileName: file.name, declaredType: file.type.slice(0, 100) };
  // No name of a person: this stays in the browser.
  const memory = `video-upload ${file.size} ${file.lastModified} ${described.resumeId ?? ""}`;
  const { capturePoster } = await import("@/lib/video/capture-poster");
  const poster = capturePoster(file);
  const stored = await sendInParts({ address: "/api/v1/videos/uploads", file, description, memory, onProgress });
  const picture = await poster;
  // A recording without its picture is a recording still.
  if (picture) await savePoster(stored.id, picture).catch(() => undefined);
  return stored;
}

export function savePoster(videoId: string, picture: Blob) {
  const file = new File([picture], "poster", { type: picture.type });
  return callApi(posterAddress(videoId), noContent, { method: "PUT", file });
}

export function posterAddress(videoId: string) {
  return `/api/v1/videos/${videoId}/poster`;
}

const inviteShapes = () => import("@/lib/video/invites/schema");

export function invitesQuery() {
  return queryOptions({
    queryKey: [...videosKey, "invites"],
    queryFn: ({ signal }) =>
      callApi("/api/v1/video-invites", async () => (await inviteShapes()).inviteItem.array(), { signal }),
  });
}

export function createInvite(invite: CreateInviteInput) {
  return callApi("/api/v1/video-invites", async () => (await inviteShapes()).createdInvite, {
    method: "POST",
    json: invite,
  });
}

export function revokeInvite(inviteId: string) {
  return callApi(`/api/v1/video-invites/${inviteId}`, noContent, { method: "DELETE" });
}
