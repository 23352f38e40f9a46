import { completeMultipartUpload, createMultipartUpload, uploadPart } from "@vercel/blob/client";
import { ApiError } from "@/lib/api/call-api";
import { bytesOfPart, countParts } from "./parts";
import type { DirectAccess, VideoUploadView } from "./schema";

/** What is known of a sending that broke off; parts are Blob's own. */
export type DirectMemory = { key: string; uploadId: string; parts: { etag: string; partNumber: number }[] };

type SendDirect = {
  file: Blob;
  upload: VideoUploadView;
  askAccess: () => Promise<DirectAccess>;
  recall: () => DirectMemory | null;
  remember: (memory: DirectMemory) => void;
  onProgress: (share: number) => void;
  patiently: <T>(work: () => Promise<T>) => Promise<T>;
  signal?: AbortSignal;
};

/** Long before a token runs out. */
const freshMs = 30 * 60_000;

/**
 * Puts a recording into Vercel Blob part by part, past our server. What has arrived stays there, so that the same file
 * goes on after a closed page.
 *
 * @throws ApiError
 */
export async function sendDirect({ file, upload, askAccess, onProgress, patiently, signal, ...memory }: SendDirect) {
  const { partSize } = upload;
  let access = { ...(await askAccess()), at: Date.now() };
  const options = () => ({
    ...{ access: "private" as const, token: access.token, contentType: "application/octet-stream" },
    ...(signal && { abortSignal: signal }),
  });
  const ask = <T>(work: () => Promise<T>) =>
    patiently(async () => {
      if (Date.now() - access.at > freshMs) access = { ...(await askAccess()), at: Date.now() };
      return work().catch(refuse);
    });
  const begun = memory.recall() ?? {
    ...(await ask(() => createMultipartUpload(access.pathname, options()))),
    parts: [],
  };
  memory.remember(begun);
  const count = countParts(file.size, partSize);
  const there = new Set(begun.parts.map(({ partNumber }) => partNumber));
  let sent = begun.parts.reduce((sum, { partNumber }) => sum + bytesOfPart(partNumber - 1, file.size, partSize), 0);
  onProgress(sent / file.size);
  for (let part = 0; part < count; part += 1) {
    if (there.has(part + 1)) continue;
    const bytes = file.slice(part * partSize, (part + 1) * partSize);
    const of = { key: begun.key, uploadId: begun.uploadId, partNumber: part + 1 };
    const { etag } = await ask(() => uploadPart(access.pathname, bytes, { ...options(), ...of }));
    begun.parts.push({ etag, partNumber: part + 1 });
    memory.remember(begun);
    sent += bytes.size;
    onProgress(sent / file.size);
  }
  const parts = begun.parts.toSorted((a, b) => a.partNumber - b.partNumber);
  await ask(() => completeMultipartUpload(access.pathname, parts, { ...options(), ...begun }));
}

/** The library tells a refusal from a lost connection by its sentence only. */
function refuse(cause: unknown): never {
  const isRefused =
    cause instanceof Error &&
    /client token|access denied|too large|not allowed|not found|already exists/i.test(cause.message);
  throw new ApiError(isRefused ? "forbidden" : "offline", "");
}
