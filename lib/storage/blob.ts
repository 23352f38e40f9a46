import "server-only";
import { Readable } from "node:stream";
import type { Storage } from "@/lib/storage/storage";
import { StorageAwayError } from "@/lib/trouble";

const filesPerPage = 1000;
/** Loaded with the first file: it takes megabytes, and most servers keep their files on disk. */
const sdk = () => import("@vercel/blob");

/** Vercel Blob, private: nothing is reachable without this token. */
export function blobStorage(token: string, timeoutMs = 20_000): Storage {
  /** Without an end the client would try for a quarter of an hour. */
  const inTime = () => ({ token, abortSignal: AbortSignal.timeout(timeoutMs) });
  const putStream: Storage["putStream"] = async (key, chunks, mediaType) => {
    let size = 0;
    const counted = async function* () {
      for await (const chunk of chunks) {
        size += chunk.length;
        yield chunk;
      }
    };
    const { put } = await sdk();
    await put(key, Readable.from(counted(), { objectMode: false }), {
      ...{ access: "private", token, contentType: mediaType, addRandomSuffix: false, allowOverwrite: true },
      multipart: true,
    });
    return size;
  };
  return {
    name: "blob",
    put: async (key, bytes, mediaType) => {
      const { put } = await sdk();
      const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const options = { ...inTime(), contentType: mediaType, addRandomSuffix: false, allowOverwrite: true };
      await put(key, body, { access: "private", ...options }).catch(sayAway);
    },
    concat: async (key, parts, mediaType) => {
      const { BlobNotFoundError, get } = await sdk();
      const chunks = async function* () {
        for (const part of parts) {
          const found = await get(part, { access: "private", token, useCache: false });
          if (!found?.stream) throw new BlobNotFoundError();
          yield* found.stream;
        }
      };
      return putStream(key, chunks(), mediaType);
    },
    putStream,
    getRange: async (key, start, end) => {
      const { get } = await sdk();
      const headers = { range: `bytes=${start}-${end - 1}` };
      const found = await get(key, { access: "private", token, headers }).catch(orNull);
      return found?.stream ?? null;
    },
    get: async (key) => {
      const { get } = await sdk();
      const found = await get(key, { access: "private", ...inTime(), useCache: false }).catch(orNull);
      return found?.stream ? new Uint8Array(await new Response(found.stream).arrayBuffer().catch(sayAway)) : null;
    },
    sizeOf: async (key) => {
      const { head } = await sdk();
      const found = await head(key, inTime()).catch(orNull);
      return found?.size ?? null;
    },
    remove: async (key) => {
      const { del } = await sdk();
      await del(key, inTime()).catch(sayAway);
    },
    list: async function* (folder) {
      const { list } = await sdk();
      for (let cursor: string | undefined, hasMore = true; hasMore; ) {
        const page = await list({ ...inTime(), prefix: folder, limit: filesPerPage, cursor }).catch(sayAway);
        for (const { pathname, uploadedAt } of page.blobs) yield { key: pathname, storedAt: uploadedAt };
        ({ cursor, hasMore } = page);
      }
    },
    check: async () => {
      const { list } = await sdk();
      await list({ ...inTime(), limit: 1 }).catch(sayAway);
    },
  };
}

async function orNull(error: unknown): Promise<null> {
  const { BlobNotFoundError } = await sdk();
  if (error instanceof BlobNotFoundError) return null;
  return sayAway(error);
}

function sayAway(cause: unknown): never {
  throw new StorageAwayError({ cause });
}
