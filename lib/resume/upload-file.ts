import { z } from "zod";
import { ApiError } from "@/lib/api/call-api";
import { type ImportItem, importItem } from "@/lib/resume/schema";

const errorBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

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
    request.onload = () => {
      const item = importItem.safeParse(request.response);
      if (item.success) return resolve(item.data);
      const failure = errorBody.safeParse(request.response);
      const { code, message } = failure.success ? failure.data.error : { code: "internal", message: "" };
      reject(new ApiError(code, message));
    };
    request.onerror = () => reject(new ApiError("offline", ""));
    request.send(file);
  });
}
