import "server-only";
import { env } from "@/lib/env";
import { blobStorage } from "@/lib/storage/blob";
import { diskStorage } from "@/lib/storage/disk";

export type StoredFile = { key: string; storedAt: Date };

/** Where files lie. Keys are made by us and hold ids only, never a file's own name. */
export type Storage = {
  name: "disk" | "blob";
  put: (key: string, bytes: Uint8Array, mediaType: string) => Promise<void>;
  /** For files that no memory holds: written as they come. @returns their length in bytes */
  putStream: (key: string, chunks: AsyncIterable<Uint8Array>, mediaType: string) => Promise<number>;
  /** Writes files one after the other into one, whole or not at all. @returns its length; throws when one is missing */
  concat: (key: string, parts: readonly string[], mediaType: string) => Promise<number>;
  /** A part of a file, from `start` to before `end`; null when there is no such file. */
  getRange: (key: string, start: number, end: number) => Promise<ReadableStream<Uint8Array> | null>;
  /** Null when there is no such file. */
  get: (key: string) => Promise<Uint8Array | null>;
  /** Length in bytes; null when there is no such file. */
  sizeOf: (key: string) => Promise<number | null>;
  /** Does nothing when there is no such file. */
  remove: (key: string) => Promise<void>;
  /** The files whose keys begin with a folder, `uploads/`, in no order. */
  list: (folder: string) => AsyncIterable<StoredFile>;
  /** Where a file lies on this machine, for a process that reads it there; undefined where files lie elsewhere. */
  pathOf?: (key: string) => string;
  /** Removes what was begun before and never finished; undefined where a file appears whole. @returns how many */
  removeUnfinished?: (before: Date) => Promise<number>;
  /** How much room there is; undefined where nobody says. */
  room?: () => Promise<{ freeBytes: number; totalBytes: number }>;
  /** Throws when files cannot be written. */
  check: () => Promise<void>;
};

export function storage(): Storage {
  const { BLOB_READ_WRITE_TOKEN, DATA_DIR, STORAGE_TIMEOUT_SECONDS } = env();
  return BLOB_READ_WRITE_TOKEN
    ? blobStorage(BLOB_READ_WRITE_TOKEN, STORAGE_TIMEOUT_SECONDS * 1000)
    : diskStorage(`${DATA_DIR}/files`);
}
