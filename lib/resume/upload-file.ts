import { ApiError, toApiError } from "@/lib/api/call-api";
import type { ImportItem } from "@/lib/resume/schema";

type UploadFile = { file: File; batchId: string; onProgress: (share: number) => void };

/**
 * Sends one file to the library. A refused file is an answer too, with its reason.
 *
 * @throws ApiError when the file may not have arrived
 */
export function uploadFile({ file, batchId, onProgress }: UploadFile): Promise<ImportItem> {
  return new Promise((resolve, reject) => {
    // fetch() tells nothing about how far an upload has come.
    const request = new XMLHttpRequest();
    request.open("POST", `/api/resumes?batchId=${batchId}`);
    request.responseType = "json";
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () => void readAnswer(request.response).then(resolve, reject);
    request.onerror = () => reject(new ApiError("offline", ""));
    request.send(file);
  });
}

async function readAnswer(answer: unknown): Promise<ImportItem> {
  const { importItem } = await import("@/lib/resume/schema");
  const item = importItem.safeParse(answer);
  if (!item.success) throw toApiError(answer);
  return item.data;
}
