import "server-only";
import { BlobNotFoundError, del, get, list, put } from "@vercel/blob";
import type { Storage } from "@/lib/storage/storage";

/** Vercel Blob, private: nothing is reachable without this token. */
export function blobStorage(token: string): Storage {
  return {
    name: "blob",
    put: async (key, bytes, mediaType) => {
      const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      await put(key, body, {
        access: "private",
        token,
        contentType: mediaType,
        addRandomSuffix: false,
        allowOverwrite: true,
      });
    },
    get: async (key) => {
      const found = await get(key, { access: "private", token, useCache: false }).catch((error) => {
        if (error instanceof BlobNotFoundError) return null;
        throw error;
      });
      return found?.stream ? new Uint8Array(await new Response(found.stream).arrayBuffer()) : null;
    },
    remove: (key) => del(key, { token }),
    check: async () => {
      await list({ token, limit: 1 });
    },
  };
}
