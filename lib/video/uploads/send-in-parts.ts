import { ApiError, callApi, noContent } from "@/lib/api/call-api";
import { toBase64 } from "@/lib/video/capture-poster";
import { tellingBytes } from "@/lib/video/detect-kind";
import { bytesOfPart, countParts } from "./parts";
import type { UploadDescription, VideoUploadView } from "./schema";

type Send = {
  /** Where uploads are begun: `/api/v1/videos/uploads`. */
  address: string;
  file: Blob;
  description: Partial<UploadDescription>;
  /** The same for the same file, so that it goes on where it broke off; null to begin anew. */
  memory: string | null;
  onProgress: (share: number) => void;
  signal?: AbortSignal;
};

const tries = 6;
const firstWaitMs = 500;
const uploadShape = async () => (await import("./schema")).videoUpload;
const accessShape = async () => (await import("./schema")).directAccess;
const storedShape = async () => (await import("@/lib/video/schema")).storedVideo;

/**
 * Sends a recording part by part. A part that does not get through is sent again, later and later; after a closed page
 * the same file goes on with the parts that are missing.
 *
 * @throws ApiError
 */
export async function sendInParts({
  address,
  file,
  description,
  memory,
  onProgress,
  signal,
}: Send): Promise<{ id: string }> {
  const upload = (memory && (await findBegun(address, memory, file.size))) || (await begin());
  const { id, partSize, parts } = upload;
  if (memory) remember(memory, id);
  if (upload.isDirect) {
    const { sendDirect } = await import("./send-direct");
    const head = (await toBase64(file.slice(0, tellingBytes))) ?? "";
    const place = `${memory ?? "video-upload"} direct ${id}`;
    await sendDirect({
      ...{ file, upload, onProgress, signal, patiently: (work) => patiently(work, signal) },
      askAccess: () => callApi(`${address}/${id}/token`, accessShape, { method: "POST", json: { head }, signal }),
      recall: () => JSON.parse(recall(place) ?? "null"),
      remember: (known) => remember(place, JSON.stringify(known)),
    }).catch((error: unknown) => {
      // Parts that are not there any more: the next try begins anew.
      if (error instanceof ApiError && error.code === "forbidden") forget(place);
      throw error;
    });
    const stored = await finish();
    forget(place);
    return stored;
  }
  const there = new Set(parts);
  const count = countParts(file.size, partSize);
  let sent = parts.reduce((sum, part) => sum + bytesOfPart(part, file.size, partSize), 0);
  onProgress(sent / file.size);
  for (let part = 0; part < count; part += 1) {
    if (there.has(part)) continue;
    const bytes = file.slice(part * partSize, (part + 1) * partSize);
    await patiently(() => putPart(`${address}/${id}/parts/${part}`, bytes, signal), signal);
    sent += bytes.size;
    onProgress(sent / file.size);
  }
  return finish();

  async function finish() {
    const stored = await patiently(
      () => callApi(`${address}/${id}/video`, storedShape, { method: "POST", signal }),
      signal,
    );
    if (memory) forget(memory);
    return stored;
  }

  function begin() {
    return callApi(address, uploadShape, { method: "POST", json: { ...description, fileSize: file.size }, signal });
  }
}

async function findBegun(address: string, memory: string, fileSize: number): Promise<VideoUploadView | null> {
  const id = recall(memory);
  if (!id) return null;
  const found = await callApi(`${address}/${id}`, uploadShape).catch((error: unknown) => {
    if (error instanceof ApiError && error.code === "not_found") return null;
    throw error;
  });
  return found?.fileSize === fileSize ? found : null;
}

async function putPart(url: string, bytes: Blob, signal?: AbortSignal) {
  const file = new File([bytes], "part", { type: "application/octet-stream" });
  await callApi(url, noContent, { method: "PUT", file, signal });
}

/** A lost connection or a server that is just restarting is waited for; a refusal is not. */
async function patiently<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const passes =
        error instanceof ApiError && ["offline", "unavailable", "internal", "rate_limited"].includes(error.code);
      if (!passes || attempt === tries || signal?.aborted) throw error;
      await new Promise((resolve) => setTimeout(resolve, firstWaitMs * 2 ** (attempt - 1)));
    }
  }
}

function recall(memory: string): string | null {
  try {
    return localStorage.getItem(memory);
  } catch {
    return null;
  }
}

function remember(memory: string, id: string) {
  try {
    localStorage.setItem(memory, id);
  } catch {
    // Without it a closed page begins anew.
  }
}

function forget(memory: string) {
  try {
    localStorage.removeItem(memory);
  } catch {
    // As above.
  }
}
