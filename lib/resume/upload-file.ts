import { ApiError, toApiError } from "@/lib/api/call-api";
import type { ImportItem } from "@/lib/resume/schema";

type UploadFile = { file: File; batchId: string; fileId: string; onProgress: (share: number) => void };

/**
 * Sends one file to the library. A refused file is an answer too, with its reason. Sending it again with its id gives
 * back the first answer.
 *
 * @throws ApiError when the file may not have arrived
 */
export function uploadFile({ file, batchId, fileId, onProgress }: UploadFile): Promise<ImportItem> {
  return new Promise((resolve, reject) => {
    // fetch() tells nothing about how far an upload has come.
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/resumes?batchId=${batchId}&fileId=${fileId}`);
    request.responseType = "json";
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => void readAnswer(request).then(resolve, reject);
    request.onerror = () => reject(new ApiError("offline", ""));
    request.send(file);
  });
}

/** Whether the same sending may go well a moment later. */
export function isPassing(error: unknown): boolean {
  return error instanceof ApiError && (error.code === "offline" || error.code === "unavailable");
}

async function readAnswer(request: XMLHttpRequest): Promise<ImportItem> {
  const { importItem } = await import("@/lib/resume/schema");
  const item = importItem.safeParse(request.response);
  if (item.success) return item.data;
  // A proxy that has lost its server answers for it.
  if (request.status === 502 || request.status === 504) throw new ApiError("unavailable", "");
  throw toApiError(request.response);
}
