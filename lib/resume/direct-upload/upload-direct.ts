import { ApiError, callApi } from "@/lib/api/call-api";
import { isArchiveName } from "@/lib/resume/archive/limits";
import { uploadKey } from "@/lib/resume/direct-upload/upload-key";
import type { ImportItem } from "@/lib/resume/schema";

type UploadDirect = {
  file: File;
  batchId: string;
  fileId: string;
  userId: string;
  onProgress: (share: number) => void;
};

/**
 * Puts a file straight into Vercel Blob and then asks the library to take it over: a function there takes requests of
 * 4.5 MB at most.
 *
 * @throws ApiError when the file may not have arrived
 */
export async function uploadDirect({ file, batchId, fileId, userId, onProgress }: UploadDirect): Promise<ImportItem> {
  const [{ upload }, hash] = await Promise.all([import("@vercel/blob/client"), hashOf(file)]);
  await upload(uploadKey({ userId, fileId }), file, {
    access: "private",
    contentType: "application/octet-stream",
    handleUploadUrl: "/api/v1/resumes/uploads",
    clientPayload: JSON.stringify({ fileId, isArchive: isArchiveName(file.name) }),
    onUploadProgress: ({ percentage }) => onProgress(percentage / 100),
  }).catch((cause: unknown) => {
    // The library tells a refused token from a lost connection by its sentence only.
    const isRefused = cause instanceof Error && /client token|access denied|too large|not allowed/i.test(cause.message);
    throw new ApiError(isRefused && navigator.onLine ? "forbidden" : "offline", "");
  });
  const shape = async () => (await import("@/lib/resume/schema")).importItem;
  const { name: fileName, type: declaredType, size } = file;
  return callApi("/api/v1/resumes/uploads", shape, {
    method: "PUT",
    json: { batchId, fileId, fileName, declaredType, size, hash },
  });
}

async function hashOf(file: File): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
